import { Refusal } from '@/lib/core/errors';
import type { TestOutcome } from './outcome';
import { simulatorOrigin } from './rails';
import { upsertOutcome } from './store';

/**
 * How the next payment of this order by a channel shall end. Only for open orders of test merchants, and only
 * where a simulator plays the channels; any other order is answered as one that is not there.
 * Refusal: order_not_found.
 */
export async function setTestOutcome({
  token,
  outcome,
}: {
  token: string;
  outcome: TestOutcome;
}): Promise<void> {
  if (!simulatorOrigin() || !(await upsertOutcome(token, outcome))) {
    throw new Refusal('order_not_found');
  }
}
