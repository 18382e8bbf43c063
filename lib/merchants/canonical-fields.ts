import { createHmac } from 'node:crypto';

const byCodeUnit = ([a]: [string, string], [b]: [string, string]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * What a link or a return is signed over: `k=v` joined by `&`, keys in ASCII order, values as they
 * are (not percent-encoded), blanks and `sign` itself left out.
 */
export const canonicalFields = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(byCodeUnit)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

/** HMAC-SHA256 of the canonical string in UTF-8, keyed with the secret's text, in lowercase hex. */
export const signFieldsHmac = (fields: Record<string, string>, secret: string): string =>
  createHmac('sha256', secret).update(canonicalFields(fields), 'utf8').digest('hex');
