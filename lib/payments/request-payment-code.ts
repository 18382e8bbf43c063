import { requestConfirmationCode } from '@/lib/auth/request-confirmation-code';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { findBalancePayer } from './find-balance-payer';
import { findPart } from './find-part';
import { partSubject } from './rules';

/**
 * Sends the owner of the balance a code that confirms the payment of this one order. It goes to the
 * owner's phone whoever asks, and says to which amount: what the balance is to pay, where that is a part.
 *
 * @throws Refusal order_not_found, order_not_payable, method_unavailable, sign_in_required (nobody
 * has proved to own the account), phone_unknown, too_many_requests, code_not_sent
 */
export async function requestPaymentCode({
  token,
  actor,
}: {
  token: string;
  actor: { userId: string | null };
}): Promise<void> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  if (order.state !== 'open' || order.expiresAt <= (await databaseNow())) {
    throw new Refusal('order_not_payable', { orderId: order.id });
  }
  const account = await findBalancePayer(order, actor.userId);
  const { userId, proved } = account;
  if (userId === null) throw new Refusal('sign_in_required', { orderId: order.id });
  const { part } = proved ? await findPart(order.amount, account) : { part: undefined };
  await requestConfirmationCode(
    part
      ? { userId, subject: partSubject(order.id, part), amount: part }
      : { userId, subject: `pay:${order.id}`, amount: order.amount },
  );
}
