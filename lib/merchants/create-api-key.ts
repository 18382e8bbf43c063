import { keyedHash } from '@/lib/core/crypto';
import { newId, newToken } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getMerchant } from './get-merchant';
import { insertMerchantChange } from './looks-store';
import { keyPrefix, modeOfKey } from './rules';
import { apiKeySecretSchema } from './schema';
import { insertApiKey, lockMerchant } from './store';

/**
 * A key for the merchant API: `sk_test_…` of a merchant for tests, `sk_live_…` of a live one. The secret is
 * shown this once: only its keyed hash is kept. By a member of the merchant it is on record. Refusal: not_found.
 */
export async function createApiKey({
  merchantId,
  secret: given,
  name,
  actor,
}: {
  merchantId: string;
  secret?: string;
  /** What it is for, in the merchant's words. */
  name?: string | undefined;
  /** The member who makes it. */
  actor?: string;
}): Promise<{ id: string; secret: string }> {
  const { mode } = await getMerchant(merchantId);
  const secret = given ?? `${keyPrefix(mode)}${newToken()}`;
  apiKeySecretSchema.parse(secret);
  const id = newId('key');
  const secretHash = keyedHash('api-key', secret);
  // The database takes no key whose prefix is not of its merchant's mode.
  const hint = { mode: modeOfKey(secret), hint: `…${secret.slice(-4)}` };
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    await insertApiKey(tx, {
      ...{ id, merchantId, ...hint, secretHash },
      ...{ name: name ?? null, createdBy: actor ?? null },
    });
    if (actor === undefined) return;
    const change = { subject: 'api_key', fromValue: null, toValue: id } as const;
    await insertMerchantChange(tx, { merchantId, actor, ...change });
  });
  return { id, secret };
}
