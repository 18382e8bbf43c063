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
};

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
