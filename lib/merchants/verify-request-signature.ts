import { createHash } from 'node:crypto';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { sm3Hex } from '@/lib/core/sm2';
import { getSigningTerms } from './get-signing-terms';
import { isSignedByMerchant } from './is-signed-by-merchant';
import {
  isFresh,
  isSm2KeyId,
  KEEP_NONCES_MINUTES,
  readSignatureHeader,
  signedRequestText,
} from './signature-rules';
import { keepNonce } from './signature-store';

/**
 * Returns when the call's Cashier-Signature is right and new, or when there is none and the merchant asks for
 * none. A nonce is used up only by a call that was signed rightly.
 *
 * @throws Refusal request_signature_missing, request_signature_invalid (malformed, unknown key, wrong: one
 * answer), request_signature_stale, request_nonce_used
 */
export async function verifyRequestSignature({
  merchantId,
  header,
  method,
  target,
  body,
}: {
  merchantId: string;
  header: string | null;
  method: string;
  /** Path and query, as they came. */
  target: string;
  /** The bytes as they came; none for a GET, and for a file that is sent as it is read. */
  body: Uint8Array;
}): Promise<void> {
  if (header === null) {
    const { signedRequests } = await getSigningTerms(merchantId);
    if (signedRequests) throw new Refusal('request_signature_missing', { merchantId });
    return;
  }
  const given = readSignatureHeader(header);
  if (!given) throw new Refusal('request_signature_invalid', { merchantId });
  const { keyId, timestamp, nonce, signature } = given;
  const bodyHash = isSm2KeyId(keyId)
    ? sm3Hex(body)
    : createHash('sha256').update(body).digest('hex');
  const text = signedRequestText({ method, target, timestamp, nonce, bodyHash });
  if (!(await isSignedByMerchant(text, { merchantId, keyId, signature }))) {
    throw new Refusal('request_signature_invalid', { merchantId, keyId });
  }
  if (!isFresh(timestamp, await databaseNow())) {
    throw new Refusal('request_signature_stale', { merchantId, keyId, timestamp });
  }
  if (!(await keepNonce(merchantId, nonce, KEEP_NONCES_MINUTES))) {
    throw new Refusal('request_nonce_used', { merchantId, keyId });
  }
}
