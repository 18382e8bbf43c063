import { useTranslations } from 'next-intl';
import { FailureWords } from '@/components/payments/failure-words';
import { PaidWith, SurfaceName } from '@/components/payments/paid-with';
import { PaymentState } from '@/components/payments/payment-state';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { FoundAttempt } from '@/lib/payments/found-attempt';

export interface ShownAttempt extends FoundAttempt {
  merchantName: string;
}

/** Payments as support looks through them: whose, how, how much, and where each stands. */
export function AttemptsTable({ attempts }: { attempts: readonly ShownAttempt[] }) {
  const t = useTranslations('office.attempts');
  const channel = useTranslations('payments.channel');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('order')}</ColumnHead>
          <ColumnHead>{t('paidWith')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead>{t('when')}</ColumnHead>
        </>
      }
    >
      {attempts.map((attempt) => (
        <tr key={attempt.id} className="hover:bg-ground">
          <RowHead className="min-w-52 font-normal break-all">
            <TextLink href={`/office/attempts/${attempt.id}`}>{attempt.merchantOrderNo}</TextLink>
            <span className="block text-xs text-faint">{attempt.merchantName}</span>
          </RowHead>
          <Cell className="min-w-48">
            <PaidWith {...attempt} />
            <span className="block text-xs text-faint">
              {channel(attempt.channel)}
              {attempt.surface ? (
                <>
                  {' · '}
                  <SurfaceName surface={attempt.surface} />
                </>
              ) : null}
            </span>
            {attempt.tn ? (
              <span className="block text-xs text-faint">
                TN <code className="font-mono">{attempt.tn}</code>
              </span>
            ) : null}
          </Cell>
          <Cell figures>
            <Figure amount={attempt.amount} />
          </Cell>
          <Cell className="min-w-28">
            <PaymentState state={attempt.state} />
            {attempt.state === 'failed' && attempt.failureReason ? (
              <span className="block text-xs text-faint">
                <FailureWords reason={attempt.failureReason} />
              </span>
            ) : null}
          </Cell>
          <Cell className="text-soft">
            <Moment at={attempt.createdAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
