import type { Evidence, PaymentChannel } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';
import type { Tier } from './approval-rules';
import type { RefundCaseState } from './states';

export type RefundCaseCause = 'account_closed' | 'card_invalid' | 'channel_gone' | 'window_over';
export type RefundCaseEnd = 'card' | 'balance' | 'merchant' | 'suspense' | 'original';

/** A refund that cannot go back the way it came, from the channel's refusal to the proof. */
export interface RefundCase {
  id: string;
  /** The refund by transfer that it carries on. */
  refundId: string;
  orderId: string;
  merchantId: string;
  attemptId: string;
  channel: PaymentChannel;
  amount: Money;
  cause: RefundCaseCause;
  /** The channel's own code; null where the window was over before anybody asked. */
  channelCode: string | null;
  evidence: Evidence | null;
  state: RefundCaseState;
  payeeId: string | null;
  /** The proposal that stands. */
  proposalId: string | null;
  /** The last one that was sent. */
  payoutId: string | null;
  payoutTries: number;
  /** When the approved money leaves. */
  sendAt: Date | null;
  /** By when the next step should have been taken. */
  dueAt: Date | null;
  /** When the merchant's policy decides, if nobody has claimed it. */
  expiresAt: Date;
  assignedTo: string | null;
  originalReturnedAt: Date | null;
  endedAs: RefundCaseEnd | null;
  openedAt: Date;
  endedAt: Date | null;
  updatedAt: Date;
}

/** What a maker proposed. Never changed, only voided. */
export interface Proposal {
  id: string;
  caseId: string;
  payeeId: string;
  amount: Money;
  contentHash: string;
  tier: Tier;
  needed: number;
  makerId: string;
  note: string;
  voidedAt: Date | null;
  voidReason: string | null;
  createdAt: Date;
  approvals: { checkerId: string; approvedAt: Date }[];
}
