import type { ChannelAdapter } from '@/lib/channels/port';
import { adapterOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import type { Attempt } from './attempt';
import { resolveAttempt } from './resolve-attempt';
import { decideSwitch } from './rules';
import { settleOutcome } from './settle-outcome';
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

  const closeAtChannel = adapterOf(live.channel).close;
  const outcome = await resolveAttempt({ attemptId: live.id, actor: 'shopper' });
  const decision = outcome ? decideSwitch(outcome, closeAtChannel !== undefined) : 'choose';
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
      return close(live, present(closeAtChannel, 'the close that the decision saw'));
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

async function close(
  live: Attempt,
  closeAtChannel: NonNullable<ChannelAdapter['close']>,
): Promise<{ result: 'choose' | 'paid' }> {
  const outcome = await closeAtChannel({ ...live, askedAt: await databaseNow() });
  await settleOutcome({ attemptId: live.id, outcome, actor: 'shopper', cause: 'closed' });
  if (outcome.kind === 'succeeded') return { result: 'paid' };
  if (outcome.kind === 'failed') return { result: 'choose' };
  throw new Refusal('earlier_attempt_unknown', { attemptId: live.id });
}
