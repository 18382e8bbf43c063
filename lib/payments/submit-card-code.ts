import { callChannel } from '@/lib/channel-health/call-channel';
import { adapterOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { failPoint } from '@/lib/core/fail-point';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { readCardRequest } from './read-card-request';
import { resultOf } from './rules';
import { settleOutcome } from './settle-outcome';
import { selectAttempt, takeCodeStep } from './store';

/** Hands the code for a payment by bound card to its channel, once: a wrong one ends it uncharged. */
export async function submitCardCode(
  order: Order,
  live: Attempt | undefined,
  { code, userId }: { code: string; userId: string | null },
): Promise<{ result: 'paid' | 'continue' | 'waiting' | 'failed' }> {
  const { attempt, channel, request } = await readCardRequest(order, live, userId);
  if (await takeCodeStep(attempt.id)) {
    const twoStep = present(adapterOf(channel).twoStep, `codes of ${channel}`);
    failPoint('pay.committed');
    const outcome = await callChannel({ channel, operation: 'pay' }, () =>
      twoStep.submitCode({ ...request, code }),
    );
    failPoint('pay.answered');
    const cause = 'the shopper typed the code';
    await settleOutcome({ attemptId: attempt.id, outcome, actor: 'shopper', cause });
  }
  return resultOf(await selectAttempt(attempt.id));
}
