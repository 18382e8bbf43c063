import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/money/format-money';
import { listRefunds } from '@/lib/refunds/list-refunds';

/** What the person just did, on the page that follows; nothing where the address names no refund of the order. */
export async function JustRefunded({ orderId, refundId }: { orderId: string; refundId: string }) {
  const t = await getTranslations('merchant.order.refund');
  const refund = (await listRefunds({ orderId })).find(({ id }) => id === refundId);
  if (!refund) return null;
  return (
    <Notice tone="ok" role="status">
      {t('done', { amount: formatMoney(refund.amount) })}
    </Notice>
  );
}
