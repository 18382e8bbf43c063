import type { PayoutCarrier } from '@/lib/channels/registry';
import type { ExternalRef } from '@/lib/ledger/chart';
import type { Money } from '@/lib/money/money';
import type { PayoutState } from './states';

/** Money on its way from a virtual account to a bank card (代付). */
export interface Payout {
  id: string;
  channel: PayoutCarrier;
  /** The contract it runs under; null is the one of the environment, and the bank's. */
  contractId: string | null;
  /** The payout's own number at the channel, the same on every repeat. */
  channelOrderNo: string;
  account: ExternalRef;
  bankCardId: string;
  amount: Money;
  holdId: string | null;
  state: PayoutState;
  requestedBy: string;
  requestedAt: Date;
  channelRef: string | null;
  failureReason: string | null;
  asks: number;
  finishedAt: Date | null;
}
