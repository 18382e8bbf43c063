import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNumberLookup } from '@/lib/channels/carrier/number-lookup';
import { type LocalGateway, readBodyOf, startLocalGateway } from '@/tests/support/local-gateway';
import { freePort } from '@/tests/support/sandbox-process';
import { PHONE } from './fixtures';

const KEY = 'a key of these tests and of nobody else';
let gateway: LocalGateway;
let reply: { status: number; body?: unknown } | 'drop' | 'silence' = 'drop';
const asked: { url?: string; authorization?: string; body: string }[] = [];

beforeAll(async () => {
  gateway = await startLocalGateway(async (request, response) => {
    const { url = '', headers } = request;
    const { authorization = '' } = headers;
    asked.push({ url, authorization, body: (await readBodyOf(request)).toString() });
    if (reply === 'silence') return;
    if (reply === 'drop') {
      response.destroy();
      return;
    }
    const { status, body } = reply;
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
});
afterAll(() => gateway.close());

const find = (timeoutMs = 2_000) =>
  createNumberLookup({ url: `${gateway.origin}/lookup`, key: KEY, timeoutMs }).find(PHONE);
const facts = { phoneNumber: PHONE, carrier: 'cucc', province: '41', ported: true };

test('a number is told with its carrier and province, also where it was ported', async () => {
  reply = { status: 200, body: facts };
  asked.length = 0;
  expect(await find()).toEqual({ kind: 'found', carrier: 'cucc', province: '41', ported: true });
  expect(asked).toEqual([
    { url: '/lookup', authorization: `Bearer ${KEY}`, body: `{"phoneNumber":"${PHONE}"}` },
  ]);
});

test('a province that is not told is none', async () => {
  for (const province of [null, undefined]) {
    reply = { status: 200, body: { ...facts, province } };
    expect(await find()).toMatchObject({ kind: 'found', province: null });
  }
});

test('nobody’s number is no number, and only the look-up itself can say so', async () => {
  reply = { status: 404, body: { status: 404, code: 'IDENTIFIER_NOT_FOUND', message: 'No.' } };
  expect(await find()).toBeUndefined();
  reply = { status: 404, body: '<h1>Not Found</h1>' };
  expect(await find()).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
});

test.each([
  ['another number', { status: 200, body: { ...facts, phoneNumber: '+8613900139000' } }],
  ['a carrier that there is none of', { status: 200, body: { ...facts, carrier: 'vodafone' } }],
  ['a province in words', { status: 200, body: { ...facts, province: '河南' } }],
  ['a page', { status: 200, body: '<html>' }],
  ['a refusal', { status: 401, body: { status: 401, code: 'UNAUTHENTICATED', message: 'No.' } }],
  ['a fault', { status: 500, body: facts }],
])('%s teaches nothing', async (_what, answer) => {
  reply = answer;
  expect(await find()).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
});

test('silence, a broken line and nobody there teach nothing, and no phone is remembered', async () => {
  reply = 'silence';
  const silent = await find(300);
  expect(silent).toMatchObject({ kind: 'unknown', cause: 'timeout' });
  reply = 'drop';
  expect(await find()).toMatchObject({ kind: 'unknown', cause: 'transport' });
  const url = `http://127.0.0.1:${await freePort()}/lookup`;
  const away = await createNumberLookup({ url, key: KEY }).find(PHONE);
  expect(away).toMatchObject({ kind: 'unknown', cause: 'transport' });
  expect(JSON.stringify([silent, away])).not.toContain('13800138000');
});
