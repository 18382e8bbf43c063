import { getTranslations } from 'next-intl/server';
import { FindKey } from '@/components/office/find-key';
import { WaitingCount } from '@/components/office/waiting-count';
import { type SidebarLink, SidebarNav } from '@/components/ui/sidebar-nav';
import type { CurrentUser } from '@/lib/auth/user';
import { mayDo } from '@/lib/core/staff-permissions';
import { countQueues } from '@/lib/support/count-queues';
import { listSavedViews } from '@/lib/support/list-saved-views';
import { QUEUES, type QueueName } from '@/lib/support/queue';
import { type NavGroup, OFFICE_PAGES, type OfficePageName, pagesOf } from './office-pages';

/** Where a person of the office may go, and how much waits there. */
export async function OfficeSidebar({
  page,
  user,
}: {
  page: OfficePageName | QueueName;
  user: CurrentUser;
}) {
  const names = await getTranslations('office.nav');
  const t = await getTranslations('officeQueues.nav.groups');
  const pages = (group: NavGroup): SidebarLink[] =>
    pagesOf(group)
      .filter(([, { may }]) => mayDo(user.staffRole, may))
      .map(([name, { href }]) => ({
        href,
        label: names(name),
        current: name === page,
        ...(name === 'find' ? { aside: <FindKey href={OFFICE_PAGES.find.href} /> } : {}),
      }));
  return (
    <SidebarNav
      groups={[
        { title: t('find'), links: pages('find') },
        { title: t('queues'), links: await queueLinks(page, user) },
        { title: t('books'), links: pages('books') },
        { title: t('system'), links: pages('system') },
      ]}
    />
  );
}

async function queueLinks(page: string, user: CurrentUser): Promise<SidebarLink[]> {
  const { staffRole } = user;
  if (staffRole === null || !mayDo(staffRole, 'queue.read')) return [];
  const t = await getTranslations('officeQueues');
  const by = { ...user, staffRole };
  const [counts, views] = await Promise.all([countQueues({ by }), listSavedViews({ by })]);
  return QUEUES.map((queue) => {
    const { waiting = 0, late = 0 } = counts.find((one) => one.queue === queue) ?? {};
    const said = `${t('nav.waiting', { n: waiting })}${late > 0 ? t('nav.late', { n: late }) : ''}`;
    return {
      href: `/office/queues/${queue}`,
      label: t(`queue.${queue}`),
      current: queue === page,
      aside: <WaitingCount {...{ waiting, late }} words={{ said, many: t('nav.many') }} />,
      under: views
        .filter((view) => view.queue === queue)
        .map(({ name, path }) => ({ href: path, label: name, current: false })),
    };
  });
}
