import { spendBudget } from '@/lib/auth/budgets';
import { callChannel } from '@/lib/channel-health/call-channel';
import type { Outcome } from '@/lib/channels/port';
import { adapterOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { readCardRequest } from './read-card-request';
import { resultOf } from './rules';
import { settleOutcome } from './settle-outcome';
import type { StartResult } from './start-payment';
import { selectAttempt } from './store';

/** The code for a payment by bound card once more, under the same number. */
export async function resendCardCode(
  order: Order,
  live: Attempt | undefined,
  userId: string | null,
): Promise<StartResult> {
  const { attempt, channel, request } = await readCardRequest(order, live, userId);
  await spendBudget('channel-code-attempt', attempt.id);
  await spendBudget('confirmation-user-hour', userId ?? attempt.id);
  const { twoStep } = adapterOf(channel);
  const resend = present(twoStep?.resendCode, `another code of ${channel}`);
  const outcome = await callChannel({ channel, operation: 'pay' }, () =>
    resend.call(twoStep, request),
  );
  // A code that may or may not come decides nothing about the payment: the step stays as it was.
  if (outcome.kind !== 'unknown') {
    const cause = 'the code was asked for again';
    const sent = sentAt(outcome, await databaseNow());
    await settleOutcome({ attemptId: attempt.id, outcome: sent, actor: 'shopper', cause });
  }
  return resultOf(await selectAttempt(attempt.id));
}

/** The step says when: from then on it is counted until the next one may be asked for. */
function sentAt(outcome: Outcome, now: Date): Outcome {
  if (outcome.kind !== 'pending' || outcome.next.type !== 'enter-code') return outcome;
  return { ...outcome, next: { ...outcome.next, sentAt: now.toISOString() } };
}
