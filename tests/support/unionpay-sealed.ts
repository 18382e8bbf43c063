import { constants, createPrivateKey, privateDecrypt } from 'node:crypto';

/** What is under an RSA block of PKCS#1 v1.5, by hand: the padding and the text. */
export function openBlock(
  sealed: string,
  privateKeyPem: string,
): { padding: Buffer; text: string } {
  const key = { key: createPrivateKey(privateKeyPem), padding: constants.RSA_NO_PADDING };
  const block = privateDecrypt(key, Buffer.from(sealed, 'base64'));
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new Error('no block of PKCS#1 v1.5');
  return { padding: block.subarray(2, end), text: block.subarray(end + 1).toString() };
}

/** `customerInfo` in plain: its parts, the encrypted ones opened. */
export function openCustomerInfo(info: string, privateKeyPem: string): Record<string, string> {
  const text = Buffer.from(info, 'base64').toString();
  if (!text.startsWith('{') || !text.endsWith('}')) throw new Error('no customerInfo');
  const parts: [string, string][] = text
    .slice(1, -1)
    .split('&')
    .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]);
  const { encryptedInfo, ...plain } = Object.fromEntries(parts);
  if (encryptedInfo === undefined) return plain;
  const opened = new URLSearchParams(openBlock(encryptedInfo, privateKeyPem).text);
  return { ...plain, ...Object.fromEntries(opened) };
}
