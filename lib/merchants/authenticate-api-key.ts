import { keyedHash } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { bearerSecret } from './rules';
import { findLiveApiKey } from './store';

/**
 * Whose live key an Authorization header carries. Looked up by keyed hash, so that neither the
 * database nor the time it takes says anything about a secret.
 * Refusals: api_key_missing, api_key_invalid (malformed, unknown, revoked: one answer).
 */
export async function authenticateApiKey(
  authorizationHeader: string | null,
): Promise<{ merchantId: string; keyId: string }> {
  if (!authorizationHeader) throw new Refusal('api_key_missing');
  const secret = bearerSecret(authorizationHeader);
  const key = secret && (await findLiveApiKey(keyedHash('api-key', secret)));
  if (!key) throw new Refusal('api_key_invalid');
  return { merchantId: key.merchantId, keyId: key.id };
}
