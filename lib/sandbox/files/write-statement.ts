import type { Fields } from '../acp/fields';
import { toBeijingStamp } from '../beijing-time';
import { maskCard, TEST_CARDS } from '../cardholder/test-cards';
import { payCardType } from '../gateway/message-fields';
import type { OrderRecord } from '../state/records';
import { writeLine, ZM_WIDTHS, ZME_WIDTHS } from './columns';

const CODES: Record<OrderRecord['kind'], string> = {
  consume: 'S22',
  undo: 'S31',
  refund: 'S04',
  payout: 'S12',
  signing: '',
};

/** What UnionPay keeps of a payment, in hundredths of a percent; of a debit card at most ¥20. */
const RATE = { debit: 50n, credit: 60n };
const DEBIT_CAP_FEN = 2_000n;
const PAYOUT_FEE_FEN = 100n;

const digits = (fen: bigint, width: number): string => fen.toString().padStart(width, '0');
/** D: the merchant pays. C: the merchant gets. */
const signed = (side: 'C' | 'D', fen: bigint): string => `${side}${digits(fen, 12)}`;
/** The merchant's side of a sum that may be below nothing. */
const net = (fen: bigint): string => (fen < 0n ? signed('D', -fen) : signed('C', fen));

/** One line of the ZM file: a transaction that succeeded, and the one it takes back. */
export function writeStatementLine(order: OrderRecord, original: OrderRecord | undefined): Buffer {
  const { request, kind } = order;
  const amount = BigInt(request.txnAmt ?? '0');
  const card = order.card ?? original?.card;
  return writeLine(ZM_WIDTHS, {
    1: CODES[kind],
    2: '00049992',
    3: request.acqInsCode || '00049992',
    4: order.traceNo ?? '',
    5: traceTimeOf(order),
    6: maskedCardOf(order) || (original ? maskedCardOf(original) : ''),
    7: digits(amount, 12),
    8: request.merCatCode || '5311',
    9: '07',
    10: order.queryId ?? '',
    12: request.orderId ?? '',
    13: kind === 'payout' ? '' : payCardType({ card }),
    14: original?.traceNo ?? '',
    15: original ? traceTimeOf(original) : '',
    16: feeText(kind, amount, original ?? order),
    17: net(netOf(kind, amount, original ?? order)),
    18: '0001',
    20: request.txnType ?? '',
    21: request.txnSubType ?? '',
    22: request.bizType ?? '',
    23: request.accType || '01',
    27: request.origQryId ?? '',
    28: request.merId ?? '',
    30: subMerchant(request).id,
    31: subMerchant(request).name,
  });
}

/** One line of the ZME file: a transaction that an adjustment was made for, in the other direction. */
export function writeAdjustmentLine(order: OrderRecord): Buffer {
  const { request } = order;
  const amount = BigInt(request.txnAmt ?? '0');
  return writeLine(ZME_WIDTHS, {
    1: 'E30',
    2: '00049992',
    3: request.acqInsCode || '00049992',
    4: order.traceNo ?? '',
    5: traceTimeOf(order),
    6: maskedCardOf(order),
    7: digits(amount, 12),
    8: request.merCatCode || '5311',
    9: '07',
    10: '01',
    11: order.traceNo ?? '',
    12: traceTimeOf(order),
    13: traceTimeOf(order).slice(0, 4),
    14: digits(amount, 12),
    15: signed('D', 0n),
    16: signed('D', amount),
    17: request.merId ?? '',
  });
}

const traceTimeOf = (order: OrderRecord): string =>
  toBeijingStamp(order.settledAtMs ?? order.receivedAtMs).slice(4);

/** A payment made on a page knows its test card only. */
const maskedCardOf = ({ maskedCard, card }: OrderRecord): string =>
  maskedCard ?? (card ? maskCard(TEST_CARDS[card].number.replaceAll(' ', '')) : '');

const subMerchant = ({ subMerId = '', subMerAbbr = '' }: Fields) => ({
  id: subMerId,
  name: subMerAbbr,
});

/** Half up, as everybody's terminals print it. */
function paymentFee(amount: bigint, payment: OrderRecord): bigint {
  const credit = payCardType(payment) === '02';
  const fee = (amount * (credit ? RATE.credit : RATE.debit) + 5_000n) / 10_000n;
  return credit || fee < DEBIT_CAP_FEN ? fee : DEBIT_CAP_FEN;
}

/** The fee comes back with an undo, not with a refund. */
function feeText(kind: OrderRecord['kind'], amount: bigint, payment: OrderRecord): string {
  if (kind === 'payout') return signed('D', PAYOUT_FEE_FEN);
  if (kind === 'undo') return signed('C', paymentFee(amount, payment));
  return signed('D', kind === 'refund' ? 0n : paymentFee(amount, payment));
}

function netOf(kind: OrderRecord['kind'], amount: bigint, payment: OrderRecord): bigint {
  if (kind === 'payout') return -(amount + PAYOUT_FEE_FEN);
  if (kind === 'refund') return -amount;
  const left = amount - paymentFee(amount, payment);
  return kind === 'undo' ? -left : left;
}
