import type { FailureReason } from '@/lib/channels/port';

/** undo: a whole payment on its own clearing day. refund: any part. balance: our own ledger. */
export type RefundRoute = 'undo' | 'refund' | 'balance';

export type RouteDecision =
  | { route: RefundRoute }
  | { refused: 'refund_exceeds_payment' | 'refund_window_over' };

/**
 * How money goes back the way it came, in fen. `returned` is what earlier refunds have given back or
 * may still give back; those that failed do not count. `ways` is what the channel takes now; null
 * where our own ledger carried the payment, which takes it at any time.
 */
export function decideRoute({
  amountMinor,
  paidMinor,
  returnedMinor,
  ways,
}: {
  amountMinor: bigint;
  paidMinor: bigint;
  returnedMinor: bigint;
  ways: { undo: boolean; refund: boolean } | null;
}): RouteDecision {
  if (returnedMinor + amountMinor > paidMinor) return { refused: 'refund_exceeds_payment' };
  if (!ways) return { route: 'balance' };
  if (ways.undo && amountMinor === paidMinor && returnedMinor === 0n) return { route: 'undo' };
  return ways.refund ? { route: 'refund' } : { refused: 'refund_window_over' };
}

/** What a refund of the same payment would hear, too: nothing is gained by trying one. */
const SHARED: readonly FailureReason[] = ['channel_closed', 'risk_refused'];

/**
 * An undo was definitely refused: does a refund take its place? The clearing day may have ended
 * between our decision and the channel's, and the contract may hold one permission without the other.
 */
export const refundTakesOver = ({
  route,
  reason,
  refundOpen,
}: {
  route: RefundRoute;
  reason: FailureReason;
  refundOpen: boolean;
}): boolean => route === 'undo' && refundOpen && !SHARED.includes(reason);
