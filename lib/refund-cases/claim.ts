import type { MerchantMode } from '@/lib/merchants/merchant';
import type { Money } from '@/lib/money/money';
import type { Payee } from '@/lib/payouts/payee';
import type { RefundCaseState } from './states';

export type ClaimProof = 'phone_code' | 'identity_check';

/** Why the account that was named is of another name than the payer's. */
export const NAME_REASONS = ['family', 'name_changed', 'company', 'other'] as const;
export type NameReason = (typeof NAME_REASONS)[number];

/** A one-time link by which a shopper names where one refund goes. Of its token only a hash is kept. */
export interface RefundClaim {
  id: string;
  caseId: string;
  proof: ClaimProof;
  /** A user of the office; "system"; "shopper", who asked for it on the tracker. */
  openedBy: string;
  identityNote: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  handedAt: Date | null;
  /** Where it was sent. */
  phoneMasked: string | null;
  expiresAt: Date;
  provedAt: Date | null;
  namedAt: Date | null;
  nameReason: NameReason | null;
  revokedAt: Date | null;
  createdAt: Date;
}

/**
 * What a link can do now. over: the refund is decided or ended, nothing can be named any more.
 * other_browser: an identity check's link that was opened elsewhere.
 */
export type ClaimStanding =
  | 'awaiting_approval'
  | 'revoked'
  | 'expired'
  | 'over'
  | 'to_prove'
  | 'other_browser'
  | 'proved';

/** What the page behind a link shows. */
export interface ClaimView {
  standing: ClaimStanding;
  proof: ClaimProof;
  caseId: string;
  caseState: RefundCaseState;
  cause: 'account_closed' | 'card_invalid' | 'channel_gone' | 'window_over';
  amount: Money;
  merchant: { mode: MerchantMode; name: string; nameEn: string };
  merchantOrderNo: string;
  /** Where the code goes; null: nowhere, or its mask is not known. */
  phoneMasked: string | null;
  expiresAt: Date;
  /** Until when the refund waits for its shopper. */
  claimBy: Date;
  /** What only the browser sees that proved it. */
  own: {
    payee: Payee | null;
    nameReason: NameReason | null;
    /** A payee can still be named, or another one. */
    mayName: boolean;
    mayUseBalance: boolean;
    /** Why there has to be another payee than the last one. */
    again: 'sentBack' | 'rejected' | null;
    bankRef: string | null;
    paidAt: Date | null;
  } | null;
}
