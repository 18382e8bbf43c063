import { seal } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { newId, newToken } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { insertMerchantChange } from './looks-store';
import { linkKeyContext, MOST_LIVE_LINK_KEYS } from './rules';
import { linkKeyIdSchema, linkSecretSchema } from './schema';
import { countLiveLinkKeys, insertLinkKey, lockMerchant } from './store';

/**
 * A key for signed links and returns. The secret is kept sealed, because signing needs it again. By a
 * member of the merchant it is on record.
 * Refusals: link_key_limit when two are live, not_found.
 */
export async function createLinkKey({
  merchantId,
  id = newId('lnk'),
  secret = `ls_${newToken()}`,
  actor,
}: {
  merchantId: string;
  id?: string;
  secret?: string;
  /** The member who makes it. */
  actor?: string;
}): Promise<{ id: string; secret: string }> {
  linkKeyIdSchema.parse(id);
  linkSecretSchema.parse(secret);
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    if ((await countLiveLinkKeys(tx, merchantId)) >= MOST_LIVE_LINK_KEYS) {
      throw new Refusal('link_key_limit', { merchantId });
    }
    const sealedSecret = seal(secret, linkKeyContext(id));
    await insertLinkKey(tx, { id, merchantId, sealedSecret, createdBy: actor ?? null });
    if (actor === undefined) return;
    const change = { subject: 'link_key', fromValue: null, toValue: id } as const;
    await insertMerchantChange(tx, { merchantId, actor, ...change });
  });
  return { id, secret };
}
