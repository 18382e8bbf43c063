import { getTranslations } from 'next-intl/server';
import { OrdersTable } from '@/components/merchant/orders-table';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { cny } from '@/lib/money/money';
import { listOrders } from '@/lib/orders/list-orders';
import type { OrderState } from '@/lib/orders/states';
import { listAttemptsById } from '@/lib/payments/list-attempts-by-id';
import { sumRefunded } from '@/lib/refunds/sum-refunded';

interface Asked {
  merchantId: string;
  state?: OrderState;
  number?: string;
  before?: string;
}

/** A page of the merchant's own orders, with what paid each and what of it was given back. */
export async function FoundOrders({ merchantId, state, number, before }: Asked) {
  const t = await getTranslations('merchant.orders');
  const { orders, next } = await listOrders({
    ...{ merchantId, state, before },
    merchantOrderNo: number,
  });
  if (orders.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  const [attempts, refunded] = await Promise.all([
    listAttemptsById(orders.flatMap(({ paidAttemptId }) => paidAttemptId ?? [])),
    sumRefunded(orders.map(({ id }) => id)),
  ]);
  const asked = { ...(state ? { state } : {}), ...(number ? { number } : {}) };
  const page = (more: Record<string, string>): string =>
    `/merchant/orders?${new URLSearchParams({ ...asked, ...more })}`;
  return (
    <Card flush className="py-2">
      <OrdersTable
        orders={orders.map((order) => ({
          ...order,
          paidWith: attempts.get(order.paidAttemptId ?? ''),
          refunded: refunded.get(order.id) ?? cny(0n),
        }))}
      />
      {before || next ? (
        <p className="flex flex-wrap gap-2 p-4">
          {before ? (
            <LinkButton href={page({})} variant="quiet">
              {t('newest')}
            </LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={page({ before: next })} variant="quiet">
              {t('more')}
            </LinkButton>
          ) : null}
        </p>
      ) : null}
    </Card>
  );
}
