import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { payFromBalance } from './pay-from-balance';
import { startChannelPayment } from './start-channel-payment';

export interface StartPayment {
  token: string;
  method: MethodCode;
  paymentPassword?: string;
  /** The code by text message, where one was asked for. */
  code?: string;
  host: 'pc' | 'mobile';
  actor: { userId: string | null };
}

/** `continue`: the shopper has to take the live attempt's next step. */
export type StartResult = { result: 'paid' | 'continue' | 'waiting' };

/**
 * Pays one order by one method. Pressing twice, or in two tabs, is one payment. Refuses
 * order_not_found, order_expired, order_not_payable, payment_in_progress, method_unavailable and
 * what the method itself refuses.
 */
export async function startPayment(request: StartPayment): Promise<StartResult> {
  const order = await findOrderByToken(request.token);
  if (!order) throw new Refusal('order_not_found');
  if (order.state === 'paid') return { result: 'paid' };
  if (order.state === 'expired' || order.expiresAt <= (await databaseNow())) {
    throw new Refusal('order_expired', { orderId: order.id });
  }
  if (order.state !== 'open') throw new Refusal('order_not_payable', { orderId: order.id });
  return request.method === 'balance'
    ? payFromBalance(order, request)
    : startChannelPayment(order, { ...request, method: request.method });
}
