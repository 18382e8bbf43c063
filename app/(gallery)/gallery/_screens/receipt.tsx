import '@/app/receipt.css';
import { ReceiptPage } from '@/app/_server/receipt-page';
import { askFoundRefundAction } from '@/app/(cashier)/receipt/[order]/refund/actions';
import { RefundScreen } from '@/app/(cashier)/receipt/refund-screen';
import { SearchScreen } from '@/app/(cashier)/receipt/search-screen';
import { TextLink } from '@/components/ui/text-link';
import { cny } from '@/lib/money/money';
import type { Receipt } from '@/lib/receipts/receipt';
import { NOW } from '../_fixtures/base';
import { PAID_TRANSFER, transfer } from '../_fixtures/claims';
import { LONG_MERCHANT, LONG_ORDER, PAYMENTS, receipt, refund } from '../_fixtures/receipts';
import type { Pictures } from './pictures';

const sheet = (shown: Receipt, paper: 'a4' | '80mm' = 'a4', isPayer = true) => (
  <ReceiptPage
    isPayer={isPayer}
    receipt={shown}
    now={NOW}
    paper={paper}
    address="/gallery"
    back={<TextLink href="/gallery">←</TextLink>}
  />
);

const transferred = (progress: 'processing' | 'returned', one = transfer()) =>
  refund(progress, {
    parts: [{ to: 'card', amount: cny(2000n), progress, transfer: one }],
  });

const SOME = { refunded: cny(2000n) };

export const RECEIPT: Pictures = {
  'by-card': () => sheet(receipt()),
  'by-balance': () => sheet(receipt({ payment: PAYMENTS.balance })),
  'by-balance-and-card': () => sheet(receipt({ payment: PAYMENTS.mixed })),
  'by-phone-bill': () => sheet(receipt({ payment: PAYMENTS.phone })),
  'on-a-till-roll': () => sheet(receipt({ ...SOME, refunds: [refund('returned')] }), '80mm'),
  'not-by-the-payer': () => sheet(receipt(), 'a4', false),
  'refund-asked': () => sheet(receipt({ refunds: [refund('asked')], ask: null, moving: true })),
  'refund-declined': () =>
    sheet(
      receipt({
        refunds: [refund('declined', { declineReason: '已超过七天，商品已经拆封。' })],
      }),
    ),
  'refund-requested': () => sheet(receipt({ refunds: [refund('requested')], moving: true })),
  'refund-under-way': () => sheet(receipt({ refunds: [refund('processing')], moving: true })),
  'refund-returned': () => sheet(receipt({ ...SOME, refunds: [refund('returned')] })),
  'refund-failed': () => sheet(receipt({ refunds: [refund('failed')] })),
  'refund-by-two-ways': () =>
    sheet(
      receipt({
        payment: PAYMENTS.mixed,
        moving: true,
        refunded: cny(640n),
        refunds: [
          refund('processing', {
            parts: [
              { to: 'balance', amount: cny(640n), progress: 'returned' },
              { to: 'card', amount: cny(1360n), progress: 'processing' },
            ],
          }),
        ],
      }),
    ),
  'refund-partly-failed': () =>
    sheet(
      receipt({
        payment: PAYMENTS.mixed,
        refunded: cny(640n),
        refunds: [
          refund('failed', {
            parts: [
              { to: 'balance', amount: cny(640n), progress: 'returned' },
              { to: 'card', amount: cny(1360n), progress: 'failed' },
            ],
          }),
        ],
      }),
    ),
  'transfer-needs-an-account': () =>
    sheet(receipt({ refunds: [transferred('processing')], moving: true })),
  'transfer-without-a-phone': () =>
    sheet(
      receipt({
        refunds: [transferred('processing', transfer({ canSendLink: false, again: 'sentBack' }))],
        moving: true,
      }),
    ),
  'transfer-paid': () =>
    sheet(receipt({ ...SOME, refunds: [transferred('returned', PAID_TRANSFER)] })),
  'several-refunds': () =>
    sheet(
      receipt({
        refunded: cny(4000n),
        moving: true,
        refunds: [
          refund('returned'),
          refund('returned', { id: 'ref_gallery_2', merchantRefundNo: null }),
          refund('processing'),
        ],
      }),
    ),
  'late-money': () =>
    sheet(
      receipt({
        late: [
          { method: 'quickpass', amount: cny(6800n), state: 'coming_back' },
          { method: 'card', amount: cny(6800n), state: 'returned' },
        ],
        moving: true,
      }),
    ),
  'only-late-money': () =>
    sheet(
      receipt({
        payment: null,
        late: [{ method: 'quickpass', amount: cny(6800n), state: 'held' }],
      }),
    ),
  long: () =>
    sheet(receipt({ order: LONG_ORDER, merchant: LONG_MERCHANT, payment: PAYMENTS.mixed })),
};

/** A receipt without a log-in. */
export const TRACKER: Pictures = {
  search: () => <SearchScreen told={undefined} />,
  over: () => <SearchScreen told="over" />,
  updated: () => <SearchScreen told="updated" />,
};

const askScreen = (rule: 'ask' | 'at_once', shown = receipt()) => (
  <RefundScreen
    receipt={shown}
    ask={{ rule, left: cny(6800n) }}
    action={askFoundRefundAction}
    hidden={{ orderId: shown.order.id }}
    formKey={'0'.repeat(26)}
    back="/gallery"
  />
);

/** A payer asks for money back. */
export const REFUND_ASK: Pictures = {
  ask: () => askScreen('ask'),
  'at-once': () => askScreen('at_once'),
  long: () => askScreen('ask', receipt({ order: LONG_ORDER, merchant: LONG_MERCHANT })),
};
