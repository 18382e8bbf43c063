import { db, type Tx } from '@/lib/core/db';
import type { RefundClaim } from './claim';
import { selectClaims } from './refund-claim-store';

/** Every link by which a case could or can be claimed, newest first. */
export const listClaims = (caseId: string, tx: Tx = db()): Promise<RefundClaim[]> =>
  selectClaims(caseId, tx);
