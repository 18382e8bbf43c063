import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { ContractChannel } from '@/lib/contracts/contract';

/** What the person just did, on the page that follows. */
export async function JustAgreed(
  done: Partial<Record<'agreed' | 'added' | 'closed', ContractChannel>>,
) {
  const t = await getTranslations('office');
  const name = (channel: ContractChannel) => ({ channel: t(`channel.${channel}`) });
  const words = done.agreed
    ? t('channels.done', name(done.agreed))
    : done.added
      ? t('channels.added', name(done.added))
      : done.closed && t('channels.closed', name(done.closed));
  if (!words) return null;
  return (
    <Notice tone="ok" role="status">
      {words}
    </Notice>
  );
}
