import { Refusal } from '@/lib/core/errors';

const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;
// Without quotes, as most clients send it: nothing that could be two keys or half a quoted one.
const BARE = /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]+$/;
const LONGEST = 255;

/**
 * The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header-07): a structured-field
 * string, or the same without its quotes; 1 to 255 printable characters.
 */
export function readIdempotencyKey(headers: Headers): string {
  const header = headers.get('idempotency-key')?.trim();
  if (!header) throw new Refusal('idempotency_key_missing');
  const quoted = QUOTED.exec(header)?.[1];
  const key = quoted?.replace(/\\(.)/g, '$1') ?? BARE.exec(header)?.[0] ?? '';
  if (key.length < 1 || key.length > LONGEST) throw new Refusal('idempotency_key_invalid');
  return key;
}
