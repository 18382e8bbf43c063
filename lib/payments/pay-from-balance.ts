import { checkConfirmationCode } from '@/lib/auth/check-confirmation-code';
import { Refusal } from '@/lib/core/errors';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { formatMoney } from '@/lib/money/format-money';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { getQuota } from '@/lib/persons/get-quota';
import type { Quota } from '@/lib/persons/quota';
import { isQuotaRefusal, leftUnder, quotaOf, strengthNeeded } from '@/lib/persons/quota-rules';
import { begunIn } from './begun-in';
import { findBalancePayer } from './find-balance-payer';
import { settleBalancePayment } from './settle-balance-payment';
import type { StartPayment, StartResult } from './start-payment';
import { selectLiveAttempt } from './store';

/**
 * Pays from the shopper's balance: the password, from ¥1,000 a day on a code as well, then the
 * money. Our own ledger is the channel, so there is nothing to wait for and nothing that could get
 * lost.
 *
 * @throws Refusal method_unavailable, payment_in_progress, those of checkPaymentPassword,
 * code_required, confirmation_code_wrong, day_limit_exceeded {left}, class_limit_exceeded {left},
 * insufficient_funds, account_frozen
 */
export async function payFromBalance(order: Order, request: StartPayment): Promise<StartResult> {
  const account = await findBalancePayer(order, request.actor.userId);
  // Before the password is asked for: a live attempt must be settled or left behind first.
  if (await selectLiveAttempt(order.id)) throw new Refusal('payment_in_progress');
  const { customerId } = account;
  const quota = await getQuota(account);
  // The owner hears at once what is missing; a stranger would learn from it what the owner has
  // spent today, and hears it after the right password only.
  if (account.proved) requireAllowed(order, quota, request.code);
  await checkPaymentPassword({ customerId, password: request.paymentPassword ?? '' });
  const strength = requireAllowed(order, quota, request.code);
  if (strength === 'password_and_code') await checkCode(order, account.userId, request.code ?? '');

  const counted = quotaOf(quota, { amount: order.amount, strength });
  const { begunBy } = begunIn(request);
  const payer = { customerId, host: request.host.screen, begunBy, quota: counted };
  const refused = await settleBalancePayment(order, payer);
  // The other tab, or the first of two clicks, was quicker: that is paid, not refused.
  if (!refused || (await readOrder(order.id)).state === 'paid') return { result: 'paid' };
  // Another payment of the same payer was quicker: what is left is less than it was above.
  if (isQuotaRefusal(refused)) requireAllowed(order, await getQuota(account), undefined);
  throw new Refusal(refused, { orderId: order.id });
}

/** How the payment has to be confirmed, or why it cannot be. */
function requireAllowed({ id: orderId, amount }: Order, quota: Quota, code: string | undefined) {
  const needed = strengthNeeded(quota, amount);
  if (isQuotaRefusal(needed)) {
    throw new Refusal(needed, { orderId, left: formatMoney(leftUnder(needed, quota)) });
  }
  if (needed === 'password_and_code' && !code) throw new Refusal('code_required', { orderId });
  return needed;
}

/** The code went to the account's owner; an account that nobody has proved to own gets none. */
async function checkCode(order: Order, userId: string | null, code: string): Promise<void> {
  if (userId === null) throw new Refusal('sign_in_required', { orderId: order.id });
  await checkConfirmationCode({ userId, subject: `pay:${order.id}`, code });
}
