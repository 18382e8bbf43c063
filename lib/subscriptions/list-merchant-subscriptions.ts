import type { SubscriptionState } from './states';
import { selectOfMerchant } from './store';
import type { Subscription } from './subscription';

const MOST = 200;

/** A merchant's subscriptions, newest first; `next` is what the page after starts `before`. */
export async function listMerchantSubscriptions({
  limit = 50,
  ...filter
}: {
  merchantId: string;
  before?: string | undefined;
  customerReference?: string | undefined;
  states?: readonly SubscriptionState[] | undefined;
  limit?: number | undefined;
}): Promise<{ subscriptions: Subscription[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const found = await selectOfMerchant(filter, size + 1);
  const subscriptions = found.slice(0, size);
  return { subscriptions, next: found.length > size ? (subscriptions.at(-1)?.id ?? null) : null };
}
