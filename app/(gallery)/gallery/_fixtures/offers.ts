import type { Offer } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import { after } from './base';

const offer = (given: Pick<Offer, 'method'> & Partial<Offer>): Offer => ({
  available: given.reason === undefined,
  recommended: false,
  lastUsed: false,
  ...given,
});

const QUOTA: NonNullable<Offer['quota']> = {
  leftToday: cny(500_000n),
  period: 'year',
  leftInPeriod: cny(9_000_000n),
  needsCode: false,
};

export const balance = (given: Partial<Offer> = {}): Offer =>
  offer({ method: 'balance', balance: cny(32_650n), quota: QUOTA, ...given });
export const quickpass = (given: Partial<Offer> = {}): Offer =>
  offer({ method: 'quickpass', surface: { kind: 'wap', by: 'api' }, ...given });
export const card = (given: Partial<Offer> = {}): Offer => offer({ method: 'card', ...given });
export const carrier = (given: Partial<Offer> = {}): Offer =>
  offer({ method: 'carrier', ...given });

export const first: Partial<Offer> = { recommended: true };

/** Nobody has signed in: the balance may or may not be there. */
export const GUEST: Offer[] = [
  quickpass({ ...first, promotions: true }),
  carrier(),
  balance({ reason: 'balance_not_opened', balance: undefined, quota: undefined }),
  card({ reason: 'card_sign_in' }),
];

/** Everything works. */
export const SIGNED_IN: Offer[] = [
  balance({ ...first, lastUsed: true }),
  quickpass(),
  card(),
  carrier(),
];

/** WeChat lets nobody out to UnionPay's page. */
export const IN_WECHAT: Offer[] = [
  quickpass({
    reason: 'quickpass_blocked_here',
    surface: {
      kind: 'unavailable',
      reason: 'quickpass_blocked_here',
      wayOut: 'open_in_browser',
    },
    wayOut: 'open_in_browser',
  }),
  balance({ reason: 'balance_not_opened', balance: undefined, quota: undefined }),
  card({ reason: 'card_sign_in' }),
  carrier({ reason: 'carrier_android_only' }),
];

/** A PC where the phone has to help. */
export const ON_PC: Offer[] = [
  quickpass({
    reason: 'quickpass_not_contracted',
    surface: { kind: 'unavailable', reason: 'quickpass_not_contracted', wayOut: 'use_phone' },
    wayOut: 'use_phone',
  }),
  carrier({ reason: 'carrier_android_only', wayOut: 'use_phone' }),
  card({ reason: 'card_sign_in' }),
];

/** Nothing works anywhere. */
export const ALL_DOWN: Offer[] = [
  quickpass({
    reason: 'maintenance',
    surface: { kind: 'unavailable', reason: 'channel_unavailable', wayOut: 'choose_other' },
    maintenanceUntil: after(95 * 60),
    wayOut: 'choose_other',
  }),
  card({ reason: 'maintenance', maintenanceUntil: after(95 * 60) }),
  carrier({ reason: 'channel_unavailable' }),
];
