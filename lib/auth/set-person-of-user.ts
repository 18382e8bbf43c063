import type { Tx } from '@/lib/core/db';
import { updatePerson } from './store';

/** Says who a user is. False when the user is somebody else already: that never changes. */
export const setPersonOfUser = (
  tx: Tx,
  user: { userId: string; personId: string },
): Promise<boolean> => updatePerson(tx, user);
