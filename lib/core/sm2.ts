import { sm2, sm3 } from 'sm-crypto-v2';

/** Who signs, where nobody has agreed on another name (GM/T 0009, 10). */
const USER_ID = '1234567812345678';

const SIGNATURE = /^[0-9a-f]{128}$/;
const POINT = /^04[0-9a-f]{128}$/;
/** SubjectPublicKeyInfo of a point on the curve sm2p256v1 (1.2.156.10197.1.301), up to the point itself. */
const SPKI_HEAD = '3059301306072a8648ce3d020106082a811ccf5501822d034200';

/** Lowercase hex of the hash (GM/T 0004). */
export const sm3Hex = (message: Uint8Array): string => sm3(Uint8Array.from(message));

/** r and s, 32 bytes each, in lowercase hex (GM/T 0003.2, with SM3). Not the same twice. */
export const signSm2 = (message: Uint8Array, key: { publicKey: string; privateKey: string }) =>
  sm2.doSignature(Uint8Array.from(message), key.privateKey, {
    ...{ hash: true, publicKey: key.publicKey, userId: USER_ID },
  });

/** Is this the signature of that message by the owner of the public key? Never throws. */
export function isSignedBySm2(
  message: Uint8Array,
  { signature, publicKey }: { signature: string; publicKey: string },
): boolean {
  if (!SIGNATURE.test(signature) || !POINT.test(publicKey)) return false;
  try {
    const options = { hash: true, userId: USER_ID };
    return sm2.doVerifySignature(Uint8Array.from(message), signature, publicKey, options);
  } catch {
    // Numbers that are out of range, which the library will not calculate with.
    return false;
  }
}

/**
 * A public key as "04…" in lowercase hex, from PEM (SubjectPublicKeyInfo) or hex; undefined when it is neither, or
 * no point of the curve.
 */
export function readSm2PublicKey(text: string): string | undefined {
  const point = pointOfPem(text.trim()) ?? text.trim().toLowerCase();
  if (!POINT.test(point)) return undefined;
  try {
    return sm2.verifyPublicKey(point) ? point : undefined;
  } catch {
    return undefined;
  }
}

function pointOfPem(text: string): string | undefined {
  const [, base64] =
    /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/.exec(text) ?? [];
  const hex = base64 && Buffer.from(base64, 'base64').toString('hex');
  return hex?.startsWith(SPKI_HEAD) ? hex.slice(SPKI_HEAD.length) : undefined;
}

/** The same key as PEM, as every library takes it. */
export function sm2Pem(publicKey: string): string {
  const base64 = Buffer.from(SPKI_HEAD + publicKey, 'hex').toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}

/** The public key that belongs to a private one, "04…". */
export const sm2PublicKeyOf = (privateKey: string): string =>
  sm2.getPublicKeyFromPrivateKey(privateKey);
