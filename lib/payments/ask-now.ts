import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { readOrder } from '@/lib/orders/read-order';
import { resolveAttempt } from './resolve-attempt';
import { ASK_AGAIN_MS } from './rules';
import { selectLiveAttempt } from './store';

/**
 * "I have paid": really asks the channel, though not more often than every two seconds. unpaid: it says
 * so; silent: it was asked and nobody can tell; waiting: somebody has asked just now.
 */
export async function askNow({
  token,
}: {
  token: string;
}): Promise<{ result: 'paid' | 'unpaid' | 'silent' | 'waiting' | 'failed' }> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  const live = await selectLiveAttempt(order.id);
  const word =
    live && (await resolveAttempt({ attemptId: live.id, actor: 'shopper', quietMs: ASK_AGAIN_MS }));
  if ((await readOrder(order.id)).state === 'paid') return { result: 'paid' };
  if (!(await selectLiveAttempt(order.id))) return { result: 'failed' };
  if (!word) return { result: 'waiting' };
  return { result: word.kind === 'pending' ? 'unpaid' : 'silent' };
}
