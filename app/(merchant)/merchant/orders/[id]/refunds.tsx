import { getTranslations } from 'next-intl/server';
import { OrderRefundsTable } from '@/components/merchant/order-refunds-table';
import { Card } from '@/components/ui/card';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import type { Order } from '@/lib/orders/order';
import { listRefunds } from '@/lib/refunds/list-refunds';

/** What was refunded of this order, and how far each refund is; nothing where there is none. */
export async function Refunds({ order: { id: orderId, merchantId } }: { order: Order }) {
  const t = await getTranslations('merchant.order');
  const refunds = await listRefunds({ orderId });
  if (refunds.length === 0) return null;
  const names = await listStaffNames(refunds.flatMap(({ requestedBy }) => requestedBy ?? []));
  const byOf = (actor: string | null): string => {
    if (actor === 'merchant') return t('byApi');
    const staff = names.get(actor ?? '');
    return staff?.merchantId === merchantId ? staff.displayName : t('byPlatform');
  };
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('refunds')}</h2>
      <OrderRefundsTable
        refunds={refunds.map((refund) => ({ ...refund, by: byOf(refund.requestedBy) }))}
      />
    </Card>
  );
}
