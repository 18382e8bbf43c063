import type { FailureReason } from '@/lib/channels/port';
import type { DivertCause, RefusalMeaning } from './not-curable';

/**
 * undo: a whole payment on its own clearing day. refund: any part. balance: our own ledger. transfer: not
 * the way it came, by a refund case.
 */
export type RefundRoute = 'undo' | 'refund' | 'balance' | 'transfer';

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

/**
 * Of an undo this one also says that its clearing day has just ended (UnionPay: the original is in no state
 * for it), which happens every night. So a refund is tried, and the channel gives no more back than was paid;
 * but nothing of that payment is diverted afterwards (`findHoldCode`).
 */
const LATE_UNDO: readonly string[] = ['35'];

/**
 * What follows a definite refusal: hold (it may mean that the money has gone back already: a person
 * decides), a cause for a transfer, or fail. Of an undo, a refund is tried before a transfer.
 */
export function decideRefusal({
  route,
  meaning,
  code,
}: {
  route: RefundRoute;
  meaning: RefusalMeaning | undefined;
  code: string | undefined;
}): 'fail' | 'hold' | DivertCause {
  if (meaning === undefined) return 'fail';
  if (route !== 'undo') return meaning;
  return meaning === 'hold' && !(code && LATE_UNDO.includes(code)) ? 'hold' : 'fail';
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
