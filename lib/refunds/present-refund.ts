import type { AskedRefund } from './refund';
import type { RefundAnswer } from './schema';
import type { RefundState } from './states';

/** What of the way a merchant need not tell apart, and what it may want to know of it. */
const PROGRESS: Partial<Record<RefundState, RefundAnswer['progress']>> = {
  queued: 'queued',
  diverted: 'diverted',
  unclaimed: 'unclaimed',
};

const SHOWN: Partial<Record<RefundState, RefundAnswer['state']>> = {
  requested: 'requested',
  succeeded: 'succeeded',
  failed: 'failed',
  declined: 'declined',
};
const shown = (state: RefundState): RefundAnswer['state'] => SHOWN[state] ?? 'processing';

const progressOf = (state: RefundState) => {
  const progress = PROGRESS[state];
  return progress ? { progress } : {};
};

/**
 * A refund as the merchant API shows it: fen as integers, times in ISO 8601. Of one that is `processing`,
 * `progress` says that it waits for the merchant's own money (queued), goes to another account than it came
 * from (diverted), or that nobody has claimed it there (unclaimed). `parts` and `refunded` (what has reached
 * the shopper by now) are there only where it goes back in more than one part.
 */
export const presentRefund = (refund: AskedRefund): RefundAnswer => ({
  id: refund.id,
  order_id: refund.orderId,
  merchant_refund_no: refund.merchantRefundNo,
  amount: Number(refund.amount.amountMinor),
  currency: refund.amount.currency,
  state: shown(refund.state),
  ...progressOf(refund.state),
  reason: refund.reason,
  failure_reason: refund.failureReason,
  ...(refund.declineReason ? { decline_reason: refund.declineReason } : {}),
  requested_at: refund.requestedAt.toISOString(),
  ...(refund.parts.length > 1 ? partsOf(refund) : {}),
});

const partsOf = ({ returned, parts }: AskedRefund) => ({
  refunded: Number(returned.amountMinor),
  parts: parts.map(({ route, amount, state }) => ({
    to: PART_TO[route],
    amount: Number(amount.amountMinor),
    state: shown(state),
    ...progressOf(state),
  })),
});

const PART_TO = {
  balance: 'balance',
  undo: 'payment_method',
  refund: 'payment_method',
  transfer: 'other_account',
} as const;
