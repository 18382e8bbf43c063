import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { selectLiveAttempt } from './store';
import { submitCardCode } from './submit-card-code';
import { submitPhoneCode } from './submit-phone-code';

/**
 * Hands the code that a channel sent for a payment to that channel. Pressed twice it is handed over
 * once: whoever takes the step calls. Refuses order_not_found, sign_in_required (a bound card's) and
 * no_code_awaited.
 */
export async function submitChannelCode({
  token,
  code,
  userId,
}: {
  token: string;
  code: string;
  userId: string | null;
}): Promise<{ result: 'paid' | 'continue' | 'waiting' | 'failed' }> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  const attempt = await selectLiveAttempt(order.id);
  if (attempt?.method === 'carrier') return submitPhoneCode(order, attempt, code);
  return submitCardCode(order, attempt, { code, userId });
}
