import type { Tx } from '@/lib/core/db';
import { endHold } from './ledger-hold-store';

/** Gives back what the hold still keeps (解冻); on one that has ended, nothing. Refusal: hold_not_found. */
export const releaseHold = (tx: Tx, { holdId }: { holdId: string }): Promise<void> =>
  endHold(tx, holdId);
