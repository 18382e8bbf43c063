import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import { answerSignature, signedHeaders } from '../../support/bank-signature';
import { type LocalGateway, readBodyOf, startLocalGateway } from '../../support/local-gateway';
import { postForm } from '../../support/unionpay-merchant';
import { type Bench, startBench } from './start-bench';

const SECRET = 'the secret of this one test and no other';
interface Told {
  content: Record<string, string>;
  body: string;
  headers: Record<string, string>;
  atMs: number;
}
let bench: Bench;
let inbox: LocalGateway;
let told: Told[] = [];
/** What the next notices are answered; then 200. */
let statuses: number[] = [];

beforeAll(async () => {
  inbox = await startLocalGateway(async (request, response) => {
    const body = (await readBodyOf(request)).toString();
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    told.push({
      content: JSON.parse(body),
      body,
      headers: Object.fromEntries(headers),
      atMs: Date.now(),
    });
    response.writeHead(statuses.shift() ?? 200).end('ok');
  });
  bench = await startBench({
    SANDBOX_BANK_SECRET: SECRET,
    SANDBOX_BANK_NOTIFY_URL: `${inbox.origin}/bank-notify`,
  });
});
afterAll(async () => {
  await bench.stop();
  await inbox.close();
});
beforeEach(() => bench.call('POST', '/reset'));
afterEach(() => {
  told = [];
  statuses = [];
});

/** Calls the bank as the platform does, and checks that the answer is the bank's own. */
async function call(method: string, path: string, content?: object, headers?: object) {
  const body = content === undefined ? '' : JSON.stringify(content);
  const signed = { ...signedHeaders(SECRET, { method, path, body }), ...headers };
  const response = await fetch(bench.origin + path, {
    method,
    headers: { ...signed, connection: 'close' },
    ...(content === undefined ? {} : { body }),
  });
  const text = await response.text();
  const { status } = response;
  if (status !== 401) {
    const right = answerSignature(SECRET, signed['x-bank-signature'] ?? '', { status, body: text });
    expect(response.headers.get('x-bank-signature')).toBe(right);
  }
  return { status, body: JSON.parse(text) };
}

const payout = (change: object = {}) => ({
  payoutNo: `w${randomBytes(10).toString('hex')}`,
  amount: '6800',
  cardNo: '6200000000000005',
  name: '张三',
  requestedAt: '2026-11-21T04:00:00.000Z',
  ...change,
});
const script = async (match: object, behaviour: object, times?: number) => {
  const made = await bench.call('POST', '/bank/script', { match, behaviour, times });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
};
const credit = async (input: object) => {
  const made = await bench.call('POST', '/bank/credits', { number: '88', amount: 100, ...input });
  return { status: made.status, reference: String(made.body.credit?.reference) };
};
const noticesAbout = (text: string, count: number): Promise<Told[]> =>
  vi.waitFor(() => {
    const found = told.filter(({ body }) => body.includes(text));
    expect(found.length).toBeGreaterThanOrEqual(count);
    return found;
  }, SOON);
const stateOf = async (payoutNo: string) =>
  (await call('GET', `/bank/payouts/${payoutNo}`)).body.state;
const isAuthentic = ({ body, headers }: Told): boolean => {
  const timestamp = String(headers['x-bank-timestamp']);
  const envelope = { method: 'POST', path: '/bank-notify', body, timestamp };
  return headers['x-bank-signature'] === signedHeaders(SECRET, envelope)['x-bank-signature'];
};

test('a call that is unsigned, stale, or signed for something else is turned away', async () => {
  const path = '/bank/movements?since=2026-11-21T00%3A00%3A00Z';
  const signed = (given: object) =>
    signedHeaders(SECRET, { method: 'GET', path, body: '', ...given });
  for (const headers of [
    { 'x-bank-signature': '' },
    { 'x-bank-timestamp': '' },
    signed({ secondsAgo: 310 }),
    signed({ secondsAgo: -310 }),
    signed({ method: 'POST' }),
    signed({ path: '/bank/movements' }),
    signed({ body: '{}' }),
    signedHeaders(`${SECRET}.`, { method: 'GET', path, body: '' }),
  ]) {
    const refused = { status: 401, body: { error: 'not_authentic' } };
    expect(await call('GET', path, undefined, headers)).toEqual(refused);
  }
  expect((await call('GET', path, undefined, signed({ secondsAgo: 290 }))).status).toBe(200);
});

