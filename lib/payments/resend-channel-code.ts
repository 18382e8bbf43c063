import { spendBudget } from '@/lib/auth/budgets';
import { callChannel } from '@/lib/channel-health/call-channel';
import { adapterOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { findCodeStep } from './find-code-step';
import { settleOutcome } from './settle-outcome';

/**
 * Has the channel send its code for a payment again; the former one is void. Refuses order_not_found,
 * sign_in_required, no_code_awaited and too_many_requests.
 */
export async function resendChannelCode({
  token,
  userId,
}: {
  token: string;
  userId: string | null;
}): Promise<void> {
  const { attempt, channel, request } = await findCodeStep({ token, userId });
  await spendBudget('channel-code-attempt', attempt.id);
  await spendBudget('confirmation-user-hour', userId ?? attempt.id);
  const twoStep = present(adapterOf(channel).twoStep, `codes of ${channel}`);
  const outcome = await callChannel({ channel, operation: 'pay' }, () =>
    twoStep.resendCode(request),
  );
  // A code that may or may not come decides nothing about the payment: the step stays as it was.
  if (outcome.kind === 'unknown') return;
  const cause = 'the code was asked for again';
  await settleOutcome({ attemptId: attempt.id, outcome, actor: 'shopper', cause });
}
