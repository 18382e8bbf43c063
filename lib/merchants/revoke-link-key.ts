import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { markLinkKeyRevoked } from './store';

/** From its commit on no link signed with the key opens. Refusal: not_found. */
export async function revokeLinkKey(key: { merchantId: string; keyId: string }): Promise<void> {
  if (!(await inTransaction((tx) => markLinkKeyRevoked(tx, key)))) {
    throw new Refusal('not_found', key);
  }
}
