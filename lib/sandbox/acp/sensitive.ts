import { constants, type KeyObject, privateDecrypt } from 'node:crypto';

/** Who can read what was encrypted for which certificate. */
export type EncryptionKeys = readonly { certId: string; key: KeyObject }[];

/** What is known of a cardholder from customerInfo; each part only where it was sent. */
export interface Cardholder {
  certifTp?: string;
  certifId?: string;
  customerNm?: string;
  smsCode?: string;
  phoneNo?: string;
}

/** The text of base64(RSA) for the certificate of that number; undefined when it can't be read. */
export function decryptText(
  encrypted: string,
  keys: EncryptionKeys,
  certId: string | undefined,
): string | undefined {
  const key = keys.find((one) => one.certId === certId)?.key;
  const bytes = Buffer.from(encrypted, 'base64');
  if (!key || bytes.length !== 256) return undefined;
  try {
    // Node refuses to take PKCS #1 v1.5 padding off, so it is taken off here.
    const padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes);
    const end = padded.indexOf(0, 2);
    const good = padded[0] === 0 && padded[1] === 2 && end >= 10;
    return good ? padded.subarray(end + 1).toString('utf8') : undefined;
  } catch {
    // A number above the modulus was encrypted for no key of ours.
    return undefined;
  }
}

/** The pairs of `{k=v&k=v}`, braces optional; undefined when it is no such group. */
export function readGroup(text: string): Record<string, string> | undefined {
  const inner = text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
  const group: Record<string, string> = {};
  for (const pair of inner.split('&')) {
    const at = pair.indexOf('=');
    if (at < 1) return undefined;
    group[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return group;
}

/** customerInfo opened, its encrypted part too; undefined when it is none or can't be read. */
export function readCardholder(
  customerInfo: string,
  keys: EncryptionKeys,
  certId: string | undefined,
): Cardholder | undefined {
  const text = Buffer.from(customerInfo, 'base64').toString('utf8');
  const plain = /^\{.*\}$/s.test(text) ? readGroup(text) : undefined;
  if (!plain) return undefined;
  const { encryptedInfo, ...open } = plain;
  // The phone never travels in the open.
  if ('phoneNo' in open) return undefined;
  if (encryptedInfo === undefined) return open;
  const decrypted = decryptText(encryptedInfo, keys, certId);
  const hidden = decrypted === undefined ? undefined : readGroup(decrypted);
  return hidden && { ...open, ...hidden };
}
