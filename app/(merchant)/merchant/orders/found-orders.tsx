import { getTranslations } from 'next-intl/server';
import { OrdersTable } from '@/components/merchant/orders-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { plainAmount } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { listOrders } from '@/lib/orders/list-orders';
import { listAttemptsById } from '@/lib/payments/list-attempts-by-id';
import { sumRefunded } from '@/lib/refunds/sum-refunded';
import type { OrdersAsked } from './query';

/** A page of the merchant's own orders, with what paid each and what of it was given back. */
export async function FoundOrders({
  merchantId,
  number,
  ...filter
}: OrdersAsked & { merchantId: string; before?: string }) {
  const t = await getTranslations('merchant.orders');
  const { orders, next } = await listOrders({
    ...{ merchantId, ...filter },
    merchantOrderNo: number,
  });
  if (orders.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  const [attempts, refunded] = await Promise.all([
    listAttemptsById(orders.flatMap(({ paidAttemptId }) => paidAttemptId ?? [])),
    sumRefunded(orders.map(({ id }) => id)),
  ]);
  const { before, least, most, ...texts } = filter;
  const asked = Object.entries({
    ...{ number, ...texts },
    least: least && plainAmount(least),
    most: most && plainAmount(most),
  }).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const page = (more: Record<string, string>): string =>
    `/merchant/orders?${new URLSearchParams({ ...Object.fromEntries(asked), ...more })}`;
  return (
    <Card flush className="py-2">
      <OrdersTable
        orders={orders.map((order) => ({
          ...order,
          paidWith: attempts.get(order.paidAttemptId ?? ''),
          refunded: refunded.get(order.id) ?? cny(0n),
        }))}
      />
      <PageLinks
        newest={before ? { href: page({}), label: t('newest') } : null}
        more={next ? { href: page({ before: next }), label: t('more') } : null}
      />
    </Card>
  );
}
