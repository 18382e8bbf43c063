import type { Day } from '@/lib/core/beijing';
import type { Tx } from '@/lib/core/db';
import { insertSubscriptionEvent, moveSubscription } from './store';
import type { Subscription, SubscriptionTerm } from './subscription';
import { markTermFailed } from './term-store';

/** A renewal was charged, and that definitely failed: written down and told once. The caller holds the lock. */
export async function noteMissedRenewal(
  tx: Tx,
  facts: {
    subscription: Subscription;
    term: SubscriptionTerm;
    failed: { attemptId: string | null; reason: string; on: Day };
    now: Date;
  },
): Promise<void> {
  const { subscription, term, failed, now } = facts;
  const { id, merchantId } = subscription;
  const failures = term.failures + 1;
  await markTermFailed(tx, {
    ...{ subscriptionId: id, seq: term.seq, failures, failedOn: failed.on },
    failedAttemptId: failed.attemptId ?? term.failedAttemptId,
    failureReason: failed.reason,
  });
  await moveSubscription(tx, subscription, {
    event: 'miss',
    actor: 'schedule',
    cause: failed.reason,
    set: { nextStepAt: now },
  });
  await insertSubscriptionEvent(tx, {
    topic: 'subscription.renewal_failed',
    merchantId,
    subjectId: `${id}-${term.seq}-${failures}`,
  });
}
