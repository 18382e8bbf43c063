import { useTranslations } from 'next-intl';
import { PaidWith } from '@/components/payments/paid-with';
import { OrderStateBadge } from '@/components/payments/payment-state';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Money } from '@/lib/money/money';
import type { ListedOrder } from '@/lib/orders/listed-order';
import type { FoundAttempt } from '@/lib/payments/found-attempt';

export interface ShownOrder extends ListedOrder {
  paidWith?: Pick<FoundAttempt, 'method' | 'cardType'>;
  refunded: Money;
}

/** A merchant's orders: which, for how much, paid with what, and what went back. */
export function OrdersTable({ orders }: { orders: readonly ShownOrder[] }) {
  const t = useTranslations('merchant.orders');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('order')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
          <ColumnHead>{t('paidWith')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead figures>{t('refunded')}</ColumnHead>
        </>
      }
    >
      {orders.map(({ id, merchantOrderNo, createdAt, amount, paidWith, state, refunded }) => (
        <tr key={id} className="hover:bg-ground">
          <RowHead className="min-w-48 font-normal break-all">
            <TextLink href={`/merchant/orders/${id}`}>{merchantOrderNo}</TextLink>
            <span className="block text-xs text-faint">
              <Moment at={createdAt} />
            </span>
          </RowHead>
          <Cell figures>
            <Figure amount={amount} />
          </Cell>
          <Cell className="min-w-32">{paidWith ? <PaidWith {...paidWith} /> : t('notPaid')}</Cell>
          <Cell>
            <OrderStateBadge state={state} />
          </Cell>
          <Cell figures>
            <Figure amount={refunded} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
