import { QrScreen } from '@/app/(cashier)/pay/[token]/go/qr-screen';
import { WayScreen } from '@/app/(cashier)/pay/[token]/go/way-screen';
import { OrderScreen } from '@/app/(cashier)/pay/[token]/order-screen';
import { ResultScreen } from '@/app/(cashier)/pay/[token]/result/result-screen';
import type { NextStep } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';
import {
  after,
  type Changes,
  type Live,
  LONG,
  late,
  NOW,
  TOKEN,
  view,
  waitingFor,
} from '../_fixtures/base';
import { CARD } from '../_fixtures/cards';
import { ON_A_PHONE } from '../_fixtures/hosts';
import { SIGNED_IN } from '../_fixtures/offers';
import { KeepNothing } from '../keep-nothing';
import type { Pictures } from './pictures';

const FORM: NextStep = { type: 'post-form', url: '/gallery', fields: { txnType: '01' } };
const LAUNCH: NextStep = { type: 'launch-control', tn: '202603081420550000001', mode: '01' };
const QR: NextStep = {
  type: 'show-qr',
  content: 'https://qr.95516.com/00010000/62000000000000000000000000000001',
};
const CODE: NextStep = {
  type: 'enter-code',
  phoneMasked: '138****8000',
  expiresAt: after(240).toISOString(),
};
const HELD = cny(640n);
const BY_CARD: Partial<Live> = {
  method: 'card',
  surface: null,
  card: {
    agreementId: CARD.id,
    bank: CARD.bank,
    tail: CARD.cardTail,
    phoneMasked: CARD.phoneMasked,
  },
};
const PHONE: NonNullable<Live['phone']> = {
  carrier: 'cmcc',
  province: '33',
  phoneMasked: '138****8000',
  mode: 'sms',
  billText: '青禾咖啡会员',
  triesLeft: 3,
  codeExpiresAt: after(240),
  resendAt: after(38),
};
const byPhone = (phone: Partial<typeof PHONE> = {}): Partial<Live> => ({
  method: 'carrier',
  surface: null,
  phone: { ...PHONE, ...phone },
});

const waiting = (live: Partial<Live>, changes?: Changes) => (
  <OrderScreen view={waitingFor(live, changes)} host={ON_A_PHONE} token={TOKEN} justBound={false} />
);

/** The live attempt is given beside the view, as the pages do. */
const withLive = (
  live: Partial<Live>,
  draw: (both: { view: CashierView; live: Live; token: string }) => React.ReactNode,
) => {
  const seen = waitingFor(live);
  return seen.live ? draw({ view: seen, live: seen.live, token: TOKEN }) : null;
};
const onTheWay = (live: Partial<Live>) =>
  withLive(live, (both) => (
    <>
      <KeepNothing />
      <WayScreen {...both} />
    </>
  ));
const qr = (live: Partial<Live>, onPhone = false) =>
  withLive({ surface: 'qr', ...live }, (both) => <QrScreen {...both} onPhone={onPhone} />);

export const ON_THE_WAY: Pictures = {
  'by-form': () => onTheWay({ nextStep: FORM }),
  'by-host': () => onTheWay({ nextStep: LAUNCH, surface: 'control' }),
  'to-the-carrier': () =>
    onTheWay({ ...byPhone({ mode: 'wap' }), nextStep: { type: 'redirect', url: '/gallery' } }),
  'with-balance-held': () => onTheWay({ nextStep: FORM, balance: HELD }),
};

export const QR_CODE: Pictures = {
  shown: () => qr({ nextStep: QR, renewAt: after(100) }),
  'on-a-phone': () => qr({ nextStep: QR }, true),
  unsure: () => qr({ nextStep: QR, state: 'unknown' }),
  ended: () => qr({ nextStep: null, payableUntil: after(-5) }),
};

