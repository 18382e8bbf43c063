import { deleteOldPresences } from './live-store';

/** Forgets who looked at what: it is of use for seconds only. Answers how many it forgot. */
export const sweepPresences = (): Promise<number> => deleteOldPresences();
