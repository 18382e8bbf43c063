import { cny } from '@/lib/money/money';
import type { Receipt, ReceiptRefund } from '@/lib/receipts/receipt';
import { after, LONG, paidBy } from './base';
import { CARD } from './cards';

type Payment = NonNullable<Receipt['payment']>;

const { order, merchant } = paidBy({}, { order: { paidAt: after(-3 * 3600) } });

const PAYMENT: Payment = {
  method: 'card',
  balance: null,
  surface: null,
  cardType: 'debit',
  card: { bank: CARD.bank, tail: CARD.cardTail },
  phone: null,
  rest: order.amount,
  channelOrderNo: '2026030811205500000000000042',
  channelRef: '20260308112055000000001234567890',
};

/** A receipt of the order of all pictures. */
export const receipt = (changes: Partial<Receipt> = {}): Receipt => ({
  order,
  merchant,
  payment: PAYMENT,
  refunds: [],
  refunded: cny(0n),
  late: [],
  ask: { rule: 'ask', left: cny(6800n) },
  moving: false,
  ...changes,
});

export const PAYMENTS = {
  balance: {
    ...PAYMENT,
    method: 'balance',
    card: null,
    cardType: null,
    channelOrderNo: null,
    channelRef: null,
  },
  mixed: { ...PAYMENT, balance: cny(640n), rest: cny(6160n) },
  phone: {
    ...PAYMENT,
    method: 'carrier',
    card: null,
    cardType: null,
    phone: { carrier: 'cmcc', phoneMasked: '138****8000', billText: '青禾咖啡会员' },
  },
} as const satisfies Record<string, Payment>;

/** A refund of 20 yuan by the card, as far as it has come. */
export const refund = (
  progress: ReceiptRefund['progress'],
  changes: Partial<ReceiptRefund> = {},
): ReceiptRefund => ({
  id: `ref_gallery_${progress}`,
  merchantRefundNo: 'RF20260308001',
  amount: cny(2000n),
  progress,
  requestedAt: after(-2 * 3600),
  endedAt: ['returned', 'failed', 'declined'].includes(progress) ? after(-3600) : null,
  declineReason: null,
  parts: [{ to: 'card', amount: cny(2000n), progress }],
  ...changes,
});

export const LONG_ORDER = { ...order, ...LONG.order };
export const LONG_MERCHANT = { ...merchant, ...LONG.merchant };
