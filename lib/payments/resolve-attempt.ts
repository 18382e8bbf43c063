import { callChannel } from '@/lib/channel-health/call-channel';
import type { Outcome } from '@/lib/channels/port';
import { adapterOf } from '@/lib/channels/registry';
import { getContract } from '@/lib/contracts/get-contract';
import { databaseNow } from '@/lib/core/clock';
import { paidWith, scheduleOf } from './paid-with';
import { nextAskAt } from './rules';
import { settleOutcome } from './settle-outcome';
import { ASKABLE } from './states';
import { claimAsk, selectAttempt, setNextAsk } from './store';

/**
 * Asks the channel about an undecided attempt, commits the answer and, while it stays undecided,
 * sets when to ask next. Answers the channel's word, or undefined when there was nothing to ask or
 * somebody asked within `quietMs`.
 */
export async function resolveAttempt({
  attemptId,
  actor = 'schedule',
  quietMs = 0,
}: {
  attemptId: string;
  actor?: string;
  quietMs?: number;
}): Promise<Outcome | undefined> {
  const attempt = await selectAttempt(attemptId);
  if (attempt.channel === 'balance' || !ASKABLE.includes(attempt.state)) return undefined;
  if (!(await claimAsk(attemptId, quietMs))) return undefined;

  const { channel } = attempt;
  const adapter = adapterOf(channel);
  const { channelOrderNo, requestedAt, payableUntil, amount } = attempt;
  const { channelContract: contract } = await getContract(attempt.contractId, channel);
  const askedAt = await databaseNow();
  const asked = { channelOrderNo, requestedAt, payableUntil, amount, askedAt };
  const outcome = await callChannel({ channel, operation: 'query' }, () =>
    adapter.query({ ...asked, ...paidWith(attempt), ...(contract ? { contract } : {}) }),
  );

  await settleOutcome({ attemptId, outcome, actor, cause: 'asked the channel' });
  const scheduleSeconds = scheduleOf(adapter, attempt.method);
  const now = await databaseNow();
  await setNextAsk(attemptId, nextAskAt({ now, requestedAt, payableUntil, scheduleSeconds }));
  return outcome;
}
