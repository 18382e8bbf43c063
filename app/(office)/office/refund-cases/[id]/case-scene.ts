import type { PastTransition } from '@/lib/core/list-transitions';
import type { StaffActor } from '@/lib/core/staff-permissions';
import type { EntryDetail } from '@/lib/ledger/entry-detail';
import type { Money } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import type { AttemptDetail } from '@/lib/payments/found-attempt';
import type { Payee } from '@/lib/payouts/payee';
import type { RefundPayout } from '@/lib/payouts/payout';
import type { RefundClaim } from '@/lib/refund-cases/claim';
import type { RefundCaseView } from '@/lib/refund-cases/get-refund-case';
import type { Proposal, RefundCase } from '@/lib/refund-cases/refund-case';
import type { Refund } from '@/lib/refunds/refund';

/** All that the page of a case tells, read once. */
export interface CaseScene {
  refundCase: RefundCase;
  /** The refund by transfer, and the one that the channel refused; none where the window was over. */
  refund: Refund;
  refused: Refund | undefined;
  order: Order;
  attempt: AttemptDetail;
  merchant: { zh: string; en: string };
  payee: Payee | null;
  /** Newest last. */
  proposals: readonly Proposal[];
  /** The one that stands. */
  proposal: Proposal | undefined;
  /** Of the content as it is now. */
  contentHash: string | null;
  claims: readonly RefundClaim[];
  payout: RefundPayout | null;
  /** What could still be taken back of the same money, and until when. */
  exposure: { amount: Money; until: Date } | null;
  /** Why nothing is paid for the moment. */
  unclear: RefundCaseView['unclear'];
  cap: { used: Money; all: Money };
  /** In how many other refunds of the last 90 days the same card was named. */
  sameCard: number;
  refundable: Money;
  refunded: Money;
  entries: readonly EntryDetail[];
  steps: readonly PastTransition[];
  /** Who the people are that had a hand in it, by id. */
  names: ReadonlyMap<string, string>;
  /** By the database's clock. */
  now: Date;
  by: StaffActor;
}
