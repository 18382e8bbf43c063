import type { ReactNode } from 'react';
import { OrderScreen } from '@/app/(cashier)/pay/[token]/order-screen';
import { TestPanel } from '@/components/cashier/test-panel';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Offer } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import { TEST_OUTCOMES } from '@/lib/test-mode/outcome';
import { after, type Changes, LONG, SUBSCRIPTION, TOKEN, view } from '../_fixtures/base';
import { CARD, CARDS } from '../_fixtures/cards';
import { FAILURES } from '../_fixtures/failures';
import { HOSTS, ON_A_PC, ON_A_PHONE } from '../_fixtures/hosts';
import {
  ALL_DOWN,
  balance,
  card,
  carrier,
  first,
  GUEST,
  IN_WECHAT,
  ON_PC,
  quickpass,
  SIGNED_IN,
} from '../_fixtures/offers';
import type { Pictures } from './pictures';

const TEST: Changes = { merchant: { ...view().merchant, mode: 'test' } };

const SHOPPER = { phoneMasked: '138****8000' };

const choosing = (
  offers: Offer[],
  changes: Changes = {},
  chosen: {
    card?: string;
    justBound?: boolean;
    updated?: boolean;
    host?: HostFacts;
    panel?: ReactNode;
  } = {},
) => (
  <OrderScreen
    view={view({ ...changes, offers })}
    host={chosen.host ?? ON_A_PHONE}
    token={TOKEN}
    chosenCard={chosen.card}
    justBound={chosen.justBound ?? false}
    updated={chosen.updated}
    panel={chosen.panel}
  />
);

const signedIn = (offers: Offer[], changes: Changes = {}) =>
  choosing(offers, { shopper: SHOPPER, cards: [...CARDS], ...changes });

/** A way that cannot be used stands below one that can. */
const hindered = (offer: Offer, changes?: Changes) =>
  signedIn([quickpass(first), ...(offer.method === 'quickpass' ? [] : [offer])], changes);

const COMBINE: NonNullable<Offer['combine']> = {
  balance: cny(640n),
  rest: cny(6160n),
  restBy: ['quickpass', 'card'],
  needsCode: false,
};

const SHORT = { balance: cny(640n), reason: 'balance_insufficient' } as const;

