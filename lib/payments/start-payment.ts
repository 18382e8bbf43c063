import type { CarrierMode } from '@/lib/channels/port';
import { databaseNow } from '@/lib/core/clock';
import { isRefusal, Refusal } from '@/lib/core/errors';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import type { Order } from '@/lib/orders/order';
import { findBegun } from './find-begun';
import { findBegunMeanwhile } from './find-begun-meanwhile';
import { payByCard } from './pay-by-card';
import { payByPhone } from './pay-by-phone';
import { payByQuickpass } from './pay-by-quickpass';
import { payFromBalance } from './pay-from-balance';
import { resultOf } from './rules';

export interface StartPayment {
  token: string;
  method: MethodCode;
  paymentPassword?: string;
  /** The code by text message, where one was asked for. */
  code?: string;
  /** The bound card to pay with. */
  agreementId?: string;
  /** The phone whose bill is charged (its eleven digits), and which text its owner has agreed to. */
  phone?: string;
  consentVersion?: string;
  /** How the page said that it would be charged: it is charged like that or not at all. */
  mode?: CarrierMode;
  /** What the browser and the network are known by, for counting. */
  device?: string;
  address?: string;
  /** Made up with the page that is sent: the same form sent twice is one attempt. */
  formKey?: string;
  /** The balance pays this part, as the page has said, and `method` the rest (quickpass or card). */
  balancePartFen?: bigint;
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
  // Before anything is asked or refused: it was let through once, and may be charging since.
  const begun = await findBegun(order, request);
  if (begun) return resultOf(begun);
  if (order.state === 'expired' || order.expiresAt <= (await databaseNow())) {
    throw new Refusal('order_expired', { orderId: order.id });
  }
  if (order.state !== 'open') throw new Refusal('order_not_payable', { orderId: order.id });
  // Nothing else is charged again by itself.
  if (order.subscriptionPeriod !== null && request.method !== 'carrier') {
    throw new Refusal('method_unavailable', { orderId: order.id, reason: 'subscription' });
  }
  try {
    return await PAY[request.method](order, request);
  } catch (error) {
    const meanwhile = isRefusal(error) && (await findBegunMeanwhile(order, request, error.code));
    if (!meanwhile) throw error;
    return resultOf(meanwhile);
  }
}

const PAY: Record<MethodCode, (order: Order, request: StartPayment) => Promise<StartResult>> = {
  balance: payFromBalance,
  quickpass: payByQuickpass,
  card: payByCard,
  carrier: payByPhone,
};
