import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { isRefusal } from '@/lib/core/errors';
import { getSubscription } from '@/lib/subscriptions/get-subscription';

/** What the person just did, on the page that follows; nothing where the address names no such subscription of theirs. */
export async function JustCancelled(by: { merchantId: string; subscriptionId: string }) {
  const t = await getTranslations('subscriptions.merchant');
  if (!(await isOver(by))) return null;
  return (
    <Notice tone="ok" role="status">
      {t('done')}
    </Notice>
  );
}

async function isOver(by: { merchantId: string; subscriptionId: string }): Promise<boolean> {
  try {
    return (await getSubscription(by)).cancelledAt !== null;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
