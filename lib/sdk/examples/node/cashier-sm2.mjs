// The cashier's signatures by national algorithms (SM2 with SM3) for Node 20 and later.
// Copy this file and `npm install sm-crypto-v2`. Private keys are 64 hex digits, public ones 130 that begin with 04.
import { sm2, sm3 } from 'sm-crypto-v2';

const TOLERANCE_S = 300;
const OPTIONS = { hash: true, userId: '1234567812345678' };

const bytes = (text) => Uint8Array.from(Buffer.from(text));

/** r and s in hex. */
export const sign = (privateKey, text) => sm2.doSignature(bytes(text), privateKey, OPTIONS);

export function verify(publicKey, text, signature) {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    return sm2.doVerifySignature(bytes(text), signature, publicKey, OPTIONS);
  } catch {
    return false;
  }
}

/** `name=value` joined by `&`, names in ASCII order, blanks and `sign` left out, nothing percent-encoded. */
export const canonical = (fields) =>
  Object.keys(fields)
    .filter((name) => name !== 'sign' && fields[name])
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');

/** `sign` of a signed link, whose `key_id` is the id of your SM2 key. */
export const signLink = (privateKey, fields) => sign(privateKey, canonical(fields));

/** Did the cashier send this shopper back? With the cashier's public key. */
export function verifyReturn(publicKey, address) {
  const query = new URLSearchParams(address.split('#')[0].replace(/^[^?]*/, ''));
  const names = ['order_id', 'order_no', 'status', 'timestamp', 'key_id'];
  const fields = Object.fromEntries(names.map((name) => [name, query.get(name) ?? '']));
  return verify(publicKey, canonical(fields), query.get('sign') ?? '');
}

/** Is this notice the cashier's? Reads `v1sm2,…` of the header webhook-signature. */
export function verifyWebhook(
  publicKey,
  { id = '', timestamp = '', signature = '' },
  body,
  now = Date.now() / 1000,
) {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > TOLERANCE_S)
    return false;
  const text = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);
  return signature.split(' ').some((given) => {
    const [version, base64 = ''] = given.split(',');
    return (
      version === 'v1sm2' && verify(publicKey, text, Buffer.from(base64, 'base64').toString('hex'))
    );
  });
}

/** The signature of an API call, for the header Cashier-Signature. A new nonce for every call. */
export const signRequest = (privateKey, { method, target, timestamp, nonce }, body = '') =>
  sign(privateKey, [method, target, timestamp, nonce, sm3(bytes(body))].join('\n'));

// To try it: `node cashier-sm2.mjs sign-link < input`; what each takes is in README.md.
if (process.argv[1] === import.meta.filename) {
  const [, , command, now] = process.argv;
  const lines = (await new Response(process.stdin).text()).split('\n');
  const rest = (from) => lines.slice(from).join('\n');
  const pair = (line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)];
  const answers = {
    'verify-text': () => verify(lines[0], rest(2), lines[1]),
    'sign-link': () => signLink(lines[0], Object.fromEntries(lines.slice(1).map(pair))),
    'verify-return': () => verifyReturn(lines[0], lines[1]),
    'verify-webhook': () => {
      const [key, id, timestamp, signature] = lines;
      const at = now === undefined ? undefined : Number(now);
      return verifyWebhook(key, { id, timestamp, signature }, rest(4), at);
    },
    'sign-request': () => {
      const [key, method, target, timestamp, nonce] = lines;
      return signRequest(key, { method, target, timestamp, nonce }, rest(5));
    },
  };
  console.log(String(answers[command]()));
}
