import { createHmac, timingSafeEqual } from 'node:crypto';

/** A call is taken this long before and after its timestamp. */
const FRESH_MS = 300_000;

/** What a call or a notice says of itself; `path` with its query, as on the request line. */
export interface Envelope {
  /** Seconds since 1970, in digits. */
  timestamp: string;
  method: string;
  path: string;
}

export const timestampOf = (moment: Date): string => String(Math.floor(moment.getTime() / 1000));

/** Hex HMAC-SHA256 over `timestamp.METHOD.path.body`: the body as its very bytes. */
export const signCall = (
  key: string | Buffer,
  { timestamp, method, path }: Envelope,
  body: Uint8Array,
): string =>
  createHmac('sha256', key).update(`${timestamp}.${method}.${path}.`).update(body).digest('hex');

/** An answer signs the signature of its call, its status and its body: it fits no other call. */
export const signAnswer = (
  key: string | Buffer,
  callSignature: string,
  { status, body }: { status: number; body: Uint8Array },
): string =>
  createHmac('sha256', key).update(`${callSignature}.${status}.`).update(body).digest('hex');

/** Compares in a time that tells nothing about where they differ. */
export function sameSignature(given: string | undefined, right: string): boolean {
  const [left, wanted] = [Buffer.from(given ?? ''), Buffer.from(right)];
  return left.length === wanted.length && timingSafeEqual(left, wanted);
}

/** Made with one of these keys: the present one, or the one before while the other side still changes over. */
export const isMadeWith = (
  keys: readonly (string | Buffer)[],
  given: string | undefined,
  make: (key: string | Buffer) => string,
): boolean => keys.some((key) => sameSignature(given, make(key)));

export function isFresh(timestamp: string, at: Date): boolean {
  if (!/^[0-9]{1,12}$/.test(timestamp)) return false;
  return Math.abs(at.getTime() - Number(timestamp) * 1000) <= FRESH_MS;
}
