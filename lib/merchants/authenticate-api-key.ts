import { keyedHash } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { noteApiKeyUse } from './key-store';
import { bearerSecret, modeOfKey } from './rules';
import { findLiveApiKey } from './store';

/**
 * Whose live key an Authorization header carries, and the dated API version it was made with. Looked up by keyed hash, so that neither the
 * database nor the time it takes says anything about a secret.
 * Refusals: api_key_missing, api_key_invalid (malformed, unknown, revoked: one answer).
 */
export async function authenticateApiKey(
  authorizationHeader: string | null,
): Promise<{ merchantId: string; keyId: string; apiVersion: string }> {
  if (!authorizationHeader) throw new Refusal('api_key_missing');
  const secret = bearerSecret(authorizationHeader);
  const key = secret && (await findLiveApiKey(keyedHash('api-key', secret), modeOfKey(secret)));
  if (!key) throw new Refusal('api_key_invalid');
  // What the page of keys says of it may be five minutes old: a busy key is not written at every call.
  if (key.useIsOld) await noteApiKeyUse(key.id);
  return { merchantId: key.merchantId, keyId: key.id, apiVersion: key.apiVersion };
}
