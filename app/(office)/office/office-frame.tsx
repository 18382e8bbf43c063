import { getTranslations } from 'next-intl/server';
import { RoomFrame, type RoomPage } from '@/app/(auth)/room-frame';
import type { CurrentUser } from '@/lib/auth/user';
import type { QueueName } from '@/lib/support/queue';
import type { OfficePageName } from './office-pages';
import { OfficeSidebar } from './office-sidebar';

/** The frame of an office page: which of them this is, the way to the others, and what waits there. */
export async function OfficeFrame({
  page,
  user,
  ...shown
}: RoomPage & {
  /** A page of office-pages.ts, or the queue that it belongs to. */
  page: OfficePageName | QueueName;
  user: CurrentUser;
}) {
  const t = await getTranslations('officeQueues.nav');
  const office = await getTranslations('office');
  const role = t(`role.${user.staffRole ?? 'none'}`);
  return (
    <RoomFrame
      brand={office('title')}
      words={{ label: t('label'), menu: t('menu'), skip: t('skip') }}
      nav={<OfficeSidebar page={page} user={user} />}
      who={t('as', { name: user.displayName, role })}
      {...shown}
    />
  );
}
