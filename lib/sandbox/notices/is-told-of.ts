import type { OrderRecord } from '../state/records';

/**
 * Does UnionPay send a back notice? Of payments by browser, app or QR only on success, of what
 * servers ask for (by token, refunds, undos, payouts) either way; of a signing only where it is asked to.
 */
export function isToldOf(
  order: Pick<OrderRecord, 'kind' | 'state' | 'product' | 'request'>,
): boolean {
  if (!order.request.backUrl) return false;
  const byServer = order.kind !== 'consume' || order.product === 'token';
  return order.state === 'succeeded' || (order.state === 'failed' && byServer);
}
