import { open } from '@/lib/core/crypto';
import { linkKeyContext } from './rules';
import { readLiveLinkKeys } from './store';

/** The merchant's newest live link key: what we sign a shopper's way back with. */
export async function findSigningLinkKey(
  merchantId: string,
): Promise<{ id: string; secret: string } | undefined> {
  const [key] = await readLiveLinkKeys(merchantId);
  return (
    key && {
      id: key.id,
      secret: open(key.sealedSecret, linkKeyContext(key.id)).toString('utf8'),
    }
  );
}
