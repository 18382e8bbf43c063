import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { Payout } from './payout';
import { selectPayout } from './store';

/** A payout that must exist, whosever. */
export const readPayout = async (payoutId: string, tx: Tx = db()): Promise<Payout> =>
  present(await selectPayout(payoutId, tx), `payout ${payoutId}`);