test('a payout is accepted, then succeeds by itself and is told of once', async () => {
  const request = payout();
  const accepted = await call('POST', '/bank/payouts', request);
  expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted', amount: '6800' } });
  const [notice] = await noticesAbout(request.payoutNo, 1);
  expect(notice?.content).toMatchObject({ type: 'payout', state: 'succeeded', amount: '6800' });
  expect(notice && isAuthentic(notice)).toBe(true);
  expect(await stateOf(request.payoutNo)).toBe('succeeded');
  const { body } = await bench.call('GET', `/bank/payouts?payoutNo=${request.payoutNo}`);
  await vi.waitFor(() => expect(told).toHaveLength(1), SOON);
  expect(body.payouts).toHaveLength(1);
});

test('the same payout again is the same, another one under its number is a conflict', async () => {
  const request = payout();
  const first = await call('POST', '/bank/payouts', request);
  const again = await call('POST', '/bank/payouts', request);
  expect(again.body.reference).toBe(first.body.reference);
  for (const change of [{ amount: '1' }, { cardNo: '6222000000000009' }, { name: '李四' }]) {
    const conflict = { status: 409, body: { error: 'conflict' } };
    expect(await call('POST', '/bank/payouts', { ...request, ...change })).toEqual(conflict);
  }
  expect((await bench.call('GET', '/bank/payouts')).body.payouts).toHaveLength(1);
});

test('a payout that nobody could read is refused and not kept', async () => {
  for (const change of [{ amount: '0' }, { amount: 6800 }, { cardNo: 'x' }, { extra: 1 }]) {
    const bad = { status: 400, body: { error: 'bad_input' } };
    expect(await call('POST', '/bank/payouts', payout(change))).toEqual(bad);
  }
  expect((await bench.call('GET', '/bank/payouts')).body.payouts).toEqual([]);
  expect((await call('GET', '/bank/payouts/w0000000000')).status).toBe(404);
});

test('the narrowest script wins, and one with times is used up', async () => {
  const named = payout();
  await script({ payoutNo: named.payoutNo }, { outcome: 'stay' });
  await script({ amount: '6800' }, { outcome: 'fail' }, 1);
  await script({ any: true }, { outcome: 'fail', reason: 'limit_exceeded' });
  const priced = payout();
  const other = payout({ amount: '6801' });
  const later = payout();
  for (const request of [named, priced, other, later]) await call('POST', '/bank/payouts', request);
  const reasonOf = async ({ payoutNo }: { payoutNo: string }) => {
    const [notice] = await noticesAbout(payoutNo, 1);
    return notice?.content.reason;
  };
  expect(await reasonOf(priced)).toBe('declined');
  expect(await reasonOf(other)).toBe('limit_exceeded');
  expect(await reasonOf(later)).toBe('limit_exceeded');
  expect(await stateOf(named.payoutNo)).toBe('accepted');
});

test('a lost request leaves nothing, a lost answer leaves the payout', async () => {
  await script({ any: true }, { lose: 'request' }, 1);
  const request = payout();
  await expect(call('POST', '/bank/payouts', request)).rejects.toThrow('fetch failed');
  expect((await call('GET', `/bank/payouts/${request.payoutNo}`)).status).toBe(404);
  await script({ any: true }, { lose: 'reply' }, 1);
  await expect(call('POST', '/bank/payouts', request)).rejects.toThrow('fetch failed');
  expect((await call('GET', `/bank/payouts/${request.payoutNo}`)).status).toBe(200);
});

test('a person decides a payout, as its state allows', async () => {
  await script({ any: true }, { outcome: 'stay' });
  const [one, two] = [payout(), payout()];
  for (const request of [one, two]) await call('POST', '/bank/payouts', request);
  const decide = (no: string, action: string) =>
    bench.call('POST', `/bank/payouts/${no}/${action}`, {});
  expect((await decide(one.payoutNo, 'return')).status).toBe(409);
  expect((await decide(one.payoutNo, 'succeed')).body.payout.state).toBe('succeeded');
  expect((await decide(one.payoutNo, 'fail')).status).toBe(409);
  expect((await decide(one.payoutNo, 'return')).body.payout.state).toBe('returned');
  expect((await decide(two.payoutNo, 'fail')).body.payout.state).toBe('failed');
  expect((await decide(two.payoutNo, 'explode')).status).toBe(404);
  expect((await decide('w0000000000', 'fail')).status).toBe(404);
});

