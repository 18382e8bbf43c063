import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { payByCard } from './pay-by-card';
import { payByQuickpass } from './pay-by-quickpass';
import { payFromBalance } from './pay-from-balance';

export interface StartPayment {
  token: string;
  method: MethodCode;
  paymentPassword?: string;
  /** The code by text message, where one was asked for. */
  code?: string;
  /** The bound card to pay with. */
  agreementId?: string;
  host: HostFacts;
  actor: { userId: string | null };
}

export type StartResult =
  /** `continue`: the shopper has to take the live attempt's next step. */
  | { result: 'paid' | 'continue' | 'waiting' | 'failed' }
  /** The card has to be signed with one more channel first; a code for that is on its way. */
  | { result: 'sign'; agreementId: string; channelAgreementId: string };

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
  switch (request.method) {
    case 'balance':
      return payFromBalance(order, request);
    case 'quickpass':
      return payByQuickpass(order, request);
    case 'card':
      return payByCard(order, request);
  }
}
