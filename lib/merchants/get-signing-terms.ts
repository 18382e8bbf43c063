import { db, type Tx } from '@/lib/core/db';
import { selectSigningTerms } from './signature-store';
import { type SigningTerms, USUAL_SIGNING_TERMS } from './signing-terms';

/** What the merchant has chosen about signatures, or what goes without a choice. */
export const getSigningTerms = async (merchantId: string, tx: Tx = db()): Promise<SigningTerms> =>
  (await selectSigningTerms(merchantId, tx)) ?? USUAL_SIGNING_TERMS;
