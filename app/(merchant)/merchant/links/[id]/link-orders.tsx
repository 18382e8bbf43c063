import { getTranslations } from 'next-intl/server';
import { OrdersTable } from '@/components/merchant/orders-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { cny } from '@/lib/money/money';
import { listLinkOrders } from '@/lib/payment-links/list-link-orders';
import { listAttemptsById } from '@/lib/payments/list-attempts-by-id';
import { sumRefunded } from '@/lib/refunds/sum-refunded';

/** A page of the orders that the link has made. */
export async function LinkOrders(asked: { merchantId: string; linkId: string; before?: string }) {
  const t = await getTranslations('paymentLinks');
  const { orders, next } = await listLinkOrders(asked);
  const page = `/merchant/links/${asked.linkId}`;
  const [attempts, refunded] = await Promise.all([
    listAttemptsById(orders.flatMap(({ paidAttemptId }) => paidAttemptId ?? [])),
    sumRefunded(orders.map(({ id }) => id)),
  ]);
  return (
    <Card flush className="py-2">
      <h2 className="px-5 py-3 text-lg font-semibold sm:px-6">{t('orders')}</h2>
      {orders.length === 0 ? <p className="px-5 pb-4 text-soft sm:px-6">{t('noOrders')}</p> : null}
      {orders.length > 0 ? (
        <OrdersTable
          orders={orders.map((order) => ({
            ...order,
            paidWith: attempts.get(order.paidAttemptId ?? ''),
            refunded: refunded.get(order.id) ?? cny(0n),
          }))}
        />
      ) : null}
      <PageLinks
        newest={asked.before ? { href: page, label: t('newest') } : null}
        more={next ? { href: `${page}?before=${next}`, label: t('more') } : null}
      />
    </Card>
  );
}
