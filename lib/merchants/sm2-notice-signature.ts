import { signSm2 } from '@/lib/core/sm2';
import { getSigningTerms } from './get-signing-terms';
import { platformSm2Key } from './platform-sm2-key';

/**
 * One more signature for the header `webhook-signature`, over the same content as the others: `v1sm2,` and r and s
 * in base64. Undefined for a merchant that has not asked for it. Receivers skip versions that they do not know.
 */
export async function sm2NoticeSignature(
  merchantId: string,
  content: string,
): Promise<string | undefined> {
  if (!(await getSigningTerms(merchantId)).sm2Notices) return undefined;
  const signature = signSm2(Buffer.from(content, 'utf8'), platformSm2Key());
  return `v1sm2,${Buffer.from(signature, 'hex').toString('base64')}`;
}
