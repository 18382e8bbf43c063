import { OrderScreen } from '@/app/(cashier)/pay/[token]/order-screen';
import { ResultScreen } from '@/app/(cashier)/pay/[token]/result/result-screen';
import type { Told } from '@/components/cashier/back-when';
import { cny } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';
import {
  after,
  type Changes,
  LONG,
  late,
  paidBy,
  SUBSCRIPTION,
  TOKEN,
  view,
} from '../_fixtures/base';
import { CARD } from '../_fixtures/cards';
import { ON_A_PHONE } from '../_fixtures/hosts';
import { GUEST } from '../_fixtures/offers';
import type { Pictures } from './pictures';

const result = (seen: CashierView, told: Told = 'told') => (
  <ResultScreen view={seen} told={told} token={TOKEN} />
);

const BANK = { bank: CARD.bank, tail: CARD.cardTail };
const PHONE = {
  carrier: 'cmcc',
  phoneMasked: '138****8000',
  billText: '青禾咖啡会员',
} as const;
const HELD = cny(640n);
const LATE: Changes = {
  leftBehind: [late('quickpass', 'late_succeeded')],
};
const GIVEN_BACK: Changes = {
  leftBehind: [late('card', 'returned')],
};

export const PAID: Pictures = {
  'by-balance': () => result(paidBy({ method: 'balance', surface: null })),
  'by-quickpass': () => result(paidBy({ cardType: 'credit' })),
  'by-card': () => result(paidBy({ method: 'card', surface: null, cardType: 'debit', card: BANK })),
  'by-phone-bill': () => result(paidBy({ method: 'carrier', surface: null, phone: PHONE })),
  'by-balance-and-quickpass': () => result(paidBy({ balance: HELD, cardType: 'debit' })),
  'by-balance-and-card': () =>
    result(paidBy({ method: 'card', surface: null, cardType: 'debit', card: BANK, balance: HELD })),
  subscription: () =>
    result(
      paidBy(
        { method: 'carrier', surface: null, phone: PHONE },
        { order: { amount: cny(3000n), subscription: SUBSCRIPTION } },
      ),
    ),
  'merchant-not-told-yet': () => result(paidBy({ cardType: 'debit' }), 'pending'),
  'merchant-not-to-be-told': () => result(paidBy({ cardType: 'debit' }), 'none'),
  'on-a-phone-that-scanned': () => result(paidBy({}, { scannedAt: after(-90), scannerPays: true })),
  'long-ago': () => result(paidBy({}, { order: { paidAt: after(-7200) } })),
  'without-a-way-back': () => result(paidBy({}, { returnUrl: null })),
  'twice-one-going-back': () => result(paidBy({ method: 'balance', surface: null }, LATE)),
  'twice-one-given-back': () => result(paidBy({ method: 'balance', surface: null }, GIVEN_BACK)),
  long: () =>
    result(
      paidBy({ method: 'card', surface: null, cardType: 'debit', card: BANK, balance: HELD }, LONG),
    ),
};

export const NOT_PAID: Pictures = {
  yet: () => result(view({ offers: GUEST })),
  cancelled: () =>
    result(view({ offers: GUEST, lastFailure: { method: 'quickpass', reason: 'cancelled' } })),
  'card-gone': () =>
    result(view({ offers: GUEST, lastFailure: { method: 'card', reason: 'agreement_ended' } })),
  'balance-released': () =>
    result(
      view({
        offers: GUEST,
        lastFailure: { method: 'card', reason: 'declined', balance: HELD },
      }),
    ),
};

const over = (state: 'expired' | 'closed', changes: Changes = {}) => (
  <OrderScreen
    view={view({ ...changes, order: { state, expiresAt: after(-600), ...changes.order } })}
    host={ON_A_PHONE}
    token={TOKEN}
    justBound={false}
  />
);

export const OVER: Pictures = {
  expired: () => over('expired'),
  'expired-without-a-way-back': () => over('expired', { returnUrl: null }),
  'expired-money-may-come': () =>
    over('expired', {
      leftBehind: [late('quickpass', 'superseded')],
    }),
  'expired-paid-late': () => over('expired', LATE),
  'expired-given-back': () => over('expired', GIVEN_BACK),
  closed: () => over('closed'),
  'closed-without-a-way-back': () => over('closed', { returnUrl: null }),
  'closed-after-a-failure': () =>
    over('closed', { lastFailure: { method: 'card', reason: 'declined' } }),
  'expired-on-the-result-page': () =>
    result(view({ order: { state: 'expired', expiresAt: after(-600) } })),
};
