import { addSettledLines } from './internal-sums-store';

/**
 * Adds what was posted to the internal accounts since the last time, locking no post, and says how
 * many lines. One round takes in what the round before it saw as drawn, once all who may hold such a
 * line have ended; balances are right in between, since a reader adds the rest.
 */
export const sumInternalAccounts = (): Promise<number> => addSettledLines();