export const CHOOSING: Pictures = {
  guest: () => choosing(GUEST),
  'test-mode': () =>
    choosing(GUEST, TEST, {
      panel: <TestPanel token={TOKEN} outcomes={TEST_OUTCOMES} next={null} />,
    }),
  'test-mode-chosen': () =>
    choosing(
      GUEST,
      { ...TEST, lastFailure: { method: 'quickpass', reason: 'declined' } },
      {
        panel: <TestPanel token={TOKEN} outcomes={TEST_OUTCOMES} next="in_doubt" />,
      },
    ),
  'signed-in': () => signedIn(SIGNED_IN),
  'needs-code': () =>
    signedIn([
      balance({
        ...first,
        quota: {
          leftToday: cny(500_000n),
          period: 'year',
          leftInPeriod: cny(9_000_000n),
          needsCode: true,
        },
      }),
      quickpass(),
    ]),
  'limits-leave-less': () =>
    signedIn([
      balance({
        ...first,
        quota: {
          leftToday: cny(12_000n),
          period: 'year',
          leftInPeriod: cny(9_000n),
          needsCode: false,
        },
      }),
      quickpass({ lastUsed: true }),
    ]),
  'balance-and-another': () =>
    signedIn([
      quickpass(first),
      card({ lastUsed: true }),
      carrier(),
      balance({ ...SHORT, combine: COMBINE }),
    ]),
  'balance-and-another-with-code': () =>
    signedIn([
      quickpass(first),
      balance({ ...SHORT, combine: { ...COMBINE, restBy: ['quickpass'], needsCode: true } }),
    ]),
  'balance-short': () => hindered(balance(SHORT)),
  'balance-frozen': () => hindered(balance({ reason: 'account_frozen' })),
  'day-limit': () => hindered(balance({ reason: 'day_limit_exceeded' })),
  'class-limit': () => hindered(balance({ reason: 'class_limit_exceeded' })),
  'no-password': () => hindered(balance({ reason: 'payment_password_unset' })),
  'password-locked': () =>
    hindered(balance({ reason: 'payment_password_locked', lockedUntil: after(30 * 60) })),
  'amount-out-of-range': () => hindered(card({ reason: 'amount_out_of_range' })),
  'amount-over-most': () =>
    hindered(card({ reason: 'amount_out_of_range', range: { least: null, most: cny(5000n) } })),
  'amount-under-least': () =>
    hindered(card({ reason: 'amount_out_of_range', range: { least: cny(10_000n), most: null } })),
  'quickpass-with-a-limit': () =>
    signedIn([quickpass({ ...first, range: { least: null, most: cny(500_000n) } }), card()]),
  'balance-and-a-small-card': () =>
    signedIn([card(first), balance({ ...SHORT, combine: { ...COMBINE, restBy: ['card'] } })], {
      cards: [{ ...CARD, single: cny(6500n) }],
    }),
  'carrier-prices': () =>
    hindered(
      carrier({
        reason: 'carrier_amount',
        billable: { most: cny(3000n), prices: [cny(1000n), cny(2000n), cny(3000n)] },
      }),
      { order: { amount: cny(1500n) } },
    ),
  'carrier-most': () =>
    hindered(carrier({ reason: 'carrier_amount', billable: { most: cny(3000n), prices: [] } })),
  'one-under-maintenance': () =>
    signedIn([quickpass(first), card({ reason: 'maintenance', maintenanceUntil: after(95 * 60) })]),
  'maintenance-overnight': () =>
    signedIn([
      quickpass(first),
      card({ reason: 'maintenance', maintenanceUntil: after(20 * 3600) }),
    ]),
  'one-way': () => choosing([quickpass(first)]),
  'only-balance': () => signedIn([balance(first)]),
  'only-card': () => signedIn([card(first)]),
  'only-new-card': () => choosing([card(first)], { shopper: SHOPPER }),
  'only-phone-bill': () =>
    choosing([carrier(first)], { order: { amount: cny(3000n), subscription: SUBSCRIPTION } }),
  'on-a-pc': () =>
    choosing(
      [quickpass({ ...first, surface: { kind: 'qr' } }), balance(), card()],
      { shopper: SHOPPER, cards: [...CARDS] },
      { host: ON_A_PC },
    ),
  'on-a-pc-scanned': () =>
    choosing(
      [quickpass({ ...first, surface: { kind: 'qr' } }), balance()],
      { shopper: SHOPPER, scannedAt: after(-8) },
      { host: ON_A_PC },
    ),
  'in-union-pay': () =>
    choosing(
      [quickpass({ ...first, surface: { kind: 'control' }, promotions: true })],
      {},
      { host: HOSTS.unionpay },
    ),
  'in-an-app': () =>
    choosing([quickpass({ ...first, surface: { kind: 'cashier' } })], {}, { host: HOSTS.app }),
  'page-updated': () => choosing(GUEST, {}, { updated: true }),
  'maintenance-near': () =>
    signedIn([balance(first), quickpass({ maintenanceFrom: after(20 * 60) }), card()]),
  'none-in-wechat': () => choosing(IN_WECHAT, {}, { host: HOSTS.wechat }),
  'none-in-alipay': () => choosing(IN_WECHAT, {}, { host: HOSTS.alipay }),
  'none-on-a-pc': () => choosing(ON_PC, {}, { host: ON_A_PC }),
  'all-down': () => choosing(ALL_DOWN),
  'card-chosen': () =>
    choosing(SIGNED_IN, { shopper: SHOPPER, cards: [...CARDS] }, { card: CARD.id }),
  'card-just-bound': () =>
    choosing(SIGNED_IN, { shopper: SHOPPER, cards: [CARD] }, { card: CARD.id, justBound: true }),
  'days-left': () => signedIn(SIGNED_IN, { order: { expiresAt: after(3 * 24 * 3600) } }),
  'a-minute-left': () => signedIn(SIGNED_IN, { order: { expiresAt: after(55) } }),
  'no-way-back': () => choosing(GUEST, { returnUrl: null }),
  long: () =>
    signedIn(
      [
        balance({ ...first, balance: cny(99_999_999_999n), lastUsed: true }),
        quickpass({ promotions: true }),
        card(),
        carrier({
          reason: 'carrier_amount',
          billable: { most: cny(3000n), prices: [] },
        }),
      ],
      LONG,
    ),
  'long-with-a-card': () =>
    choosing(
      [card(first), quickpass()],
      { ...LONG, shopper: SHOPPER, cards: [...CARDS] },
      { card: CARD.id },
    ),
  'long-as-a-guest': () => choosing(GUEST, LONG),
};

/** Back at choosing, with why the last way failed. */
export const FAILED: Pictures = {
  ...Object.fromEntries(
    FAILURES.map((failure) => [
      failure.reason.replaceAll('_', '-'),
      () => signedIn(SIGNED_IN, { lastFailure: failure }),
    ]),
  ),
  'declined-by-phone': () =>
    signedIn(SIGNED_IN, { lastFailure: { method: 'carrier', reason: 'declined' } }),
  'with-balance-held': () =>
    signedIn(SIGNED_IN, {
      lastFailure: { method: 'card', reason: 'insufficient_funds', balance: cny(640n) },
    }),
  'no-reason-known': () =>
    signedIn(SIGNED_IN, { lastFailure: { method: 'quickpass', reason: 'something_new' } }),
};
