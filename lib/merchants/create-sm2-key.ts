import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { readSm2PublicKey } from '@/lib/core/sm2';
import { inTransaction } from '@/lib/core/unit-of-work';
import { insertMerchantChange } from './looks-store';
import { MOST_LIVE_SM2_KEYS } from './rules';
import { insertSm2Key, selectLiveSm2Keys } from './signature-store';
import { lockMerchant } from './store';

/**
 * A member adds a public key that the merchant signs with, PEM or hex; the private one never leaves the merchant.
 * Takes a code of their authenticator.
 *
 * @throws Refusal not_permitted, those of verifyMemberCode, national_key_invalid, national_key_known, national_key_limit
 */
export async function createSm2Key({
  by,
  code,
  publicKey: text,
}: {
  by: MerchantActor;
  code: string;
  publicKey: string;
}): Promise<{ id: string }> {
  requireMerchantMay(by, 'key.change');
  const publicKey = readSm2PublicKey(text);
  if (!publicKey) throw new Refusal('national_key_invalid');
  await verifyMemberCode({ userId: by.id, code });
  const id = newId('smk');
  const { merchantId } = by;
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const live = await selectLiveSm2Keys(merchantId, tx);
    if (live.some((key) => key.publicKey === publicKey)) throw new Refusal('national_key_known');
    if (live.length >= MOST_LIVE_SM2_KEYS) throw new Refusal('national_key_limit', { merchantId });
    await insertSm2Key(tx, { id, merchantId, publicKey });
    const change = { subject: 'national_key', fromValue: null, toValue: id } as const;
    await insertMerchantChange(tx, { merchantId, ...change, actor: by.id });
  });
  return { id };
}
