import { createCipheriv, createHmac } from 'node:crypto';
import type { Setup } from './config';

const NONCE_BYTES = 12;

/**
 * Encrypts the sensitive fields of one message: base64 of nonce, ciphertext and tag, bound to the
 * number and the field's name. The nonce is derived and not random, so that a repeated request is
 * the same bytes; the plaintext is part of what it is derived from, so that no two texts ever share
 * one under the key, which would give both away.
 */
export function encryptFields(
  { encrypt, nonce: nonceKey }: Setup['keys'],
  trxId: string,
  fields: Record<string, string>,
): Record<string, string> {
  const sealed = Object.entries(fields).map(([name, text]) => {
    const place = `${trxId}/${name}`;
    const digest = createHmac('sha256', nonceKey).update(`${place}/${text}`).digest();
    const nonce = digest.subarray(0, NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', encrypt, nonce).setAAD(Buffer.from(place));
    const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return [name, Buffer.concat(parts).toString('base64')];
  });
  return Object.fromEntries(sealed);
}
