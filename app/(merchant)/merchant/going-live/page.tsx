import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { GoingLiveList } from '@/components/merchant/going-live-list';
import { checkGoingLive } from '@/lib/insights/check-going-live';
import { MerchantFrame } from '../merchant-frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('goingLive'))('title') };
}

/** The list before going live, looked up each time. */
export default async function GoingLivePage() {
  const { user, actor } = await requireMember('/merchant/going-live', 'figures.read');
  const checks = await checkGoingLive({ by: actor });
  const t = await getTranslations('goingLive');
  const left = checks.filter(({ done }) => !done).length;
  return (
    <MerchantFrame
      page="goingLive"
      user={user}
      title={t('title')}
      lead={left === 0 ? t('ready') : t('left', { left })}
    >
      <GoingLiveList checks={checks} />
    </MerchantFrame>
  );
}
