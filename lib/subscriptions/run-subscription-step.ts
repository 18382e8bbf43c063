import { inTransaction } from '@/lib/core/unit-of-work';
import { chargeRenewal } from './charge-renewal';
import { sendReminder } from './send-reminder';
import { takeStep } from './take-step';

/** More than one renewal can want; what is left then has a next time. */
const MOST = 8;

/**
 * Does what is due for one subscription now: reminds, charges, writes down what came of a charge, ends.
 * Two workers at it at once, or one that dies anywhere, never charge a term twice: a term is one order,
 * and an order has one live attempt and is paid once.
 */
export async function runSubscriptionStep({
  subscriptionId,
}: {
  subscriptionId: string;
}): Promise<void> {
  for (let steps = 0; steps < MOST; steps += 1) {
    const call = await inTransaction((tx) => takeStep(tx, subscriptionId));
    if (call.do === 'nothing') return;
    if (call.do === 'remind' && !(await sendReminder(call))) return;
    if (call.do === 'charge' && !(await chargeRenewal(call))) return;
  }
}
