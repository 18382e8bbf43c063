import { inTransaction } from '@/lib/core/unit-of-work';
import { moveMigration } from './store';

/** Gives up a file that did not come in whole or is known already; the sweep destroys what came. */
export const cancelMigration = (id: string): Promise<boolean> =>
  inTransaction((tx) => moveMigration(tx, { id, event: 'cancel', actor: 'upload' }));
