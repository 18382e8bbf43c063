import { callChannel } from '@/lib/channel-health/call-channel';
import { adapterOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { failPoint } from '@/lib/core/fail-point';
import { findCodeStep } from './find-code-step';
import { resultOf } from './rules';
import { settleOutcome } from './settle-outcome';
import { selectAttempt, takeCodeStep } from './store';

/**
 * Hands the code that a channel sent for a payment to that channel. Pressed twice it is handed over
 * once: whoever takes the step calls. Refuses order_not_found, sign_in_required and no_code_awaited.
 */
export async function submitChannelCode({
  token,
  code,
  userId,
}: {
  token: string;
  code: string;
  userId: string | null;
}): Promise<{ result: 'paid' | 'continue' | 'waiting' | 'failed' }> {
  const { attempt, channel, request } = await findCodeStep({ token, userId });
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
