import type { CardType } from '@/lib/channels/port';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { cny, type Money } from '@/lib/money/money';

/** What a merchant pays for one payment by one method. */
export interface FeeTerms {
  /** In millionths of the amount: 6,000 is 0.6 %. */
  rateMillionths: number;
  minimum: Money;
  cap: Money | null;
}

const STANDARD: FeeTerms = { rateMillionths: 6_000, minimum: cny(0n), cap: null };

/** What holds where nothing else was agreed. */
export const DEFAULT_TERMS: Record<MethodCode, FeeTerms> = {
  balance: STANDARD,
  quickpass: STANDARD,
  card: STANDARD,
  carrier: STANDARD,
};

/** Which cards a fee is agreed for; `any` is all for which nothing narrower is. */
export type FeeCard = 'any' | 'debit' | 'credit';

/** What holds for one method: always something for any card, and what was agreed by kind. */
export type MethodTerms = { any: FeeTerms } & Partial<Record<FeeCard, FeeTerms>>;

const FEE_CARD: Partial<Record<CardType, FeeCard>> = {
  debit: 'debit',
  credit: 'credit',
  // 准贷记卡: it has a credit line.
  semi_credit: 'credit',
};

/** The narrowest that holds for a payment: its kind of card, where that is known, else any. */
export const termsFor = (terms: MethodTerms, cardType: CardType | null): FeeTerms =>
  terms[(cardType && FEE_CARD[cardType]) ?? 'any'] ?? terms.any;

/** What one settlement would move, in fen. */
export interface Netting {
  grossMinor: bigint;
  feeMinor: bigint;
  /** Deducted less restored. */
  refundedMinor: bigint;
}

/** A refund as settlements take it in: deducted when it was set aside, restored if it failed later. */
export interface RefundItem {
  kind: 'deducted' | 'restored';
  amountMinor: bigint;
}

/** Payments with their fees and refunds, as one sum. */
export const netOf = (
  payments: readonly { grossMinor: bigint; feeMinor: bigint }[],
  refunds: readonly RefundItem[],
): Netting => ({
  grossMinor: payments.reduce((sum, { grossMinor }) => sum + grossMinor, 0n),
  feeMinor: payments.reduce((sum, { feeMinor }) => sum + feeMinor, 0n),
  refundedMinor: refunds.reduce(
    (sum, { kind, amountMinor }) => (kind === 'deducted' ? sum + amountMinor : sum - amountMinor),
    0n,
  ),
});

/** Is there something to move, and enough for the fee? Else all of it waits for the next settlement. */
export const canSettle = ({ grossMinor, feeMinor, refundedMinor }: Netting): boolean =>
  grossMinor > refundedMinor && grossMinor - refundedMinor >= feeMinor;

/** What a settlement takes from the pending money. */
export const movedBy = ({ grossMinor, refundedMinor }: Netting): bigint =>
  grossMinor - refundedMinor;

/**
 * As many of the payments, in their order, as what is pending covers, once the refunds are taken off: the
 * rest waits. Money of theirs was taken for what other payments owe.
 */
export function coveredBy<P extends { grossMinor: bigint }>(
  payments: readonly P[],
  refundedMinor: bigint,
  pendingMinor: bigint,
): P[] {
  let moved = -refundedMinor;
  const end = payments.findIndex(({ grossMinor }) => {
    moved += grossMinor;
    return moved > pendingMinor;
  });
  return payments.slice(0, end === -1 ? payments.length : end);
}

const MILLION = 1_000_000n;

/**
 * The fee of one payment: the rate, rounded half up to the fen, then not less than the minimum, not
 * more than the cap, and never more than the payment itself.
 */
export function feeOf(amount: Money, { rateMillionths, minimum, cap }: FeeTerms): Money {
  const byRate = (amount.amountMinor * BigInt(rateMillionths) + MILLION / 2n) / MILLION;
  const atLeast = most(byRate, minimum.amountMinor);
  const atMost = cap ? least(atLeast, cap.amountMinor) : atLeast;
  return { ...amount, amountMinor: least(atMost, amount.amountMinor) };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);
