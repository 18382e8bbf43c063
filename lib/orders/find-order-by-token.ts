import { db, type Tx } from '@/lib/core/db';
import type { Order } from './order';
import { isPayToken } from './rules';
import { findOrderWithToken } from './store';

/** The order that a pay link leads to. Anything that is not a token of ours finds nothing. */
export async function findOrderByToken(token: string, tx: Tx = db()): Promise<Order | undefined> {
  return isPayToken(token) ? findOrderWithToken(token, tx) : undefined;
}
