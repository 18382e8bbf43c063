import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Fields } from './fields';

/**
 * ACP 5.1.0, signMethod 01. The RSA signature is over the 64 hex characters of the SHA-256 of
 * `k=v&k=v`, names in ASCII order, raw values, everything but the signature itself.
 */
function digestOf(fields: Fields): Buffer {
  const text = Object.keys(fields)
    .filter((name) => name !== 'signature')
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
  return Buffer.from(createHash('sha256').update(text, 'utf8').digest('hex'), 'utf8');
}

/** The message with `signPubKeyCert` (PEM with CRLF) and a signature by that certificate's key. */
export function signAnswer(
  fields: Fields,
  signer: { key: KeyObject; certificatePem: string },
): Fields {
  const signed: Fields = { ...fields, signMethod: '01', signPubKeyCert: signer.certificatePem };
  const signature = sign('sha256', digestOf(signed), signer.key).toString('base64');
  return { ...signed, signature };
}

/** Did the owner of this certificate sign exactly these fields? */
export function signatureMatches(fields: Fields, certificatePem: string): boolean {
  const signature = fields.signature ?? '';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(signature)) return false;
  const key = createPublicKey(certificatePem);
  return verify('sha256', digestOf(fields), key, Buffer.from(signature, 'base64'));
}
