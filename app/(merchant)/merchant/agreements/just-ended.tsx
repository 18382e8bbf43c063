import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { getAgreement } from '@/lib/agreements/get-agreement';
import { isRefusal } from '@/lib/core/errors';

/** What the person just did, on the page that follows; nothing where the address names no ended card of theirs. */
export async function JustEnded(by: { merchantId: string; agreementId: string }) {
  const t = await getTranslations('merchant.agreements');
  if (!(await isEnded(by))) return null;
  return (
    <Notice tone="ok" role="status">
      {t('done')}
    </Notice>
  );
}

async function isEnded(by: { merchantId: string; agreementId: string }): Promise<boolean> {
  try {
    return (await getAgreement(by)).state === 'ended';
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
