import { db, type Tx } from '@/lib/core/db';
import type { ExternalRef } from '@/lib/ledger/chart';
import { selectNumber } from './store';

/** The number to transfer to, if the account was given one. */
export const findVirtualNumber = (ref: ExternalRef, tx: Tx = db()): Promise<string | undefined> =>
  selectNumber(ref, tx);
