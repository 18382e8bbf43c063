import type { Outcome } from '@/lib/channels/port';
import { adapterOf } from '@/lib/channels/registry';
import { assert } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { noteInLog } from '@/lib/core/log-context';
import { actOnOutcome } from './act-on-outcome';
import { askAboutAttempt } from './ask-about-attempt';
import type { Attempt } from './attempt';
import { closeAttempt } from './close-attempt';
import { scheduleOf } from './paid-with';
import { orOnceLeftLying } from './phone-rules';
import { selectPhonePayment } from './phone-store';
import { nextAskAt } from './rules';
import { settleOutcome } from './settle-outcome';
import { ASKABLE } from './states';
import { claimAsk, selectAttempt, setNextAsk } from './store';

/**
 * Asks the channel about an undecided attempt, commits the answer, does what it waits for from us and,
 * while it stays undecided, sets when to ask next. Answers the channel's last word, or undefined when
 * there was nothing to ask or somebody asked within `quietMs`. `failedToo`: the channel itself names the
 * attempt, so that one which had failed is asked about as well; of what it says only money counts.
 */
export async function resolveAttempt({
  attemptId,
  actor = 'schedule',
  quietMs = 0,
  failedToo = false,
}: {
  attemptId: string;
  actor?: string;
  quietMs?: number;
  failedToo?: boolean | undefined;
}): Promise<Outcome | undefined> {
  const attempt = await selectAttempt(attemptId);
  noteInLog({ orderId: attempt.orderId, attemptId });
  if (attempt.channel === 'balance') return undefined;
  if (failedToo && attempt.state === 'failed') return askAboutFailed(attempt, actor);
  if (!ASKABLE.includes(attempt.state)) return undefined;
  if (!(await claimAsk(attemptId, quietMs))) return undefined;

  const adapter = adapterOf(attempt.channel);
  // What was left behind is let go where the channel can do that; it says if it was paid before.
  const outcome =
    attempt.state === 'superseded' && adapter.close
      ? await closeAttempt({ attemptId, actor, cause: 'it was left behind' })
      : await actOnOutcome({
          attemptId,
          outcome: await askAboutAttempt(attempt),
          actor,
          cause: 'asked the channel',
        });
  const { requestedAt, payableUntil } = attempt;
  const scheduleSeconds = scheduleOf(adapter, attempt.method);
  const now = await databaseNow();
  const due = nextAskAt({ now, requestedAt, payableUntil, scheduleSeconds });
  await setNextAsk(attemptId, orOnceLeftLying(due, await selectPhonePayment(attempt), now));
  return outcome;
}

async function askAboutFailed(attempt: Attempt, actor: string): Promise<Outcome> {
  const { id: attemptId, channel } = attempt;
  assert(channel !== 'balance', `${attemptId} is at no channel`);
  const outcome = await askAboutAttempt(attempt);
  const cause = 'the channel named it after it had failed';
  if (outcome.kind === 'succeeded') await settleOutcome({ attemptId, outcome, actor, cause });
  return outcome;
}
