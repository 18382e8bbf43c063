import type { Shop } from './shop';
import { isSignedBy } from './signature';

/** What the browser brought back: nothing, the cashier's own word, or something that is not signed. */
export type ReturnWord = 'none' | 'paid' | 'not_paid' | 'unsigned';

type Query = Record<string, string | string[] | undefined>;

// The cashier signs its own parameters, not those that the shop's address had before.
const SIGNED = ['order_id', 'order_no', 'status', 'timestamp', 'key_id', 'sign'];

/**
 * The signed return: good enough for a friendly sentence, never for handing over the goods; those
 * wait for the notice from server to server.
 */
export function readReturn(shop: Shop, orderNo: string, query: Query): ReturnWord {
  if (query.sign === undefined) return 'none';
  const fields: Record<string, string> = {};
  for (const name of SIGNED) {
    const value = query[name];
    if (typeof value !== 'string') return 'unsigned';
    fields[name] = value;
  }
  const ours = fields.order_no === orderNo && fields.key_id === shop.linkKey.id;
  if (!ours || !isSignedBy(fields, shop.linkKey.secret)) return 'unsigned';
  return fields.status === 'paid' ? 'paid' : 'not_paid';
}
