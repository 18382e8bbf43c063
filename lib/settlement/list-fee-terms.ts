import { db, type Tx } from '@/lib/core/db';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { DEFAULT_TERMS, type MethodTerms } from './rules';
import { selectTerms } from './terms-store';

/** What the merchant pays by each method: as agreed, by kind of card, or the default terms. */
export async function listFeeTerms(
  merchantId: string,
  tx: Tx = db(),
): Promise<Record<MethodCode, MethodTerms>> {
  const agreed = await selectTerms(merchantId, tx);
  const termsOf = (method: MethodCode): MethodTerms => ({
    any: DEFAULT_TERMS[method],
    ...agreed[method],
  });
  return {
    balance: termsOf('balance'),
    quickpass: termsOf('quickpass'),
    card: termsOf('card'),
    carrier: termsOf('carrier'),
  };
}
