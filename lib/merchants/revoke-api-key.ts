import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { markApiKeyRevoked } from './store';

/** From its commit on the key opens nothing. Refusal: not_found. */
export async function revokeApiKey(key: { merchantId: string; keyId: string }): Promise<void> {
  if (!(await inTransaction((tx) => markApiKeyRevoked(tx, key)))) {
    throw new Refusal('not_found', key);
  }
}
