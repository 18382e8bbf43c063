import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { assert } from './assert';
import { env } from './env';

const VERSION = 1;

/** Lowercase hex SHA-256. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Compares two texts in a time that tells nothing about where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(sha256(a)), Buffer.from(sha256(b))];
  return timingSafeEqual(left, right) && a.length === b.length;
}

/** One key per purpose, all derived from SIGNING_SECRET. */
function signingKey(purpose: string): Buffer {
  return Buffer.from(
    hkdfSync('sha256', Buffer.from(env().SIGNING_SECRET, 'base64'), '', purpose, 32),
  );
}

/**
 * Keyed hash for what must be found again but not read (phones, API secrets, codes).
 * The purpose keeps equal texts in different columns apart.
 */
export const keyedHash = (purpose: string, text: string): string =>
  createHmac('sha256', signingKey(purpose)).update(text).digest('hex');

/**
 * AES-256-GCM: version byte, 12 bytes nonce, 16 bytes tag, ciphertext. The context is
 * authenticated, so that a sealed value moved to another row does not open.
 */
export function seal(plain: Uint8Array | string, context: string, key = masterKey()): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` closed; a wrong key, context or a changed byte throws. */
export function open(sealed: Uint8Array, context: string, key = masterKey()): Buffer {
  const bytes = Buffer.from(sealed);
  assert(bytes[0] === VERSION, 'sealed value of an unknown version');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(13, 29));
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]);
}

const masterKey = (): Buffer => Buffer.from(env().ENCRYPTION_KEY, 'base64');
