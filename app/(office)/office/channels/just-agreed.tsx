import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { ContractChannel } from '@/lib/contracts/contract';

/** What the person just did, on the page that follows. */
export async function JustAgreed({ channel }: { channel: ContractChannel }) {
  const t = await getTranslations('office');
  return (
    <Notice tone="ok" role="status">
      {t('channels.done', { channel: t(`channel.${channel}`) })}
    </Notice>
  );
}