export const WAITING: Pictures = {
  sent: () => waiting({ state: 'sent' }),
  'can-go-on': () => waiting({ nextStep: FORM }),
  'can-go-on-in-the-host': () => waiting({ nextStep: LAUNCH, surface: 'control' }),
  undecided: () => waiting({ nextStep: { type: 'wait' } }),
  'nobody-answers': () => waiting({ state: 'unknown' }),
  'nobody-answers-can-go-on': () => waiting({ state: 'unknown', nextStep: FORM }),
  'nobody-answers-long': () =>
    waiting({ state: 'unknown', requestedAt: after(-1500), payableUntil: after(-300) }),
  'past-its-time': () => waiting({ payableUntil: after(-30) }),
  'order-expired-meanwhile': () =>
    waiting({ state: 'unknown' }, { order: { state: 'expired', expiresAt: after(-60) } }),
  'by-card': () => waiting({ ...BY_CARD, state: 'unknown' }),
  'by-balance': () => waiting({ method: 'balance', surface: null, state: 'sent' }),
  'by-phone-bill': () => waiting({ ...byPhone(), state: 'unknown' }),
  'by-the-carriers-page': () =>
    waiting({ ...byPhone({ mode: 'wap' }), nextStep: { type: 'redirect', url: '/gallery' } }),
  'with-balance-held': () => waiting({ balance: HELD, nextStep: FORM }),
  'with-balance-held-unsure': () => waiting({ ...BY_CARD, balance: HELD, state: 'unknown' }),
  elsewhere: () => waiting({ here: false, nextStep: FORM }),
  'elsewhere-unsure': () => waiting({ here: false, state: 'unknown' }),
  'elsewhere-by-code': () => waiting({ ...BY_CARD, here: false, nextStep: CODE }),
  'on-a-phone-that-scanned': () =>
    waiting({ here: false, nextStep: FORM }, { scannedAt: after(-50), scannerPays: true }),
  'host-says-paid': () => waiting({ surface: 'control', hostResult: 'success' }),
  'host-says-failed': () => waiting({ surface: 'control', hostResult: 'fail' }),
  'host-says-cancelled': () =>
    waiting({ surface: 'control', hostResult: 'cancel', nextStep: LAUNCH }),
  'host-says-not-installed': () => waiting({ surface: 'control', hostResult: 'not-installed' }),
  'host-says-nothing': () => waiting({ surface: 'control', hostResult: 'unknown' }),
  'without-a-way-back': () => waiting({ state: 'unknown' }, { returnUrl: null }),
  'on-the-result-page': () => (
    <ResultScreen view={waitingFor({ state: 'unknown' })} told="none" token={TOKEN} />
  ),
  long: () => waiting({ state: 'unknown' }, LONG),
};

export const PAYMENT_CODE: Pictures = {
  'by-card': () => waiting({ ...BY_CARD, nextStep: CODE }),
  'by-card-wrong': () => waiting({ ...BY_CARD, nextStep: { ...CODE, wrong: true, triesLeft: 1 } }),
  'by-card-with-balance-held': () => waiting({ ...BY_CARD, balance: HELD, nextStep: CODE }),
  'by-phone-bill': () => waiting({ ...byPhone(), nextStep: CODE }),
  'by-phone-bill-unsure': () => waiting({ ...byPhone(), state: 'unknown', nextStep: CODE }),
  'by-phone-bill-few-tries': () => waiting({ ...byPhone({ triesLeft: 1 }), nextStep: CODE }),
  'by-phone-bill-used-up': () =>
    waiting({ ...byPhone({ triesLeft: 0, resendAt: NOW }), nextStep: CODE }),
};

const LEFT = ['balance', 'quickpass', 'card', 'carrier'] as const;
const leftBehind = (
  method: (typeof LEFT)[number],
  state: CashierView['leftBehind'][number]['state'],
  changes: Changes,
  fate?: CashierView['leftBehind'][number]['fate'],
  told: { amount?: null } = {},
) => (
  <OrderScreen
    view={view({ ...changes, leftBehind: [{ ...late(method, state, fate), ...told }] })}
    host={ON_A_PHONE}
    token={TOKEN}
    justBound={false}
  />
);
const FATES = ['pays', 'goes_back', 'merchant_decides'] as const;
const OPEN: Changes = { offers: SIGNED_IN };
const EXPIRED: Changes = { order: { state: 'expired', expiresAt: after(-60) } };

/** An earlier attempt may still be paid, or was, while the order is not. */
export const LEFT_BEHIND: Pictures = {
  ...Object.fromEntries(
    LEFT.flatMap((method) => [
      [`${method}-watched`, () => leftBehind(method, 'superseded', OPEN, 'pays')],
      [`${method}-paid-late`, () => leftBehind(method, 'late_succeeded', EXPIRED)],
      [`${method}-given-back`, () => leftBehind(method, 'returned', EXPIRED)],
      [
        `${method}-paid-late-held`,
        () => leftBehind(method, 'late_succeeded', EXPIRED, 'merchant_decides'),
      ],
    ]),
  ),
  ...Object.fromEntries(
    FATES.map((fate) => [
      `order-expired-${fate.replace('_', '-')}`,
      () => leftBehind('quickpass', 'superseded', EXPIRED, fate),
    ]),
  ),
  // A balance was to pay a part of it: how much is not for everybody's eyes.
  'untold-paid-late': () =>
    leftBehind('card', 'late_succeeded', EXPIRED, 'goes_back', { amount: null }),
  'untold-given-back': () => leftBehind('card', 'returned', EXPIRED, 'goes_back', { amount: null }),
};
