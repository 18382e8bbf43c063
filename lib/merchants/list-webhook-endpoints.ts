import { db, type Tx } from '@/lib/core/db';
import { readLiveEndpoints } from './store';

/** The merchant's live endpoints, oldest first. */
export const listWebhookEndpoints = (
  merchantId: string,
  tx: Tx = db(),
): Promise<{ id: string; url: string; topics: string[] }[]> => readLiveEndpoints(merchantId, tx);
