import { createHmac } from 'node:crypto';
import { sameText } from '@/lib/core/crypto';
import { isSignedBySm2 } from '@/lib/core/sm2';
import { findLinkSecret } from './find-link-secret';
import { isSm2KeyId } from './signature-rules';
import { selectLiveSm2Keys } from './signature-store';

/** The curve's base point: the public key of a private key that everybody knows, and nobody has here. */
const NOBODYS_KEY =
  '0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0';

/**
 * Did the owner of that live key of the merchant sign this text: with HMAC-SHA256 by a link key, with SM2 by a key
 * of its own? An unknown key takes as long as a wrong signature and gets the same answer.
 */
export async function isSignedByMerchant(
  text: string,
  { merchantId, keyId, signature }: { merchantId: string; keyId: string; signature: string },
): Promise<boolean> {
  if (isSm2KeyId(keyId)) {
    const key = (await selectLiveSm2Keys(merchantId)).find(({ id }) => id === keyId);
    const publicKey = key?.publicKey ?? NOBODYS_KEY;
    const signed = isSignedBySm2(Buffer.from(text, 'utf8'), { signature, publicKey });
    return signed && key !== undefined;
  }
  const secret = await findLinkSecret(merchantId, keyId);
  const expected = createHmac('sha256', secret ?? 'no such key')
    .update(text, 'utf8')
    .digest('hex');
  return sameText(expected, signature) && secret !== undefined;
}
