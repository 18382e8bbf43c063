import { createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const TIMESTAMP = 'x-epcc-timestamp';
const SIGNATURE = 'x-epcc-signature';
const STALE_SECONDS = 300;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string, purpose: 'sign' | 'encrypt'): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `epcc/${purpose}`, 32));

const hmac = (secret: string, head: string, body: Buffer): string =>
  createHmac('sha256', keyOf(secret, 'sign'))
    .update(Buffer.concat([Buffer.from(head), body]))
    .digest('hex');

/** The headers of a call to the other side: HMAC over `timestamp.POST.path.body`. */
export function signCall(secret: string, call: { path: string; body: string }) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = hmac(secret, `${timestamp}.POST.${call.path}.`, Buffer.from(call.body));
  return { [TIMESTAMP]: timestamp, [SIGNATURE]: signature };
}

/** The signature of an authentic call that is no older than five minutes; undefined for any other. */
export function verifyCall(
  secret: string,
  call: { path: string; body: Buffer; header: (name: string) => string | undefined },
): string | undefined {
  const timestamp = call.header(TIMESTAMP) ?? '';
  const signature = call.header(SIGNATURE) ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return undefined;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > STALE_SECONDS) return undefined;
  const right = hmac(secret, `${timestamp}.POST.${call.path}.`, call.body);
  return timingSafeEqual(Buffer.from(signature), Buffer.from(right)) ? signature : undefined;
}

/** The header of an answer: HMAC over `signature of the call.status.body`. */
export const signReply = (secret: string, reply: { to: string; status: number; body: string }) => ({
  [SIGNATURE]: hmac(secret, `${reply.to}.${reply.status}.`, Buffer.from(reply.body)),
});

/** The text of an encrypted field, which is bound to its number and name; undefined when it does not fit. */
export function decryptField(
  secret: string,
  trxId: string,
  field: { name: string; value: string },
): string | undefined {
  const bytes = Buffer.from(field.value, 'base64');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, 'encrypt'), nonce)
    .setAAD(Buffer.from(`${trxId}/${field.name}`))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    // The tag is wrong: made with another key, or for another message.
    return undefined;
  }
}
