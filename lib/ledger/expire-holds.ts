import { endDueHolds } from './ledger-hold-store';

const BATCH = 500;

/** Ends every hold whose time is over, in batches, and says how many. Safe to run anywhere at any time. */
export async function expireHolds(): Promise<number> {
  for (let total = 0; ; ) {
    const ended = await endDueHolds(BATCH);
    total += ended;
    if (ended < BATCH) return total;
  }
}
