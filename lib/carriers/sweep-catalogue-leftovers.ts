import { deleteOldDrafts } from './draft-store';
import { deleteOldLookups } from './number-store';

const LOOKUP_DAYS = 30;

/**
 * Drafts that nobody put in effect, and what carriers said about numbers that have not been back for
 * long; answers how many went.
 */
export const sweepCatalogueLeftovers = async (): Promise<number> =>
  (await deleteOldDrafts()) + (await deleteOldLookups(LOOKUP_DAYS));
