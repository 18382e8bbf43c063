import { getTranslations } from 'next-intl/server';
import { OrderRefundsTable } from '@/components/merchant/order-refunds-table';
import { Card } from '@/components/ui/card';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import { findTwin } from '@/lib/merchants/find-twin';
import type { Order } from '@/lib/orders/order';
import { listRefunds } from '@/lib/refunds/list-refunds';
import type { AskedRefund } from '@/lib/refunds/refund';

/** What was refunded of this order, and how far each refund is; nothing where there is none. */
export async function Refunds({ order: { id: orderId, merchantId } }: { order: Order }) {
  const t = await getTranslations('merchant.order');
  const refunds = await listRefunds({ orderId });
  if (refunds.length === 0) return null;
  const names = await listStaffNames(refunds.flatMap(({ requestedBy }) => requestedBy ?? []));
  const byShopper = (await getTranslations('refunds'))('byShopper');
  // A member works in either mode, and stands in the row of the one they are in now.
  const own: (string | null)[] = [merchantId, (await findTwin(merchantId))?.id ?? merchantId];
  const byOf = ({ askedBy, requestedBy: actor }: AskedRefund): string => {
    if (askedBy === 'shopper') return byShopper;
    if (actor === 'merchant') return t('byApi');
    const staff = names.get(actor ?? '');
    return staff && own.includes(staff.merchantId) ? staff.displayName : t('byPlatform');
  };
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('refunds')}</h2>
      <OrderRefundsTable refunds={refunds.map((refund) => ({ ...refund, by: byOf(refund) }))} />
    </Card>
  );
}
