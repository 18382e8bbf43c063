import { callChannel } from '@/lib/channel-health/call-channel';
import type { Outcome } from '@/lib/channels/port';
import { adapterOf, isRemoteChannel } from '@/lib/channels/registry';
import { assert, present } from '@/lib/core/assert';
import { failPoint } from '@/lib/core/fail-point';
import { inTransaction } from '@/lib/core/unit-of-work';
import { readOrder } from '@/lib/orders/read-order';
import { closeAttempt } from './close-attempt';
import { decidedMeanwhile } from './decided-meanwhile';
import { lockAttempt } from './lock-attempt';
import { readHeldPayment } from './read-held-payment';
import { settleOutcome } from './settle-outcome';
import { LIVE } from './states';

/**
 * The payer has done their part and the channel holds the money for our word: takes it, if the order
 * still waits for this very payment, and lets it go otherwise. Confirming twice is one charge, so
 * whoever finds it held may do this; a lost answer is asked about like any other.
 */
export async function confirmHeldPayment({
  attemptId,
  actor,
}: {
  attemptId: string;
  actor: string;
}): Promise<Outcome> {
  const { attempt, awaited } = await inTransaction(async (tx) => {
    const locked = await lockAttempt(tx, attemptId);
    const { state } = await readOrder(locked.orderId, tx);
    return { attempt: locked, awaited: state === 'open' && LIVE.includes(locked.state) };
  });
  if (!awaited) return closeAttempt({ attemptId, actor, cause: 'nothing is owed any more' });
  const { channel } = attempt;
  assert(isRemoteChannel(channel), `${attemptId} is at no channel`);
  const { twoStep } = adapterOf(channel);
  const confirm = present(twoStep?.confirm, `confirming at ${channel}`);
  const held = await readHeldPayment(attempt, actor);
  if (!held) return decidedMeanwhile(attemptId);
  failPoint('confirm.committed');
  const outcome = await callChannel({ channel, operation: 'pay', carrier: held.carrier }, () =>
    confirm.call(twoStep, held),
  );
  failPoint('confirm.answered');
  await settleOutcome({ attemptId, outcome, actor, cause: 'confirmed' });
  return outcome;
}
