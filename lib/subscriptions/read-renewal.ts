import type { Tx } from '@/lib/core/db';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Order } from '@/lib/orders/order';
import { listOrderAttempts } from '@/lib/payments/list-order-attempts';
import type { AttemptState } from '@/lib/payments/states';
import type { StepFacts } from './rules';
import type { Subscription, SubscriptionTerm } from './subscription';
import { selectTerm } from './term-store';

/** Money may still come of these, or has come and is not given back yet. */
const UNDECIDED: readonly AttemptState[] = [
  'created',
  'sent',
  'waiting',
  'unknown',
  'superseded',
  'late_succeeded',
];

export interface Renewal {
  term: SubscriptionTerm;
  order: Order;
  /** The newest attempt that failed. */
  failed: { attemptId: string; reason: string } | null;
  facts: NonNullable<StepFacts['renewal']>;
}

/**
 * The next term of a subscription, once it has an order, and how its charge stands. The order's row is
 * held after the subscription's: no attempt begins or settles until the transaction ends.
 */
export async function readRenewal(
  tx: Tx,
  { id, paidTerms }: Subscription,
): Promise<Renewal | undefined> {
  const term = await selectTerm({ subscriptionId: id, seq: paidTerms + 1 }, tx);
  if (!term) return undefined;
  const order = await lockOrder(tx, term.orderId);
  const attempts = await listOrderAttempts(order.id, tx);
  const newest = attempts[0];
  const failed =
    newest && (newest.state === 'failed' || newest.state === 'returned')
      ? { attemptId: newest.id, reason: newest.failureReason ?? newest.state }
      : null;
  return {
    term,
    order,
    failed,
    facts: {
      orderState: order.state,
      undecided: attempts.some(({ state }) => UNDECIDED.includes(state)),
      failedAnew: failed !== null && failed.attemptId !== term.failedAttemptId,
      failedOn: term.failedOn,
      failureReason: term.failureReason,
    },
  };
}