test('a credit is told at once, and again until it is acknowledged', async () => {
  statuses = [500, 302, 200];
  const { reference } = await credit({ payerName: '王五', remark: '充值' });
  const notices = await noticesAbout(reference, 3);
  expect(notices[0]?.content).toMatchObject({ type: 'credit', amount: '100', payerName: '王五' });
  expect(notices.every(isAuthentic)).toBe(true);
  const ended = await vi.waitFor(async () => {
    const { body } = await bench.call('GET', '/bank/credits?number=88');
    expect(body.credits[0].noticePending).toBe(false);
    return body.credits[0];
  }, SOON);
  expect(ended.noticeSends.map((send: { result: number }) => send.result)).toEqual([500, 302, 200]);
});

test('the same reference again repeats the notice and moves no second money', async () => {
  const reference = 'CRTEST0000000001';
  expect(await credit({ reference, copies: 3 })).toEqual({ status: 201, reference });
  await noticesAbout(reference, 3);
  expect(await credit({ reference })).toEqual({ status: 200, reference });
  await noticesAbout(reference, 4);
  expect((await credit({ reference, amount: 101 })).status).toBe(409);
  expect((await bench.call('GET', '/bank/credits')).body.credits).toHaveLength(1);
});

test('a credit can be kept quiet, denied for a while, and told with flaws', async () => {
  const quiet = await credit({ notice: 'none', queryAnswer: 'absent', queryTimes: 1 });
  const path = `/bank/movements/${quiet.reference}`;
  expect((await call('GET', path)).status).toBe(404);
  expect((await call('GET', path)).body).toMatchObject({ reference: quiet.reference });
  const flawed = await credit({ noticeSignature: 'wrong' });
  const [notice] = await noticesAbout(flawed.reference, 1);
  expect(notice && isAuthentic(notice)).toBe(false);
  expect(told.some(({ body }) => body.includes(quiet.reference))).toBe(false);
});

test('bad input to the control side is refused in words', async () => {
  for (const input of [{ amount: 0 }, { amount: 1.5 }, { number: 'x' }, { copies: 99 }]) {
    expect((await credit(input)).status).toBe(400);
  }
  const bad = await bench.call('POST', '/bank/script', { match: {}, behaviour: {} });
  expect(bad.status).toBe(400);
  expect((await bench.call('GET', '/bank/credits')).body.credits).toEqual([]);
});

test('the bank’s page takes a transfer in yuan and decides payouts, by plain forms', async () => {
  const form = { number: '8800 0000 0000 0018', amount: '1,234.5', payerName: '王五', remark: '' };
  const sent = await postForm(`${bench.origin}/control/bank/credits`, form);
  expect(sent.status).toBe(303);
  const { credits } = (await bench.call('GET', '/bank/credits')).body;
  expect(credits[0]).toMatchObject({ number: '8800000000000018', amount: '123450' });
  for (const amount of ['', '1.234', '-1', 'lots', '0']) {
    const bad = await postForm(`${bench.origin}/control/bank/credits`, { ...form, amount });
    expect(bad.status).toBe(422);
  }
  const filled = await (await fetch(`${bench.origin}/bank?number=8800000000000018`)).text();
  expect(filled).toContain('name="number" value="8800000000000018"');
  await script({ any: true }, { outcome: 'stay' });
  const request = payout();
  await call('POST', '/bank/payouts', request);
  for (const language of ['zh', 'en']) {
    const page = await (await fetch(`${bench.origin}/bank?lang=${language}`)).text();
    expect(page).toContain('¥1,234.50');
    expect(page).not.toContain(request.cardNo);
    const action = new RegExp(`action="(/control/bank/payouts/${request.payoutNo}/\\w+)`);
    expect(page).toMatch(action);
  }
  const decide = `${bench.origin}/control/bank/payouts/${request.payoutNo}/succeed`;
  expect((await postForm(decide, {})).status).toBe(303);
  expect((await postForm(decide, {})).status).toBe(409);
});

test('movements, payouts and what is still to be told outlive a restart', async () => {
  await script({ any: true }, { resultDelaySeconds: 0.5 });
  statuses = [500];
  const { reference } = await credit({});
  await noticesAbout(reference, 1);
  const request = payout();
  await call('POST', '/bank/payouts', request);
  await bench.restart();
  await noticesAbout(reference, 2);
  const [notice] = await noticesAbout(request.payoutNo, 1);
  expect(notice?.content.state).toBe('succeeded');
  expect((await call('GET', `/bank/movements/${reference}`)).status).toBe(200);
});
