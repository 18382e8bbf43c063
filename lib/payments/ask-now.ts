import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { readOrder } from '@/lib/orders/read-order';
import { resolveAttempt } from './resolve-attempt';
import { ASK_AGAIN_MS } from './rules';
import { selectLiveAttempt } from './store';

/** "I have paid": really asks the channel, though not more often than every two seconds. */
export async function askNow({
  token,
}: {
  token: string;
}): Promise<{ result: 'paid' | 'waiting' | 'failed' }> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  const live = await selectLiveAttempt(order.id);
  if (live) await resolveAttempt({ attemptId: live.id, actor: 'shopper', quietMs: ASK_AGAIN_MS });
  if ((await readOrder(order.id)).state === 'paid') return { result: 'paid' };
  return { result: (await selectLiveAttempt(order.id)) ? 'waiting' : 'failed' };
}
