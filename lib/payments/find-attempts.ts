import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { findOrdersNumbered } from '@/lib/orders/find-orders-numbered';
import { listOrderSubjects } from '@/lib/orders/list-order-subjects';
import { type AttemptKeys, selectFoundAttempts } from './attempt-list-store';
import type { FoundAttempt } from './found-attempt';
import { readSearch, type Search } from './search-rules';

const MOST = 200;

/**
 * Support finds payments by the very number somebody quotes: a TN, our number at the channel, the
 * channel's own, a merchant's order number, or an id of an order, an attempt or an agreement. Without
 * one, the latest of all. Newest first; `next` is what the page after starts `before`.
 * Refusal: not_permitted.
 */
export async function findAttempts({
  text = '',
  before,
  limit = 50,
  by,
}: {
  text?: string;
  before?: string;
  limit?: number;
  by: StaffActor;
}): Promise<{ attempts: FoundAttempt[]; next: string | null }> {
  requireMay(by, 'order.read');
  const size = Math.min(limit, MOST);
  const search = text.trim() === '' ? undefined : readSearch(text);
  if (!search && text.trim() !== '') return { attempts: [], next: null };
  const keys = search && (await keysOf(search));
  const found = await selectFoundAttempts({ keys, before }, size + 1);
  const page = found.slice(0, size);
  const orders = await listOrderSubjects([...new Set(page.map(({ orderId }) => orderId))]);
  const numbers = new Map(orders.map(({ orderId, merchantOrderNo }) => [orderId, merchantOrderNo]));
  return {
    attempts: page.map((row) => ({ ...row, merchantOrderNo: numbers.get(row.orderId) ?? '' })),
    next: found.length > size ? (page.at(-1)?.id ?? null) : null,
  };
}

/** A merchant may number its orders as it likes, also in the form of our ids. */
async function keysOf({ kind, text }: Search): Promise<AttemptKeys> {
  const numbered = await findOrdersNumbered(text);
  return {
    number: text,
    orderIds: kind === 'order' ? [text, ...numbered] : numbered,
    ...(kind === 'attempt' ? { ids: [text] } : {}),
    ...(kind === 'agreement' ? { agreementId: text } : {}),
  };
}
