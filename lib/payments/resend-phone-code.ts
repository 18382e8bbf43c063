import { spendSendingBudgets } from '@/lib/auth/budgets';
import { findNumber } from '@/lib/carriers/find-number';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { closeAttempt } from './close-attempt';
import { openChargePhone } from './open-charge-phone';
import { awaitsCode, resendAt } from './phone-rules';
import { selectPhonePayment } from './phone-store';
import type { StartResult } from './start-payment';
import { startPhonePayment } from './start-phone-payment';

/**
 * Another code for the same phone, in whichever way its carrier has asked for one. Carriers send none
 * again, so the payment is closed, which makes its code void, and begun anew in the same way under
 * another number. Paid for from the budgets of sending before anything happens. Refuses no_code_awaited, code_too_soon {seconds}, too_many_requests,
 * earlier_attempt_unknown, and what startPhonePayment refuses.
 */
export async function resendPhoneCode(
  order: Order,
  attempt: Attempt,
  by: { device: string; address: string },
): Promise<StartResult> {
  const { id: attemptId, customerId, host, requestedAt, state } = attempt;
  const payment = present(await selectPhonePayment(attempt), `the phone of ${attemptId}`);
  const { mode, consentVersion } = payment;
  const notAwaited = () => new Refusal('no_code_awaited', { orderId: order.id });
  if (state === 'sent' || !awaitsCode(attempt, payment)) throw notAwaited();
  const earlyMs = resendAt(requestedAt).getTime() - (await databaseNow()).getTime();
  if (earlyMs > 0) throw new Refusal('code_too_soon', { seconds: Math.ceil(earlyMs / 1000) });
  const actor = 'shopper';
  const e164 = await openChargePhone(payment, actor);
  if (!e164) throw notAwaited();
  const phone = e164.replace(/^\+86/, '');
  await spendSendingBudgets({ phone, ...by, orderId: order.id });
  const cause = 'another code was asked for';
  const outcome = await closeAttempt({ attemptId, actor, cause });
  if (outcome.kind === 'succeeded') return { result: 'paid' };
  if (outcome.kind !== 'failed') throw new Refusal('earlier_attempt_unknown', { attemptId });
  const number = await findNumber({ phone });
  if (!number) throw new Refusal('number_unknown', { orderId: order.id });
  const periodic = order.subscriptionPeriod !== null;
  const payer = { number, modes: [mode], periodic, customerId, host, actor, consentVersion };
  const { result } = await startPhonePayment(order, payer);
  return { result };
}
