import { keyedHash, sameText } from '@/lib/core/crypto';
import { selectNameHash } from './identity-store';
import { nameKey } from './rules';

/** Is this the person's name? Compared by its keyed hash: nothing is opened for it. */
export async function isNameOf(given: {
  personId: string;
  /** As personNameSchema gives it. */
  name: string;
}): Promise<boolean> {
  const kept = await selectNameHash(given.personId);
  return kept !== undefined && sameText(kept, keyedHash('person-name', nameKey(given.name)));
}
