import type { Money } from '@/lib/money/money';
import type { RefundState } from './states';

/** Why a shopper asks; the words beside it are their own. */
export const SHOPPER_REASONS = [
  'not_received',
  'not_as_described',
  'changed_mind',
  'paid_twice',
  'other',
] as const;
export type ShopperReason = (typeof SHOPPER_REASONS)[number];

/** How the payer was known: the receipt found by number and phone tail, the account or the browser that paid. */
export type ShopperProof = 'receipt' | 'account' | 'browser';

/** What a shopper asked for, and where it stands. */
export interface RefundRequest {
  refundId: string;
  orderId: string;
  amount: Money;
  state: RefundState;
  reason: ShopperReason;
  words: string | null;
  proof: ShopperProof;
  askedAt: Date;
  /** The merchant's words, where it declined. */
  declineReason: string | null;
}
