import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RoomFrame } from '@/app/(auth)/room-frame';
import { RoomNav } from '@/components/ui/room-nav';
import type { CurrentUser } from '@/lib/auth/user';

const PAGES = {
  overview: '/merchant',
  orders: '/merchant/orders',
  agreements: '/merchant/agreements',
  migrations: '/merchant/migrations',
} as const;

/** The frame of a merchant's page: which of them this is, and the way to the others. */
export async function MerchantFrame({
  page,
  ...frame
}: {
  page: keyof typeof PAGES;
  user: CurrentUser;
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations('merchant.nav');
  const names = Object.keys(PAGES) as (keyof typeof PAGES)[];
  const links = names.map((name) => ({
    href: PAGES[name],
    label: t(name),
    current: name === page,
  }));
  return <RoomFrame {...frame} nav={<RoomNav label={t('label')} links={links} />} />;
}
