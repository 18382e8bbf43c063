import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { findOrdersNumbered } from '@/lib/orders/find-orders-numbered';
import { isSubscriptionId } from './rules';
import { selectFoundSubscriptions } from './store';
import type { Subscription } from './subscription';
import { selectIdsOfOrders } from './term-store';

const PAGE = 30;

/**
 * For support: what fits the id of a subscription or of one of its orders, a merchant's order number, or
 * a masked phone; the latest where nothing was asked for. `next` starts the page after.
 * Refusal: not_permitted.
 */
export async function findSubscriptions({
  text,
  before,
  by,
}: {
  text?: string;
  before?: string;
  by: StaffActor;
}): Promise<{ subscriptions: Subscription[]; next: string | null }> {
  requireMay(by, 'order.read');
  const found = await selectFoundSubscriptions({ ...(await keysOf(text)), before }, PAGE + 1);
  const subscriptions = found.slice(0, PAGE);
  return { subscriptions, next: found.length > PAGE ? (subscriptions.at(-1)?.id ?? null) : null };
}

async function keysOf(text: string | undefined): Promise<{ ids?: string[]; phoneMasked?: string }> {
  if (!text) return {};
  // Masked only: what support looks for stands in an address.
  if (/^1\d{2}\*{4}\d{4}$/.test(text)) return { phoneMasked: text };
  if (isSubscriptionId(text)) return { ids: [text] };
  const orderIds = text.startsWith('ord_') ? [text] : await findOrdersNumbered(text);
  return { ids: await selectIdsOfOrders(orderIds) };
}
