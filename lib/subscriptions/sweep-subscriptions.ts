import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { runSubscriptionStep } from './run-subscription-step';
import { claimDueSubscriptions } from './store';

const AT_ONCE = 8;

/**
 * Takes the next step of every subscription whose time has come, and answers how many that were. One
 * that cannot be handled is logged and comes back; it keeps nobody else waiting. Safe with many workers.
 */
export async function sweepSubscriptions(): Promise<number> {
  for (let total = 0; ; ) {
    const due = await inTransaction((tx) => claimDueSubscriptions(tx, AT_ONCE));
    if (due.length === 0) return total;
    total += due.length;
    await Promise.all(due.map(take));
  }
}

async function take(subscriptionId: string): Promise<void> {
  try {
    await runSubscriptionStep({ subscriptionId });
  } catch (error) {
    log().error({ error, subscriptionId }, 'a subscription could not be handled');
  }
}
