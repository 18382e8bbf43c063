import { deleteOldCounts } from './store';

/** Counts older than a day say nothing about how a channel is doing; answers how many went. */
export const sweepCallCounts = (): Promise<number> => deleteOldCounts();
