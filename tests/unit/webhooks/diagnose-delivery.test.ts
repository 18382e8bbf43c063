import { describe, expect, test } from 'vitest';
import en from '@/app/_messages/en/webhooks.json';
import zh from '@/app/_messages/zh-CN/webhooks.json';
import { EVENT_TOPICS } from '@/lib/core/event-topics';
import { DIAGNOSES, diagnoseTry } from '@/lib/webhooks/diagnose-delivery';
import { exampleBody } from '@/lib/webhooks/examples';
import { type DeliveryProblem, problemOfStatus } from '@/lib/webhooks/rules';

const URL_ = 'https://shop.example:8443/hook';
const broken = (problem: DeliveryProblem, errorCode: string | null) =>
  diagnoseTry({ status: null, problem, errorCode, answerHeaders: {} }, URL_)?.code;
const answered = (status: number, answerHeaders: Record<string, string> = {}) =>
  diagnoseTry({ status, problem: problemOfStatus(status), errorCode: null, answerHeaders }, URL_);

test.each<[DeliveryProblem, string | null, string]>([
  ['dns', 'ENOTFOUND', 'dns_not_found'],
  ['dns', 'EAI_AGAIN', 'dns_failed'],
  ['refused_address', 'ADDRESS_REFUSED', 'address_refused'],
  ['connect', 'ECONNREFUSED', 'connection_refused'],
  ['connect', 'ECONNRESET', 'connection_broken'],
  ['connect', 'ENETUNREACH', 'unreachable'],
  ['connect', 'HPE_INVALID_CONSTANT', 'not_http'],
  ['connect', null, 'connection_broken'],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'tls_name'],
  ['tls', 'CERT_HAS_EXPIRED', 'tls_expired'],
  ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'tls_self_signed'],
  ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls_chain'],
  ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls_not_spoken'],
  ['tls', 'ANYTHING_NEW', 'tls_failed'],
  ['timeout', 'TIMEOUT_DNS', 'dns_failed'],
  ['timeout', 'TIMEOUT_CONNECT', 'connection_timeout'],
  ['timeout', 'TIMEOUT_ANSWER', 'answer_timeout'],
])('%s with %s is %s', (problem, errorCode, code) => {
  expect(broken(problem, errorCode)).toBe(code);
});

test.each([
  ...[[400, 'status_bad_request'] as const, [401, 'status_forbidden'] as const],
  ...[[404, 'status_not_found'] as const, [405, 'status_method'] as const],
  ...[[410, 'status_gone'] as const, [413, 'status_too_large'] as const],
  ...[[415, 'status_media_type'] as const, [418, 'status_refused'] as const],
  ...[[419, 'status_csrf'] as const, [429, 'status_too_many'] as const],
  ...[[500, 'status_server'] as const, [502, 'status_gateway'] as const],
  ...[[599, 'status_server'] as const, [700, 'status_unknown'] as const],
])('an answer of %i is %s', (status, code) => {
  expect(answered(status)).toMatchObject({ code, kind: 'failure', facts: { status: `${status}` } });
});

test('a redirect says where it leads, a page that came back is pointed out, an arrival is healthy', () => {
  const moved = answered(308, { location: 'https://www.shop.example/hook' });
  expect(moved).toMatchObject({
    code: 'redirect',
    facts: { to: 'https://www.shop.example/hook', host: 'shop.example:8443' },
  });
  expect(answered(304)).toMatchObject({ code: 'status_unknown' });
  expect(answered(200, { 'content-type': 'text/html; charset=utf-8' })).toMatchObject({
    ...{ code: 'answer_is_page', kind: 'warning' },
  });
  expect(answered(200, { 'content-type': 'application/json' })).toBeNull();
});

describe('words', () => {
  test.each([zh, en])('say for every diagnosis what broke and what to do', ({ doctor }) => {
    expect(Object.keys(doctor).sort()).toEqual([...DIAGNOSES].sort());
  });

  test.each([zh, en])('say for every topic what it tells', ({ topics }) => {
    const keys = EVENT_TOPICS.map((topic) => topic.replace('.', '_'));
    expect(Object.keys(topics).sort()).toEqual(keys.sort());
  });
});

test.each(EVENT_TOPICS)('%s has an example with all that every notice has', (topic) => {
  expect(JSON.parse(exampleBody(topic))).toEqual({
    type: topic,
    timestamp: '2026-11-26T06:30:00.000Z',
    sequence: 1,
    data: expect.any(Object),
  });
});
