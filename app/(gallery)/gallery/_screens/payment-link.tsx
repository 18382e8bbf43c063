import { LinkScreen } from '@/app/(cashier)/l/[code]/link-screen';
import { cny } from '@/lib/money/money';
import type { LinkPage } from '@/lib/payment-links/get-link-page';
import { LONG, TOKEN, view } from '../_fixtures/base';
import type { Pictures } from './pictures';

const { merchant, order } = view();
const FIXED: LinkPage['link'] = {
  merchantId: 'mer_gallery',
  subject: order.subject,
  goods: 'physical',
  least: order.amount,
  most: order.amount,
  expiresAt: null,
};
const COUNTER = { ...FIXED, subject: '到店付款', least: cny(1n), most: cny(500_000n) };

const opened = (changes: Partial<LinkPage> = {}, updated = false) => (
  <LinkScreen
    page={{ link: FIXED, merchant, standing: 'open', ownOrder: null, ...changes }}
    code={TOKEN}
    formKey={'0'.repeat(26)}
    updated={updated}
  />
);

/** Where a payment link, or a code printed for a counter, leads to before there is an order. */
export const PAYMENT_LINK: Pictures = {
  fixed: () => opened(),
  'amount-typed': () => opened({ link: COUNTER }),
  'as-long-as-it-gets': () =>
    opened({
      merchant: { ...merchant, ...LONG.merchant },
      link: { ...COUNTER, subject: LONG.order?.subject ?? '', most: cny(100_000_000n) },
    }),
  'test-mode': () => opened({ merchant: { ...merchant, mode: 'test' } }),
  'own-order-open': () => opened({ ownOrder: TOKEN }),
  'own-use-is-the-last': () => opened({ ownOrder: TOKEN, standing: 'busy' }),
  busy: () => opened({ standing: 'busy' }),
  'used-up': () => opened({ standing: 'used_up' }),
  over: () => opened({ standing: 'over' }),
  stopped: () => opened({ standing: 'stopped' }),
  updated: () => opened({}, true),
};
