import type { StaffAction } from '@/lib/core/staff-permissions';

export type NavGroup = 'find' | 'books' | 'system';

interface OfficePage {
  href: string;
  group: NavGroup;
  /** Shown to those who may do this. */
  may: StaffAction;
}

/** The pages of the office beside its queues, in the order of the sidebar; each has its name in `office.nav`. */
export const OFFICE_PAGES = {
  find: { href: '/office/find', group: 'find', may: 'order.find' },
  overview: { href: '/office', group: 'books', may: 'ledger.read' },
  ledger: { href: '/office/ledger', group: 'books', may: 'ledger.read' },
  accounts: { href: '/office/ledger/accounts', group: 'books', may: 'ledger.read' },
  reconciliation: {
    href: '/office/reconciliation',
    group: 'books',
    may: 'reconciliation.read',
  },
  carrierStatements: {
    href: '/office/carrier-statements',
    group: 'books',
    may: 'reconciliation.read',
  },
  attempts: { href: '/office/attempts', group: 'system', may: 'order.read' },
  subscriptions: { href: '/office/subscriptions', group: 'system', may: 'order.read' },
  channels: { href: '/office/channels', group: 'system', may: 'channel.read' },
  merchants: { href: '/office/merchants', group: 'system', may: 'channel.read' },
  carriers: { href: '/office/carriers', group: 'system', may: 'channel.read' },
  staff: { href: '/office/staff', group: 'system', may: 'staff.read' },
  audit: { href: '/office/audit', group: 'system', may: 'audit.read' },
} as const satisfies Record<string, OfficePage>;

export type OfficePageName = keyof typeof OFFICE_PAGES;

export const NAV_GROUPS: readonly NavGroup[] = ['find', 'books', 'system'];

export const pagesOf = (group: NavGroup): [OfficePageName, OfficePage][] =>
  (Object.entries(OFFICE_PAGES) as [OfficePageName, OfficePage][]).filter(
    ([, page]) => page.group === group,
  );
