import type { Payout } from '@/lib/payouts/payout';

/** `payout.succeeded`, `payout.failed`, `payout.returned`: a merchant's own money on its way to its bank card. */
export const payoutEndedData = ({
  payout,
  state,
}: {
  payout: Pick<Payout, 'id' | 'amount' | 'failureReason' | 'requestedAt' | 'finishedAt'>;
  state: 'succeeded' | 'failed' | 'returned';
}) => ({
  payout_id: payout.id,
  amount: Number(payout.amount.amountMinor),
  currency: payout.amount.currency,
  state,
  // Why it failed or came back is no news of one that has arrived.
  ...(state !== 'succeeded' && payout.failureReason
    ? { failure_reason: payout.failureReason }
    : {}),
  requested_at: payout.requestedAt.toISOString(),
  finished_at: payout.finishedAt?.toISOString() ?? null,
});
