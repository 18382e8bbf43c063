import type { Problem } from '../acp/check-request';
import type { Fields } from '../acp/fields';
import { monthsBefore, toClearingDay } from '../beijing-time';
import type { OrderRecord } from '../state/records';

/** How long after the payment a refund may come. */
const REFUND_WINDOW_MONTHS = 11;

/**
 * May this refund (04) or undo (31) be accepted? What was taken back before counts unless it
 * failed, finished or not: otherwise two refunds in flight could return more than was paid.
 */
export function judgeRefund(asked: {
  kind: 'refund' | 'undo';
  request: Fields;
  original: OrderRecord | undefined;
  /** The refunds and undos of the same payment so far. */
  earlier: readonly OrderRecord[];
  nowMs: number;
}): Problem | undefined {
  const { kind, request, original, nowMs } = asked;
  if (original?.kind !== 'consume' || original.state !== 'succeeded') return { respCode: '35' };
  const paid = original.request;
  if (paid.merId !== request.merId) return { respCode: '36', detail: 'merId' };
  if (paid.bizType !== request.bizType) return { respCode: '36', detail: 'bizType' };

  const live = asked.earlier.filter((order) => order.state !== 'failed');
  const takenFen = live.reduce((sum, order) => sum + BigInt(order.request.txnAmt ?? 0), 0n);
  const paidFen = BigInt(paid.txnAmt ?? 0);
  const askedFen = BigInt(request.txnAmt ?? 0);
  const paidAtMs = original.settledAtMs ?? original.receivedAtMs;
  if (takenFen >= paidFen) return { respCode: '45' };
  if (kind === 'refund') {
    if (paidAtMs < monthsBefore(nowMs, REFUND_WINDOW_MONTHS)) return { respCode: '35' };
    return askedFen > paidFen - takenFen ? { respCode: '36', detail: 'txnAmt' } : undefined;
  }
  if (takenFen > 0n) return { respCode: '45' };
  if (askedFen !== paidFen) return { respCode: '36', detail: 'txnAmt' };
  return toClearingDay(paidAtMs) === toClearingDay(nowMs) ? undefined : { respCode: '35' };
}
