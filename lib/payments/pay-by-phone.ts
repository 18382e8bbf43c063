import { spendSendingBudgets } from '@/lib/auth/budgets';
import { ownsPhone } from '@/lib/auth/owns-phone';
import { findNumber } from '@/lib/carriers/find-number';
import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { findAccount } from '@/lib/customers/find-account';
import type { Order } from '@/lib/orders/order';
import { begunIn } from './begun-in';
import { modesHere } from './phone-rules';
import { requirePhoneBill } from './require-phone-bill';
import { resultOf } from './rules';
import type { StartPayment, StartResult } from './start-payment';
import { startPhonePayment } from './start-phone-payment';
import { selectLiveAttempt } from './store';

/**
 * Charges the bill of a phone: with a code by text message, on the carrier's page, or at once where
 * contract and host allow that for the shopper's own phone. What may send a code is paid for from the
 * budgets of sending first. Refuses method_unavailable, payment_in_progress, too_many_requests,
 * number_unknown, and what startPhonePayment refuses.
 */
export async function payByPhone(order: Order, request: StartPayment): Promise<StartResult> {
  const phone = present(request.phone, 'the phone to charge');
  const consentVersion = present(request.consentVersion, 'the consent of its owner');
  const device = present(request.device, 'the browser that asks');
  const address = present(request.address, 'where the request came from');
  const { host, mode } = request;
  const { userId } = request.actor;
  await requirePhoneBill(order, host);
  const live = await selectLiveAttempt(order.id);
  // The second press sends nothing, so it costs nothing.
  if (live?.method === 'carrier') return resultOf(live);
  if (live) throw new Refusal('payment_in_progress', { orderId: order.id });
  await spendSendingBudgets({ phone, device, address, orderId: order.id });
  const number = await findNumber({ phone });
  if (!number) throw new Refusal('number_unknown', { orderId: order.id });
  const periodic = order.subscriptionPeriod !== null;
  const { merchantId, customerReference: reference } = order;
  const [ownPhone, account] = await Promise.all([
    userId !== null && ownsPhone({ userId, phone }),
    findAccount({ merchantId, reference, userId }),
  ]);
  const modes = modesHere({ host, ownPhone, periodic, ...(mode ? { only: mode } : {}) });
  const { result } = await startPhonePayment(order, {
    number,
    modes,
    periodic,
    customerId: account?.customerId ?? null,
    host: host.screen,
    actor: 'shopper',
    consentVersion,
    ...begunIn(request),
  });
  return { result };
}
