import type { RefundCaseCause, RefundCaseEnd } from './refund-case';
import type { RefundCaseState } from './states';

/** A refund by transfer, as its payer follows it. Times are of the last such step; null: not (yet, any more). */
export interface ShopperCase {
  refundId: string;
  state: RefundCaseState;
  cause: RefundCaseCause;
  endedAs: RefundCaseEnd | null;
  openedAt: Date;
  /** Until when an account can be named before the merchant's policy decides. */
  claimBy: Date;
  claimedAt: Date | null;
  approvedAt: Date | null;
  sentAt: Date | null;
  paidAt: Date | null;
  /** Why another account has to be named than the last one. */
  again: 'sentBack' | 'rejected' | null;
  /** Where it goes, masked. */
  to: { kind: 'card' | 'balance'; cardMasked: string | null; bankName: string | null } | null;
  /** The bank's own number of the payout that arrived. */
  bankRef: string | null;
  /** There is a phone that a link can be texted to, and when one last was. */
  canSendLink: boolean;
  linkSentAt: Date | null;
}
