import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { resendCardCode } from './resend-card-code';
import { resendPhoneCode } from './resend-phone-code';
import type { StartResult } from './start-payment';
import { selectLiveAttempt } from './store';

/**
 * Has the channel send its code for a payment again; the former one is void. Refuses order_not_found,
 * no_code_awaited, too_many_requests, for a bound card sign_in_required, and for a phone's bill what
 * resendPhoneCode refuses.
 */
export async function resendChannelCode({
  token,
  userId,
  device,
  address,
}: {
  token: string;
  userId: string | null;
  /** What the browser and the network are known by, for counting. */
  device: string;
  address: string;
}): Promise<StartResult> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  const attempt = await selectLiveAttempt(order.id);
  if (attempt?.method === 'carrier') return resendPhoneCode(order, attempt, { device, address });
  return resendCardCode(order, attempt, userId);
}
