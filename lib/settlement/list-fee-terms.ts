import { db, type Tx } from '@/lib/core/db';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { DEFAULT_TERMS, type FeeTerms } from './rules';
import { selectTerms } from './terms-store';

/** What the merchant pays by each method: as agreed, or the default terms. */
export async function listFeeTerms(
  merchantId: string,
  tx: Tx = db(),
): Promise<Record<MethodCode, FeeTerms>> {
  return { ...DEFAULT_TERMS, ...(await selectTerms(merchantId, tx)) };
}
