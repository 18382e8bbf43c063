import { open } from '@/lib/core/crypto';
import { signSm2 } from '@/lib/core/sm2';
import { canonicalFields, signFieldsHmac } from './canonical-fields';
import { platformSm2Key } from './platform-sm2-key';
import { linkKeyContext } from './rules';
import { selectReturnSigner } from './signature-store';

/**
 * What we send with a shopper's way back, signed for this merchant: by the platform's SM2 key where it asked for
 * that, by its own newest link key otherwise. Undefined when there is nothing to sign with.
 */
export async function signedFields(
  merchantId: string,
  fields: Record<string, string>,
): Promise<Record<string, string> | undefined> {
  const { sm2, keyId, sealedSecret } = (await selectReturnSigner(merchantId)) ?? {};
  if (sm2) {
    const key = platformSm2Key();
    const named = { ...fields, key_id: key.id };
    return { ...named, sign: signSm2(Buffer.from(canonicalFields(named), 'utf8'), key) };
  }
  if (!keyId || !sealedSecret) return undefined;
  const named = { ...fields, key_id: keyId };
  const secret = open(sealedSecret, linkKeyContext(keyId)).toString('utf8');
  return { ...named, sign: signFieldsHmac(named, secret) };
}
