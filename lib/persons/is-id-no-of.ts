import { keyedHash, sameText } from '@/lib/core/crypto';
import { selectIdNoHash } from './identity-store';

/** Is this the person's identity number? Compared by its keyed hash: nothing is opened for it. */
export async function isIdNoOf(given: {
  personId: string;
  /** As idNoSchema gives it. */
  idNo: string;
}): Promise<boolean> {
  const kept = await selectIdNoHash(given.personId);
  return kept !== undefined && sameText(kept, keyedHash('id-no', given.idNo));
}
