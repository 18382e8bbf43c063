import type { RemoteChannel } from '@/lib/channels/registry';
import { log } from '@/lib/core/log';
import type { Money } from '@/lib/money/money';
import { postScript } from './client';
import { outcomeOfAmount } from './magic';
import { simulatorOrigin } from './rails';
import { scriptOf } from './rules';
import { type TestPayment, takeChosen } from './store';

/**
 * Has the simulator end this payment as was chosen on its page, else as its amount says. To be called after the
 * attempt was committed and before the channel is. Does nothing for a live merchant, nor where the channels are real.
 */
export async function placeOutcome(
  payment: TestPayment & {
    channel: RemoteChannel;
    channelOrderNo: string;
    amount: Money;
    requestedAt: Date;
    payableUntil: Date;
  },
): Promise<void> {
  const origin = simulatorOrigin();
  if (!origin) return;
  const test = await takeChosen(payment);
  const outcome = test && (test.chosen ?? outcomeOfAmount(payment.amount.amountMinor));
  if (!outcome) return;
  if (!(await postScript(origin, scriptOf(outcome, payment)))) {
    log().warn({ attemptId: payment.attemptId, outcome }, 'a test outcome was not taken');
  }
}
