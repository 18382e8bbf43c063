import { db, type Tx } from '@/lib/core/db';
import type { Attempt } from './attempt';
import { selectAttempt } from './store';

/** An attempt that must exist. */
export const readAttempt = (attemptId: string, tx: Tx = db()): Promise<Attempt> =>
  selectAttempt(attemptId, tx);
