import { useTranslations } from 'next-intl';
import { FailureWords } from '@/components/payments/failure-words';
import { PaidWith } from '@/components/payments/paid-with';
import { PaymentState } from '@/components/payments/payment-state';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { FoundAttempt } from '@/lib/payments/found-attempt';

/** Each try to pay an order: when, how, and what became of it. */
export function OrderPaymentsTable({
  payments,
}: {
  payments: readonly Omit<FoundAttempt, 'merchantOrderNo'>[];
}) {
  const t = useTranslations('merchant.order');
  return (
    <Table
      label={t('paymentsCaption')}
      head={
        <>
          <ColumnHead>{t('when')}</ColumnHead>
          <ColumnHead>{t('way')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
        </>
      }
    >
      {payments.map((payment) => (
        <tr key={payment.id}>
          <RowHead className="font-normal text-soft">
            <Moment at={payment.createdAt} />
          </RowHead>
          <Cell className="min-w-32">
            <PaidWith {...payment} />
          </Cell>
          <Cell className="min-w-28">
            <PaymentState state={payment.state} />
            {payment.state === 'failed' && payment.failureReason ? (
              <span className="block text-xs text-faint">
                <FailureWords reason={payment.failureReason} />
              </span>
            ) : null}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
