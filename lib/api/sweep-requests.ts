import { inTransaction } from '@/lib/core/unit-of-work';
import { KEEP_REQUESTS_DAYS } from './api-request';
import { deleteOldRequests } from './store';

const AT_ONCE = 5_000;

/** Forgets calls of the API after 30 days; answers how many. */
export const sweepRequests = (): Promise<number> =>
  inTransaction((tx) => deleteOldRequests(tx, { days: KEEP_REQUESTS_DAYS, most: AT_ONCE }));
