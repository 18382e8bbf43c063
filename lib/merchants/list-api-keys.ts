import { db, type Tx } from '@/lib/core/db';
import { readLiveApiKeys } from './store';

/** The merchant's live API keys by their hints, oldest first. */
export const listApiKeys = (
  merchantId: string,
  tx: Tx = db(),
): Promise<{ id: string; hint: string }[]> => readLiveApiKeys(merchantId, tx);
