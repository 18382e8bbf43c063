import { getTranslations } from 'next-intl/server';
import { RoomFrame, type RoomPage } from '@/app/(auth)/room-frame';
import { langOf } from '@/components/ui/lang-of';
import { type SidebarLink, SidebarNav } from '@/components/ui/sidebar-nav';
import type { CurrentUser } from '@/lib/auth/user';
import { type MerchantAction, merchantMay } from '@/lib/core/merchant-permissions';
import { ModeBar } from './mode-bar';

interface MerchantPage {
  href: string;
  group: 'payments' | 'money' | 'developers' | 'settings';
  /** Shown to those who may do this. */
  may: MerchantAction;
}

const GROUPS = ['payments', 'money', 'developers', 'settings'] as const;

/** A merchant's pages, in the order of the sidebar; each has its name in `merchant.nav`. */
const PAGES = {
  overview: { href: '/merchant', group: 'payments', may: 'figures.read' },
  orders: { href: '/merchant/orders', group: 'payments', may: 'order.read' },
  refunds: { href: '/merchant/refunds', group: 'payments', may: 'order.read' },
  links: { href: '/merchant/links', group: 'payments', may: 'link.read' },
  subscriptions: {
    href: '/merchant/subscriptions',
    group: 'payments',
    may: 'subscription.read',
  },
  agreements: { href: '/merchant/agreements', group: 'payments', may: 'agreement.read' },
  migrations: { href: '/merchant/migrations', group: 'payments', may: 'migration.upload' },
  balance: { href: '/merchant/balance', group: 'money', may: 'balance.read' },
  statements: { href: '/merchant/statements', group: 'money', may: 'statement.read' },
  withdrawals: { href: '/merchant/withdrawals', group: 'money', may: 'withdrawal.request' },
  carrierStatements: {
    href: '/merchant/carrier-statements',
    group: 'money',
    may: 'carrier_statement.read',
  },
  goingLive: { href: '/merchant/going-live', group: 'developers', may: 'figures.read' },
  keys: { href: '/merchant/keys', group: 'developers', may: 'key.read' },
  signatures: { href: '/merchant/signatures', group: 'developers', may: 'key.read' },
  endpoints: { href: '/merchant/endpoints', group: 'developers', may: 'endpoint.read' },
  deliveries: { href: '/merchant/deliveries', group: 'developers', may: 'endpoint.read' },
  requests: { href: '/merchant/requests', group: 'developers', may: 'request_log.read' },
  docs: { href: '/docs', group: 'developers', may: 'figures.read' },
  settings: { href: '/merchant/settings', group: 'settings', may: 'settings.read' },
  appearance: { href: '/merchant/appearance', group: 'settings', may: 'settings.read' },
  refundPolicy: { href: '/merchant/refund-policy', group: 'settings', may: 'settings.read' },
  members: { href: '/merchant/members', group: 'settings', may: 'member.read' },
  changes: { href: '/merchant/changes', group: 'settings', may: 'member.read' },
} as const satisfies Record<string, MerchantPage>;

type PageName = keyof typeof PAGES;

/** The frame of a merchant's page: which of them this is, the way to the others, who works here. */
export async function MerchantFrame({
  page,
  user,
  ...shown
}: RoomPage & { page: PageName; user: CurrentUser }) {
  const [t, members, merchant] = await Promise.all([
    getTranslations('merchant.nav'),
    getTranslations('members'),
    getTranslations('merchant'),
  ]);
  const links = (Object.entries(PAGES) as [PageName, MerchantPage][]).filter(([, { may }]) =>
    merchantMay(user.merchantRole, may),
  );
  const linksOf = (wanted: MerchantPage['group']): SidebarLink[] =>
    links
      .filter(([, { group }]) => group === wanted)
      .map(([name, { href }]) => ({ href, label: t(name), current: name === page }));
  const groups = GROUPS.map((group) => ({
    title: members(`group.${group}`),
    links: linksOf(group),
  }));
  return (
    <RoomFrame
      brand={merchant('title')}
      words={{ label: t('label'), menu: members('menu'), skip: members('skip') }}
      nav={<SidebarNav groups={groups} />}
      who={
        <>
          <span lang={langOf(user.displayName)}>{user.displayName}</span> ·{' '}
          {members(`role.${user.merchantRole ?? 'support'}`)}
        </>
      }
      above={<ModeBar user={user} />}
      place={user.merchantId ?? undefined}
      {...shown}
    />
  );
}
