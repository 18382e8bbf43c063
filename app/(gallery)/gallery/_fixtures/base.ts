import { cny } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';

/** When every picture is taken: a Sunday afternoon in Beijing. */
export const NOW = new Date('2026-03-08T06:21:00.000Z');
/** No order's: whatever a picture posts is refused. */
export const TOKEN = 'gallery';

/** A moment so many seconds after the pictures are taken. */
export const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

type Order = CashierView['order'];
export type Live = NonNullable<CashierView['live']>;
export type Paid = NonNullable<CashierView['paid']>;

const ORDER: Order = {
  id: 'ord_01KK5Q2M8Z3T7V9W1X4Y6A0B2C',
  merchantOrderNo: 'GL20260308142055',
  subject: '挂耳咖啡 12 包',
  amount: cny(6800n),
  state: 'open',
  expiresAt: after(14 * 60 + 32),
  paidAt: null,
  subscription: null,
};

const VIEW: CashierView = {
  now: NOW,
  mark: 'gallery',
  order: ORDER,
  merchant: {
    mode: 'live',
    name: '青禾咖啡',
    nameEn: 'Qinghe Coffee',
    accentColor: '#0f766e',
    logo: null,
  },
  shopper: null,
  offers: [],
  cards: [],
  live: null,
  paid: null,
  scannedAt: null,
  scannerPays: false,
  leftBehind: [],
  lastFailure: null,
  // A picture's way back is the list of pictures.
  returnUrl: '/gallery',
};

export type Changes = Partial<Omit<CashierView, 'order'>> & { order?: Partial<Order> };

/** The order of all pictures, but for what one of them is about. */
export const view = ({ order, ...changes }: Changes = {}): CashierView => ({
  ...VIEW,
  ...changes,
  order: { ...ORDER, ...order },
});

const LIVE: Live = {
  method: 'quickpass',
  state: 'waiting',
  balance: null,
  here: true,
  requestedAt: after(-40),
  payableUntil: after(14 * 60),
  nextStep: null,
  renewAt: null,
  surface: 'api_wap',
  hostResult: null,
  card: null,
  phone: null,
};

/** The order while it waits for an attempt. */
export const waitingFor = (live: Partial<Live>, changes: Changes = {}): CashierView =>
  view({ ...changes, live: { ...LIVE, ...live } });

const PAID: Paid = {
  method: 'quickpass',
  balance: null,
  surface: 'api_wap',
  cardType: null,
  card: null,
  phone: null,
};

/** The order, paid a moment ago. */
export const paidBy = (paid: Partial<Paid>, { order, ...changes }: Changes = {}): CashierView =>
  view({
    ...changes,
    order: { state: 'paid', paidAt: after(-3), ...order },
    paid: { ...PAID, ...paid },
  });

type Late = CashierView['leftBehind'][number];

/** An earlier attempt that was left behind. */
export const late = (
  method: Late['method'],
  state: Late['state'],
  fate: Late['fate'] = 'goes_back',
): Late => ({
  method,
  state,
  amount: ORDER.amount,
  payableUntil: after(540),
  fate,
});

/** What is as long as it gets: names, subject, amount. */
export const LONG: Changes = {
  order: {
    amount: cny(100_000_000n),
    subject:
      '2026 春季新品 手冲咖啡全套器具（磨豆机、温控壶、滤杯、分享壶、电子秤）礼盒装 含一年份产地直送咖啡豆',
    merchantOrderNo: 'GL20260308142055-000000000000000042-AB',
  },
  merchant: {
    mode: 'live',
    name: '杭州青禾山谷咖啡文化传播发展有限责任公司',
    nameEn: 'Hangzhou Qinghe Valley Coffee Culture Communication and Development Co., Ltd.',
    accentColor: '#f2c94c',
    logo: null,
  },
};

/** A subscription that paying begins. */
export const SUBSCRIPTION: NonNullable<Order['subscription']> = {
  period: 'natural_month',
  validThrough: '2026-03-31',
  nextChargeOn: '2026-04-01',
};
