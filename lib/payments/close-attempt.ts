import type { FailureReason, Outcome } from '@/lib/channels/port';
import { adapterOf, isRemoteChannel } from '@/lib/channels/registry';
import { assert, present } from '@/lib/core/assert';
import { decidedMeanwhile } from './decided-meanwhile';
import { closedBecause, decidedAs } from './phone-rules';
import { selectPhonePayment } from './phone-store';
import { readHeldPayment } from './read-held-payment';
import { settleOutcome } from './settle-outcome';
import { selectAttempt } from './store';

/**
 * Has the channel make an undecided payment unpayable, and commits its word: `failed` when it is
 * closed, for `reason` where one is given, `succeeded` when it was paid before. Only for channels that
 * close. Where the carrier knew nobody to charge, there is nothing to close.
 */
export async function closeAttempt({
  attemptId,
  actor,
  cause,
  reason,
}: {
  attemptId: string;
  actor: string;
  cause: string;
  reason?: FailureReason;
}): Promise<Outcome> {
  const attempt = await selectAttempt(attemptId);
  const decided = decidedAs(attempt);
  if (decided) {
    // Whoever decided it may have been told no reason, where we know one.
    const outcome = closedBecause(decided, reason);
    if (outcome !== decided) await settleOutcome({ attemptId, outcome, actor, cause });
    return outcome;
  }
  const { channel } = attempt;
  assert(isRemoteChannel(channel), `${attemptId} is at no channel`);
  const adapter = adapterOf(channel);
  const closeAtChannel = present(adapter.close, `closing at ${channel}`);
  const phone = await selectPhonePayment(attempt);
  const held = phone?.payerUnknown ? undefined : await readHeldPayment(attempt, actor);
  if (!held && !phone?.payerUnknown) return decidedMeanwhile(attemptId);
  const word: Outcome = held
    ? await closeAtChannel.call(adapter, held)
    : { kind: 'failed', reason: 'cancelled', evidence: {} };
  const outcome = closedBecause(word, reason);
  await settleOutcome({ attemptId, outcome, actor, cause });
  return outcome;
}
