import * as cashier from '@/lib/sdk/link';
import type { Shop } from './shop';

/** What the browser brought back: nothing, the cashier's own word, or something that is not signed. */
export type ReturnWord = 'none' | 'paid' | 'not_paid' | 'unsigned';

type Query = Record<string, string | string[] | undefined>;

/**
 * The signed return: good enough for a friendly sentence, never for handing over the goods; those
 * wait for the notice from server to server.
 */
export function readReturn(shop: Shop, orderNo: string, query: Query): ReturnWord {
  if (query.sign === undefined) return 'none';
  const { id, secret } = shop.linkKey;
  const word = cashier.readReturn(searchOf(query), { [id]: secret });
  if (word?.order_no !== orderNo) return 'unsigned';
  return word.status === 'paid' ? 'paid' : 'not_paid';
}

const searchOf = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value = []]) => [value].flat().map((one) => [name, one])),
  );
