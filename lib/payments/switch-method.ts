import { adapterOf } from '@/lib/channels/registry';
import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import type { Attempt } from './attempt';
import { closeAttempt } from './close-attempt';
import { resolveAttempt } from './resolve-attempt';
import { decideSwitch } from './rules';
import { selectLiveAttempt } from './store';
import { supersedeAttempt } from './supersede-attempt';

/**
 * Lets the shopper choose again. First the channel must say that the earlier attempt is not paid;
 * then it is closed where the channel can, and superseded where it cannot: payable until its time
 * limit, asked about until then, given back if it is paid after all. Refuses
 * earlier_attempt_unknown when nobody can tell.
 */
export async function switchMethod({
  token,
}: {
  token: string;
}): Promise<{ result: 'choose' | 'paid' }> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  if (order.state === 'paid') return { result: 'paid' };
  const live = await selectLiveAttempt(order.id);
  if (!live || live.channel === 'balance') return { result: 'choose' };

  const outcome = await resolveAttempt({ attemptId: live.id, actor: 'shopper' });
  const canClose = adapterOf(live.channel).close !== undefined;
  const decision = outcome ? decideSwitch(outcome, canClose) : 'choose';
  switch (decision) {
    case 'paid':
      return { result: 'paid' };
    case 'choose':
      return { result: 'choose' };
    case 'refuse':
      throw new Refusal('earlier_attempt_unknown', { attemptId: live.id });
    case 'supersede':
      return supersede(live);
    case 'close':
      return close(live);
  }
}

async function supersede({
  id: attemptId,
  orderId,
}: Attempt): Promise<{ result: 'choose' | 'paid' }> {
  const cause = 'the shopper chooses another way';
  const left = await supersedeAttempt({ attemptId, orderId, cause });
  return { result: left === 'paid' ? 'paid' : 'choose' };
}

async function close({ id: attemptId }: Attempt): Promise<{ result: 'choose' | 'paid' }> {
  const outcome = await closeAttempt({ attemptId, actor: 'shopper', cause: 'closed' });
  if (outcome.kind === 'succeeded') return { result: 'paid' };
  if (outcome.kind === 'failed') return { result: 'choose' };
  throw new Refusal('earlier_attempt_unknown', { attemptId });
}
