import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import {
  CLIENT_SECRET,
  done,
  PERMITTED_SECONDS,
  refusal,
  type ScriptedCarrier,
  startScriptedCarrier,
  tokenOfItsTurn,
} from '@/tests/support/scripted-carrier';
import { direct, known, told } from './fixtures';

const carrier: ScriptedCarrier = await startScriptedCarrier();
let now = new Date('2026-11-26T01:34:08Z').getTime();
let adapter = carrier.adapter;

beforeEach(() => {
  carrier.tokenCalls.length = 0;
  carrier.asked.length = 0;
  carrier.faults.length = 0;
  carrier.token = tokenOfItsTurn;
  carrier.script = { payment: done(200, told('succeeded')), create: done(201, told('succeeded')) };
  adapter = carrier.adapterWith({ now: () => new Date(now) });
});
afterEach(() => expect(carrier.faults).toEqual([]));
afterAll(() => carrier.stop());

const bearers = () => carrier.asked.map(({ headers }) => headers.authorization);
const later = (seconds: number) => {
  now += seconds * 1000;
};

test('one token is asked for by our credentials, for what we do, and used again', async () => {
  await adapter.query(known());
  await adapter.query(known());
  expect(bearers()).toEqual(['Bearer token-1', 'Bearer token-1']);
  const [call, ...more] = carrier.tokenCalls;
  expect(more).toEqual([]);
  // Both halves form-encoded, as RFC 6749 has it: a colon or an ampersand changes nothing.
  const [id, secret] = Buffer.from(call?.authorization.slice('Basic '.length) ?? '', 'base64')
    .toString()
    .split(':');
  const decoded = (text = '') => new URLSearchParams(`x=${text}`).get('x');
  expect([decoded(id), decoded(secret)]).toEqual(['cashier:1', CLIENT_SECRET]);
  const form = new URLSearchParams(call?.body);
  expect(form.get('grant_type')).toBe('client_credentials');
  expect(form.get('scope')?.split(' ')).toContain('carrier-billing:payments:create');
});

test('a token is renewed a minute before its end, and not sooner', async () => {
  await adapter.query(known());
  later(PERMITTED_SECONDS - 61);
  await adapter.query(known());
  expect(carrier.tokenCalls).toHaveLength(1);
  later(1);
  await adapter.query(known());
  expect(bearers().at(-1)).toBe('Bearer token-2');
});

test('a token of a short life is used for half of it, not asked for with every call', async () => {
  carrier.token = () => done(200, { access_token: 'short', token_type: 'bearer', expires_in: 40 });
  await adapter.query(known());
  later(19);
  await adapter.query(known());
  expect(carrier.tokenCalls).toHaveLength(1);
  later(1);
  await adapter.query(known());
  expect(carrier.tokenCalls).toHaveLength(2);
});

test('fifty callers at once wait for one token', async () => {
  await Promise.all(Array.from({ length: 50 }, () => adapter.query(known())));
  expect(carrier.tokenCalls).toHaveLength(1);
  expect(new Set(bearers())).toEqual(new Set(['Bearer token-1']));
});

test('a token that is turned away is renewed once, and the call made again', async () => {
  const script = ({ headers }: { headers: Record<string, string> }) =>
    headers.authorization === 'Bearer token-1'
      ? refusal(401, 'UNAUTHENTICATED')
      : done(201, told('succeeded'));
  carrier.script = { create: script };
  expect(await adapter.pay(direct)).toMatchObject({ kind: 'succeeded' });
  expect(bearers()).toEqual(['Bearer token-1', 'Bearer token-2']);
  const [first, second] = carrier.asked;
  expect(second?.body).toBe(first?.body);
});

test('whoever is turned away beside somebody who has a newer token takes that one', async () => {
  carrier.script = {
    payment: ({ headers }) =>
      headers.authorization === 'Bearer token-1'
        ? refusal(401, 'UNAUTHENTICATED')
        : done(200, told('succeeded')),
  };
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => adapter.query(known())));
  expect(outcomes.every(({ kind }) => kind === 'succeeded')).toBe(true);
  expect(carrier.tokenCalls).toHaveLength(2);
});

test('a carrier that turns every token away did nothing, and is not asked for ever', async () => {
  carrier.script = { create: refusal(401, 'UNAUTHENTICATED') };
  expect(await adapter.pay(direct)).toMatchObject({ kind: 'failed', reason: 'not_permitted' });
  expect(carrier.asked).toHaveLength(2);
});

test.each([
  ['a refusal', done(401, { error: 'invalid_client' })],
  ['no token', done(200, { token_type: 'bearer' })],
  ['a token of another kind', done(200, { access_token: 'x', token_type: 'mac' })],
  [
    'a token that would end the header',
    done(200, { access_token: 'x\r\ny', token_type: 'bearer' }),
  ],
  ['a page', { broken: (response: { end(text: string): void }) => response.end('<html>') }],
])(
  'without a token (%s) nothing was sent, and the next call asks for one again',
  async (_what, reply) => {
    carrier.token = () => reply as never;
    expect(await adapter.pay(direct)).toMatchObject({ kind: 'failed', reason: 'not_received' });
    expect(await adapter.query(known())).toMatchObject({ kind: 'unknown', cause: 'transport' });
    expect(carrier.asked).toEqual([]);
    carrier.token = tokenOfItsTurn;
    expect(await adapter.pay(direct)).toMatchObject({ kind: 'succeeded' });
  },
);
