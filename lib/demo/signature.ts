import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The cashier's link signature, written from its documentation as a merchant would write it: `k=v`
 * joined by `&`, keys in ASCII order, raw UTF-8 values, blanks and `sign` left out, HMAC-SHA256 in
 * lowercase hex.
 */
export function signature(fields: Record<string, string>, secret: string): string {
  const text = Object.keys(fields)
    .filter((name) => name !== 'sign' && fields[name])
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
  return createHmac('sha256', secret).update(text).digest('hex');
}

export function isSignedBy(fields: Record<string, string>, secret: string): boolean {
  const given = Buffer.from(fields.sign ?? '');
  const wanted = Buffer.from(signature(fields, secret));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
