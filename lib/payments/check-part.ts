import { checkConfirmationCode } from '@/lib/auth/check-confirmation-code';
import { Refusal } from '@/lib/core/errors';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { isQuotaRefusal, strengthNeeded } from '@/lib/persons/quota-rules';
import type { BalancePart } from './balance-part';
import { findBalancePayer } from './find-balance-payer';
import { findPart } from './find-part';
import { partSubject } from './rules';
import type { StartPayment } from './start-payment';

/**
 * The balance's part of a payment, confirmed by its owner as a payment of that amount would be:
 * nothing where none was asked for. How much it is, we decide; the page must have said the same.
 *
 * @throws Refusal sign_in_required, balance_part_changed, code_required, those of findBalancePayer,
 * checkPaymentPassword and checkConfirmationCode
 */
export async function checkPart(
  order: Order,
  {
    actor,
    balancePartFen,
    paymentPassword: password = '',
    code,
  }: Pick<StartPayment, 'actor' | 'balancePartFen' | 'paymentPassword' | 'code'>,
): Promise<BalancePart | undefined> {
  if (balancePartFen === undefined) return undefined;
  const orderId = order.id;
  const account = await findBalancePayer(order, actor.userId);
  const { customerId, userId, proved } = account;
  if (!proved || userId === null) throw new Refusal('sign_in_required', { orderId });
  const { quota, part } = await findPart(order.amount, account);
  const strength = part && strengthNeeded(quota, part);
  if (part?.amountMinor !== balancePartFen || !strength || isQuotaRefusal(strength)) {
    throw new Refusal('balance_part_changed', { orderId });
  }
  const needsCode = strength === 'password_and_code';
  if (needsCode && !code) throw new Refusal('code_required', { orderId });
  await checkPaymentPassword({ customerId, password });
  if (needsCode && code) {
    await checkConfirmationCode({ userId, subject: partSubject(orderId, part), code });
  }
  return { account, amount: cny(balancePartFen), strength };
}
