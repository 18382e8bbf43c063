import { useTranslations } from 'next-intl';
import { PaidWith, SurfaceName } from '@/components/payments/paid-with';
import { OrderStateBadge, PaymentState } from '@/components/payments/payment-state';
import { Badge } from '@/components/ui/badge';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import type { FoundOrder, RefundStanding } from '@/lib/support/found-order';

export interface ShownOrder extends FoundOrder {
  merchantName: string;
}

const TONE: Record<RefundStanding, Tone> = {
  none: 'neutral',
  under_way: 'accent',
  case: 'warn',
  part: 'neutral',
  whole: 'neutral',
};

/** Orders as support looks through them: when, whose, how much, where each stands, how it was paid, what went back. */
export function FoundOrdersTable({ orders }: { orders: readonly ShownOrder[] }) {
  const t = useTranslations('officeOrders.find');
  const channel = useTranslations('payments.channel');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('order')}</ColumnHead>
          <ColumnHead figures>{t('sum')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead>{t('way')}</ColumnHead>
          <ColumnHead>{t('refund')}</ColumnHead>
          <ColumnHead>{t('when')}</ColumnHead>
        </>
      }
    >
      {orders.map((order) => (
        <tr key={order.id} className="hover:bg-ground">
          <RowHead className="min-w-52 font-normal break-all">
            <TextLink href={`/office/orders/${order.id}`}>{order.merchantOrderNo}</TextLink>
            <span className="block text-xs text-faint">
              {order.merchantName} · {order.subject}
            </span>
          </RowHead>
          <Cell figures>
            <Figure amount={order.amount} />
          </Cell>
          <Cell>
            <OrderStateBadge state={order.state} />
          </Cell>
          <Cell className="min-w-40">
            {order.payment ? (
              <>
                <PaidWith {...order.payment} />
                <span className="block text-xs text-faint">
                  {channel(order.payment.channel)}
                  {order.payment.surface ? (
                    <>
                      {' · '}
                      <SurfaceName surface={order.payment.surface} />
                    </>
                  ) : null}
                </span>
                {order.state === 'paid' ? null : <PaymentState state={order.payment.state} />}
              </>
            ) : (
              <span className="text-faint">{t('untried')}</span>
            )}
          </Cell>
          <Cell>
            {order.refund === 'none' ? (
              <span className="text-faint">–</span>
            ) : (
              <Badge tone={TONE[order.refund]}>{t(`standing.${order.refund}`)}</Badge>
            )}
          </Cell>
          <Cell className="text-soft">
            <Moment at={order.paidAt ?? order.createdAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
