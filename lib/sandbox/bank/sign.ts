import { createHmac, timingSafeEqual } from 'node:crypto';

const TIMESTAMP = 'x-bank-timestamp';
const SIGNATURE = 'x-bank-signature';
const STALE_SECONDS = 300;

const hmac = (secret: string, head: string, body: Buffer): string =>
  createHmac('sha256', secret)
    .update(Buffer.concat([Buffer.from(head), body]))
    .digest('hex');

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The headers of a call to the other side: HMAC over `timestamp.METHOD.path.body`. */
export function signCall(
  secret: string,
  call: { method: string; path: string; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const head = `${timestamp}.${call.method}.${call.path}.`;
  return { [TIMESTAMP]: timestamp, [SIGNATURE]: hmac(secret, head, Buffer.from(call.body)) };
}

/** The signature of an authentic call that is no older than five minutes; undefined for any other. */
export function verifyCall(
  secret: string,
  call: {
    method: string;
    path: string;
    body: Buffer;
    header: (name: string) => string | undefined;
  },
): string | undefined {
  const timestamp = call.header(TIMESTAMP) ?? '';
  const signature = call.header(SIGNATURE) ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return undefined;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > STALE_SECONDS) return undefined;
  const right = hmac(secret, `${timestamp}.${call.method}.${call.path}.`, call.body);
  return equal(signature, right) ? signature : undefined;
}

/** The header of an answer: HMAC over `signature of the call.status.body`. */
export function signReply(
  secret: string,
  reply: { to: string; status: number; body: string },
): Record<string, string> {
  return { [SIGNATURE]: hmac(secret, `${reply.to}.${reply.status}.`, Buffer.from(reply.body)) };
}
