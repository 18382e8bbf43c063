// The cashier's signatures (HMAC-SHA256) for Node 20 and later. Copy this file: it needs nothing else.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_S = 300;

const hmac = (key, text, encoding) => createHmac('sha256', key).update(text).digest(encoding);

const same = (a, b) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** `name=value` joined by `&`, names in ASCII order, blanks and `sign` left out, nothing percent-encoded. */
export const canonical = (fields) =>
  Object.keys(fields)
    .filter((name) => name !== 'sign' && fields[name])
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');

/** `sign` of a signed link. */
export const signLink = (secret, fields) => hmac(secret, canonical(fields), 'hex');

/** Did the cashier send this shopper back? The address as the browser asked for it. */
export function verifyReturn(secret, address) {
  const query = new URLSearchParams(address.split('#')[0].replace(/^[^?]*/, ''));
  const names = ['order_id', 'order_no', 'status', 'timestamp', 'key_id'];
  const fields = Object.fromEntries(names.map((name) => [name, query.get(name) ?? '']));
  return same(hmac(secret, canonical(fields), 'hex'), query.get('sign') ?? '');
}

/** Is this notice the cashier's? `body` as the bytes or text that came. Several secrets while you change them. */
export function verifyWebhook(
  secrets,
  { id = '', timestamp = '', signature = '' },
  body,
  now = Date.now() / 1000,
) {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > TOLERANCE_S)
    return false;
  const text = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    // Anybody can sign with no secret.
    if (key.length === 0) return false;
    const wanted = `v1,${hmac(key, text, 'base64')}`;
    return signature.split(' ').some((given) => same(given, wanted));
  });
}

/** The signature of an API call, for the header Cashier-Signature. A new nonce for every call. */
export function signRequest(secret, { method, target, timestamp, nonce }, body = '') {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return hmac(secret, [method, target, timestamp, nonce, bodyHash].join('\n'), 'hex');
}

// To try it: `node cashier-signature.mjs sign-link < input`; what each takes is in README.md.
if (process.argv[1] === import.meta.filename) {
  const [, , command, now] = process.argv;
  const input = await new Response(process.stdin).text();
  const lines = input.split('\n');
  const rest = (from) => lines.slice(from).join('\n');
  const answers = {
    'sign-link': () =>
      signLink(
        lines[0],
        Object.fromEntries(
          rest(1)
            .split('\n')
            .map((line) => splitOnce(line)),
        ),
      ),
    'verify-return': () => verifyReturn(lines[0], lines[1]),
    'verify-webhook': () => {
      const [secrets, id, timestamp, signature] = lines;
      const at = now === undefined ? undefined : Number(now);
      return verifyWebhook(secrets.split(' '), { id, timestamp, signature }, rest(4), at);
    },
    'sign-request': () => {
      const [secret, method, target, timestamp, nonce] = lines;
      return signRequest(secret, { method, target, timestamp, nonce }, rest(5));
    },
  };
  const splitOnce = (line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)];
  console.log(String(answers[command]()));
}
