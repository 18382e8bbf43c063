import { db, type Tx } from '@/lib/core/db';
import type { Hold } from './hold';
import { selectHold } from './ledger-hold-store';

/** A hold as it stands: open (held), or how and when it ended. */
export const findHold = (holdId: string, tx: Tx = db()): Promise<Hold | undefined> =>
  selectHold(tx, holdId);
