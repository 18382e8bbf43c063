import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { readWebhook, signWebhook, WebhookNotAuthentic } from '@/lib/sdk/webhook';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const VECTOR = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: '{"test": 2432232314}',
};
const NOW = new Date(1_614_265_330_000);

const headersOf = (signature: string, changed: Record<string, string> = {}) => ({
  'webhook-id': VECTOR.id,
  'webhook-timestamp': VECTOR.timestamp,
  'webhook-signature': signature,
  ...changed,
});

test('a notice is signed as Standard Webhooks publishes it, and read back with its id', () => {
  const signature = signWebhook(VECTOR, SECRET);
  expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  const read = readWebhook(VECTOR.body, headersOf(signature), SECRET, NOW);
  expect(read).toEqual({ test: 2432232314, id: VECTOR.id });
  const bytes = new TextEncoder().encode(VECTOR.body);
  expect(readWebhook(bytes, new Headers(headersOf(signature)), SECRET, NOW)).toEqual(read);
});

test('what the public library signs is read, with the old secret and the new one', () => {
  const other = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
  const at = new Date();
  const body = '{"type":"order.paid","timestamp":"2026-11-26T08:00:00Z","data":{}}';
  const signatures = [SECRET, other].map((one) => new Webhook(one).sign(VECTOR.id, at, body));
  const headers = headersOf(signatures.join(' '), {
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  });
  expect(readWebhook(body, headers, other).type).toBe('order.paid');
  expect(readWebhook(body, headers, [SECRET]).type).toBe('order.paid');
});

test.each([
  ['another body', `${VECTOR.body} `, {}, NOW],
  ['another id', VECTOR.body, { 'webhook-id': 'msg_2' }, NOW],
  ['no signature', VECTOR.body, { 'webhook-signature': '' }, NOW],
  ['a signature of another kind', VECTOR.body, { 'webhook-signature': 'v1a,AAAA' }, NOW],
  ['a time that is no number', VECTOR.body, { 'webhook-timestamp': '16142653e2' }, NOW],
  ['an old notice', VECTOR.body, {}, new Date(NOW.getTime() + 301_000)],
  ['a notice from the future', VECTOR.body, {}, new Date(NOW.getTime() - 301_000)],
])('%s is not authentic', (_, body, changed, now) => {
  const headers = headersOf(signWebhook(VECTOR, SECRET), changed);
  expect(() => readWebhook(body, headers, SECRET, now)).toThrow(WebhookNotAuthentic);
});

test.each([
  ['', ''],
  ['whsec_', 'whsec_'],
  ['none', []],
  ['one of two', [SECRET, '']],
])(
  'a secret that is missing (%s) is an error of whoever reads: anybody can sign with none',
  (_, secret) => {
    const headers = headersOf(signWebhook(VECTOR, ''));
    expect(() => readWebhook(VECTOR.body, headers, secret, NOW)).toThrow(TypeError);
  },
);
