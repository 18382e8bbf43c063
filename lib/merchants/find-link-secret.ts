import { open } from '@/lib/core/crypto';
import { linkKeyContext } from './rules';
import { readLiveLinkKeys } from './store';

/** The secret of a live link key of this merchant. */
export async function findLinkSecret(
  merchantId: string,
  keyId: string,
): Promise<string | undefined> {
  const key = (await readLiveLinkKeys(merchantId)).find(({ id }) => id === keyId);
  return key && open(key.sealedSecret, linkKeyContext(key.id)).toString('utf8');
}
