import { keyedHash } from '@/lib/core/crypto';
import { newId, newToken } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { apiKeySecretSchema } from './schema';
import { insertApiKey, lockMerchant } from './store';

/**
 * A key for the merchant API. The secret is shown this once: only its keyed hash is kept.
 * Refusal: not_found.
 */
export async function createApiKey({
  merchantId,
  secret = `sk_test_${newToken()}`,
}: {
  merchantId: string;
  secret?: string;
}): Promise<{ id: string; secret: string }> {
  apiKeySecretSchema.parse(secret);
  const id = newId('key');
  const secretHash = keyedHash('api-key', secret);
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    await insertApiKey(tx, { id, merchantId, hint: `…${secret.slice(-4)}`, secretHash });
  });
  return { id, secret };
}
