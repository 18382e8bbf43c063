import type { Tx } from '@/lib/core/db';
import { lockEndpoints } from './endpoint-store';

/** Holds endpoints until the transaction ends, always in the same order: what waits there is counted under it. */
export const lockWebhookEndpoints = (tx: Tx, ids: readonly string[]): Promise<void> =>
  lockEndpoints(tx, ids);
