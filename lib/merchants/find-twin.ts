import { db, type Tx } from '@/lib/core/db';
import { selectTwin, type Twin } from './mode-store';

/** The same merchant in the other mode, where it has one: nothing of the one is ever the other's. */
export const findTwin = (merchantId: string, tx: Tx = db()): Promise<Twin | undefined> =>
  selectTwin(merchantId, tx);
