import { expect, test } from 'vitest';
import { checkAnswer } from '@/tests/support/api-answers';
import { checkedFetch } from '@/tests/support/checked-fetch';

const refund = {
  id: 'ref_1',
  order_id: 'ord_1',
  merchant_refund_no: 'R1',
  amount: 400,
  currency: 'CNY',
  state: 'succeeded',
  reason: null,
  failure_reason: null,
  requested_at: '2026-11-01T08:00:00.000Z',
};
const problem = {
  type: 'urn:cashier:problem:refund_not_found',
  title: 'There is no such refund',
  status: 404,
  instance: 'urn:cashier:request:req_1',
  code: 'refund_not_found',
  doc_url: 'https://pay.example/docs/errors#refund_not_found',
  request_id: 'req_1',
};
const path = '/api/v1/refunds/ref_1';
const answerOf = (status: number, body: object, more: Record<string, string> = {}) => ({
  status,
  headers: new Headers({ 'x-request-id': 'req_1', 'content-type': 'application/json', ...more }),
  text: JSON.stringify(body),
});
const PROBLEM = { 'content-type': 'application/problem+json' };
const check = (status: number, body: object, more?: Record<string, string>) =>
  checkAnswer({ method: 'GET', path }, answerOf(status, body, more));
const refused = (status: number, body: object, more = {}) =>
  check(status, body, { ...PROBLEM, ...more });
const problemOf = (code: string, status: number) => ({
  ...problem,
  ...{ code, status },
  type: `urn:cashier:problem:${code}`,
  doc_url: `https://pay.example/docs/errors#${code}`,
});
const put = (body: object, more = {}) =>
  checkAnswer({ method: 'PUT', path }, answerOf(405, body, { ...PROBLEM, ...more }));

test('what the table describes passes', () => {
  check(200, refund);
  refused(404, problem);
  refused(429, problemOf('rate_limited', 429), { 'retry-after': '3' });
  put(problemOf('method_not_allowed', 405), { allow: 'GET, HEAD, OPTIONS' });
  const none = answerOf(404, problemOf('path_unknown', 404), PROBLEM);
  for (const at of ['/api/v1', '/api/v1/none', '/api/v1/refunds/%ff']) {
    checkAnswer({ method: 'GET', path: at }, none);
  }
});

test.each<[string, () => void]>([
  ['a field more', () => check(200, { ...refund, note: '' })],
  ['a field less', () => check(200, { ...refund, reason: undefined })],
  ['an amount as text', () => check(200, { ...refund, amount: '400' })],
  ['a time without its zone', () => check(200, { ...refund, requested_at: '2026-11-01T08:00:00' })],
  ['a state that is none', () => check(200, { ...refund, state: 'waiting' })],
  ['another status', () => check(201, refund)],
  ['a code of another call', () => refused(409, problemOf('order_conflict', 409))],
  ['a code that is none', () => refused(404, { ...problem, code: 'gone' })],
  ['a status that is not the code’s', () => refused(410, { ...problem, status: 410 })],
  ['an answer that is known by nothing', () => check(200, refund, { 'x-request-id': '' })],
  ['another number than in its header', () => refused(404, { ...problem, request_id: 'req_2' })],
  [
    'a page that is another code’s',
    () => refused(404, { ...problem, doc_url: 'https://pay.example/docs/errors#gone' }),
  ],
  ['too much, and no word when', () => refused(429, problemOf('rate_limited', 429))],
  ['another method, and no word which', () => put(problemOf('method_not_allowed', 405))],
  ['a page where a problem should be', () => check(404, problem, { 'content-type': 'text/html' })],
  ['a problem without its number', () => refused(404, { ...problem, request_id: undefined })],
  ['something broken', () => refused(500, { ...problem, code: 'internal_error', status: 500 })],
])('%s is found', (_, work) => {
  expect(work).toThrow();
});

test('a call that the table does not have is found, whoever asks for it', async () => {
  const answer = async () => Response.json({});
  const asked = checkedFetch(answer as typeof fetch);
  await expect(asked('http://localhost/api/v1/secrets')).rejects.toThrow('known by');
  await expect(asked('http://localhost/api/v1')).rejects.toThrow('known by');
  const named = checkedFetch((async () => {
    return Response.json({}, { headers: { 'x-request-id': 'req_1' } });
  }) as typeof fetch);
  await expect(named('http://localhost/api/v1/secrets')).rejects.toThrow('does not describe');
  await expect(named(`http://localhost${path}`)).rejects.toThrow('does not fit');
  await expect(asked('http://localhost/demo')).resolves.toBeInstanceOf(Response);
});
