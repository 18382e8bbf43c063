import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RoomFrame } from '@/app/(auth)/room-frame';
import { RoomNav } from '@/components/ui/room-nav';
import type { CurrentUser } from '@/lib/auth/user';

const PAGES = {
  overview: '/office',
  attempts: '/office/attempts',
  ledger: '/office/ledger',
  accounts: '/office/ledger/accounts',
  suspense: '/office/ledger/suspense',
  channels: '/office/channels',
  reconciliation: '/office/reconciliation',
} as const;

/** The frame of an office page: which of them this is, and the way to the others. */
export async function OfficeFrame({
  page,
  ...frame
}: {
  page: keyof typeof PAGES;
  user: CurrentUser;
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations('office.nav');
  const names = Object.keys(PAGES) as (keyof typeof PAGES)[];
  const links = names.map((name) => ({
    href: PAGES[name],
    label: t(name),
    current: name === page,
  }));
  return <RoomFrame {...frame} width="wide" nav={<RoomNav label={t('label')} links={links} />} />;
}
