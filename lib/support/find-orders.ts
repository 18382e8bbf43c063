import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { FoundOrder } from './found-order';
import { selectFoundOrders, selectLatest } from './found-order-store';
import { isEmpty, isTooVague, type OrderSearch, windowOf } from './search-rules';
import {
  type Hit,
  type Narrowing,
  SEARCHES,
  selectHits,
  selectNumbered,
  selectPlace,
} from './search-store';

const MOST = 200;
/** Of each of two tails that both have to fit; more of one would be no answer for a person. */
const MOST_OF_A_TAIL = 500;

export interface FoundOrders {
  orders: FoundOrder[];
  /** What the page after starts `before`. */
  next: string | null;
  /** A time alone: nothing was looked for. */
  tooVague: boolean;
}

/**
 * Support finds orders by what the shopper can say: any number on a screenshot, the amount with the
 * minute, the last digits of a phone or a card; all that is given has to fit, but for a number, which is
 * enough alone. Nothing given: the latest of all. Newest first.
 *
 * @throws Refusal not_permitted
 */
export async function findOrders({
  by,
  before,
  limit = 50,
  ...search
}: OrderSearch & { by: StaffActor; before?: string; limit?: number }): Promise<FoundOrders> {
  requireMay(by, 'order.find');
  const size = Math.min(limit, MOST);
  if (isTooVague(search)) return { orders: [], next: null, tooVague: true };
  if (isEmpty(search)) return latest(before, size);
  const [numbered, hits] = await Promise.all([
    search.number && !before ? selectNumbered(search.number) : [],
    hitsOf(search, await placeOf(before), size + 1),
  ]);
  const page = hits.slice(0, size);
  const ids = [...new Set([...numbered, ...page.map(({ orderId }) => orderId)])];
  const next = hits.length > size ? (page.at(-1)?.id ?? null) : null;
  return { orders: await inOrder(ids), next, tooVague: false };
}

async function latest(before: string | undefined, size: number): Promise<FoundOrders> {
  const ids = await selectLatest(before, size + 1);
  const page = ids.slice(0, size);
  const next = ids.length > size ? (page.at(-1) ?? null) : null;
  return { orders: await inOrder(page), next, tooVague: false };
}

async function inOrder(ids: readonly string[]): Promise<FoundOrder[]> {
  if (ids.length === 0) return [];
  const found = await selectFoundOrders(ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

const placeOf = (before: string | undefined): Promise<Narrowing['before']> =>
  before?.startsWith('att_') ? selectPlace(before) : Promise.resolve(undefined);

async function hitsOf(
  search: OrderSearch,
  before: Narrowing['before'],
  most: number,
): Promise<Hit[]> {
  const { number, amountMinor, phoneTail, cardTail, tail } = search;
  const window = windowOf(search);
  const byTail: Narrowing = {
    ...(amountMinor === undefined ? {} : { amountMinor }),
    ...(window ? { window } : {}),
    ...(before ? { before } : {}),
  };
  if (phoneTail && cardTail) {
    const wide = { ...byTail, before: undefined };
    const [phone, card] = await Promise.all([
      ofPhone(phoneTail, wide, MOST_OF_A_TAIL),
      ofCard(cardTail, wide, MOST_OF_A_TAIL),
    ]);
    const both = new Set(phone.map(({ id }) => id));
    return card.filter(({ id }) => both.has(id)).slice(0, most - 1);
  }
  if (phoneTail) return ofPhone(phoneTail, byTail, most);
  if (cardTail) return ofCard(cardTail, byTail, most);
  if (tail) {
    return merged(
      await Promise.all([ofPhone(tail, byTail, most), ofCard(tail, byTail, most)]),
      most,
    );
  }
  if (number?.startsWith('agr_')) return selectHits(SEARCHES.agreement(number, byTail, most));
  // A number is enough alone: an amount beside it finds nothing more.
  if (amountMinor === undefined || number !== undefined) return [];
  const { amountMinor: _, ...rest } = byTail;
  return eachOf(
    [SEARCHES.total(amountMinor, rest, most), SEARCHES.part(amountMinor, rest, most)],
    most,
  );
}

const ofPhone = (tail: string, narrowing: Narrowing, most: number): Promise<Hit[]> =>
  eachOf(
    [
      SEARCHES.phoneBill(tail, narrowing, most),
      SEARCHES.orderPhone(tail, narrowing, most),
      SEARCHES.signedIn(tail, narrowing, most),
      SEARCHES.cardPhone(tail, narrowing, most),
    ],
    most,
  );

const ofCard = (tail: string, narrowing: Narrowing, most: number): Promise<Hit[]> =>
  eachOf(
    [SEARCHES.boundCard(tail, narrowing, most), SEARCHES.namedCard(tail, narrowing, most)],
    most,
  );

async function eachOf(searches: Parameters<typeof selectHits>[0][], most: number): Promise<Hit[]> {
  return merged(await Promise.all(searches.map(selectHits)), most);
}

/** The newest of several lists, each payment once. */
function merged(lists: readonly Hit[][], most: number): Hit[] {
  const byId = new Map(lists.flat().map((hit) => [hit.id, hit]));
  return [...byId.values()]
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, most);
}
