import { callChannel } from '@/lib/channel-health/call-channel';
import type { Outcome } from '@/lib/channels/port';
import { adapterOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import type { Order } from '@/lib/orders/order';
import { actOnOutcome } from './act-on-outcome';
import type { Attempt } from './attempt';
import { closeAttempt } from './close-attempt';
import { decidedMeanwhile } from './decided-meanwhile';
import { asksAgain, MOST_CODE_TRIES, noSuchCode } from './phone-rules';
import { selectPhonePayment, takePhoneCodeStep } from './phone-store';
import { readPhoneRequest } from './read-phone-request';
import { resultOf } from './rules';
import { selectAttempt } from './store';

/**
 * Hands the code that a carrier sent to that carrier, as often as there are tries: each is counted
 * before anybody is asked. The last wrong one closes the payment. Whoever has the page may type it.
 * Refuses no_code_awaited.
 */
export async function submitPhoneCode(
  order: Order,
  attempt: Attempt,
  code: string,
): Promise<{ result: 'paid' | 'continue' | 'waiting' | 'failed' }> {
  const attemptId = attempt.id;
  if (attempt.nextStep?.type !== 'enter-code') {
    throw new Refusal('no_code_awaited', { orderId: order.id });
  }
  const taken = await takePhoneCodeStep(attemptId);
  if (taken) {
    const actor = 'shopper';
    const { tries, codeRef } = taken;
    const outcome = await answerTo(order, attempt, { code, codeRef });
    if (asksAgain(outcome) && tries >= MOST_CODE_TRIES) {
      const cause = 'the last code was wrong';
      await closeAttempt({ attemptId, actor, cause, reason: 'code_tries_used' });
    } else {
      await actOnOutcome({ attemptId, outcome, actor, cause: 'the shopper typed the code' });
    }
  }
  return resultOf(await selectAttempt(attemptId));
}

/** Where no code was sent, every code is wrong, or too old like any other, and nobody is asked. */
async function answerTo(
  order: Order,
  attempt: Attempt,
  { code, codeRef }: { code: string; codeRef: string | null },
): Promise<Outcome> {
  const phone = present(await selectPhonePayment(attempt), `the phone of ${attempt.id}`);
  if (codeRef === null) return noSuchCode(phone, attempt.payableUntil, await databaseNow());
  const request = await readPhoneRequest(order, attempt, phone);
  if (!request) return decidedMeanwhile(attempt.id);
  const twoStep = present(adapterOf('carrier').twoStep, 'codes of carriers');
  const ref = attempt.channelRef ? { channelRef: attempt.channelRef } : {};
  failPoint('pay.committed');
  const outcome = await callChannel(
    { channel: 'carrier', operation: 'pay', carrier: phone.carrier },
    () => twoStep.submitCode({ ...request, ...ref, code, codeRef }),
  );
  failPoint('pay.answered');
  return outcome;
}
