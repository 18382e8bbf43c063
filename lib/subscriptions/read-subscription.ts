import { present } from '@/lib/core/assert';
import { selectSubscription } from './store';
import type { Subscription, SubscriptionTerm } from './subscription';
import { selectTerm } from './term-store';

/**
 * A subscription that must exist, by what an event of it is about: "sub_…" itself, or "sub_…-3" with its
 * third term, where that has an order yet.
 */
export async function readSubscription(
  subjectId: string,
): Promise<{ subscription: Subscription; term: SubscriptionTerm | undefined; seq: number | null }> {
  const [id = '', number] = subjectId.split('-');
  const subscription = present(await selectSubscription(id), `subscription ${id}`);
  if (!number) return { subscription, term: undefined, seq: null };
  const seq = Number(number);
  return { subscription, term: await selectTerm({ subscriptionId: id, seq }), seq };
}
