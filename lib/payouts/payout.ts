import type { PayoutRail } from '@/lib/channels/registry';
import type { ExternalRef } from '@/lib/ledger/chart';
import type { Money } from '@/lib/money/money';
import type { PayoutState } from './states';

interface PayoutFacts {
  id: string;
  channel: PayoutRail;
  /** The contract it runs under; null is the one of the environment, and the bank's. */
  contractId: string | null;
  /** The payout's own number at the channel, the same on every repeat. */
  channelOrderNo: string;
  amount: Money;
  state: PayoutState;
  requestedBy: string;
  requestKey: string;
  requestedAt: Date;
  channelRef: string | null;
  failureReason: string | null;
  asks: number;
  finishedAt: Date | null;
}

/** From an owner's account, where it is held meanwhile, to a card of their own. */
export interface Withdrawal extends PayoutFacts {
  account: ExternalRef;
  bankCardId: string;
  payeeId: null;
  merchantAccountId: null;
  holdId: string | null;
}

/** From a merchant's account, where it is held meanwhile, to where that merchant said. */
export interface MerchantPayout extends PayoutFacts {
  account: ExternalRef;
  bankCardId: null;
  payeeId: null;
  merchantAccountId: string;
  holdId: string | null;
}

/** What we owe for a refund through a channel: set aside by the refund itself. */
export interface RefundsPayable {
  subject: 'refunds_payable';
  owner: string;
}

/** From what we owe for a refund to whom its shopper named. */
export interface RefundPayout extends PayoutFacts {
  account: RefundsPayable;
  bankCardId: null;
  payeeId: string;
  merchantAccountId: null;
  holdId: null;
}

/** Money on its way to a bank card (代付). */
export type Payout = Withdrawal | MerchantPayout | RefundPayout;
