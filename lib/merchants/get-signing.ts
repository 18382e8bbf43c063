import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { sm2Pem } from '@/lib/core/sm2';
import { getSigningTerms } from './get-signing-terms';
import { platformSm2Key } from './platform-sm2-key';
import { selectLiveSm2Keys } from './signature-store';
import type { SigningTerms } from './signing-terms';

export interface Signing {
  terms: SigningTerms;
  /** Live ones, newest first. */
  keys: { id: string; publicKey: string; createdAt: Date }[];
  /** What the merchant verifies our SM2 signatures with. */
  platform: { id: string; publicKey: string; pem: string };
}

/**
 * What is signed for and by the merchant, and with which keys of SM2.
 *
 * @throws Refusal not_permitted
 */
export async function getSigning({ by }: { by: MerchantActor }): Promise<Signing> {
  requireMerchantMay(by, 'key.read');
  const [terms, keys] = await Promise.all([
    getSigningTerms(by.merchantId),
    selectLiveSm2Keys(by.merchantId),
  ]);
  const { id, publicKey } = platformSm2Key();
  return { terms, keys, platform: { id, publicKey, pem: sm2Pem(publicKey) } };
}
