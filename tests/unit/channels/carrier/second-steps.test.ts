import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  done,
  listed,
  type Reply,
  refusal,
  type ScriptedCarrier,
  startScriptedCarrier,
} from '@/tests/support/scripted-carrier';
import {
  AUTHORIZATION_ID,
  CODE,
  calledOf,
  drop,
  held,
  OVER_MS,
  PAID,
  stepsOf,
  submitted,
  told,
  WAITS,
} from './fixtures';

let carrier: ScriptedCarrier;
beforeAll(async () => {
  carrier = await startScriptedCarrier();
});
beforeEach(() => {
  carrier.asked.length = 0;
  carrier.faults.length = 0;
  carrier.script = {};
});
afterEach(() => expect(carrier.faults).toEqual([]));
afterAll(() => carrier.stop());

const steps = () => stepsOf(carrier.adapter);
const close = (laterMs = 0) => carrier.adapter.close?.(held(laterMs));

test('the right code takes no money: what is held then is ours to confirm', async () => {
  carrier.script = { validate: done(204) };
  expect(await steps().submitCode(submitted)).toMatchObject({ ...WAITS, ours: 'confirm' });
  expect(calledOf(carrier)).toEqual(['validate']);
  expect(JSON.parse(carrier.asked[0]?.body ?? '')).toEqual({
    authorizationId: AUTHORIZATION_ID,
    code: CODE,
  });
});

test.each([
  ['denied', { kind: 'failed', reason: 'declined' }],
  ['processing', WAITS],
  // The same word at once would not be taken otherwise: the next question decides.
  ['reserved', WAITS],
])(
  'a confirmed payment that is "%s" then is told as that, without a word of ours',
  async (status, outcome) => {
    carrier.script = { confirm: done(202), payment: done(200, told(status)) };
    const confirmed = await steps().confirm(held());
    expect(confirmed).toMatchObject(outcome);
    expect(confirmed).not.toHaveProperty('ours');
  },
);

test('a wrong code may be typed again; the last one and an old one end it', async () => {
  const wrong = {
    kind: 'pending',
    codeRef: AUTHORIZATION_ID,
    next: { type: 'enter-code', wrong: true },
  };
  const answers = [
    ['CARRIER_BILLING.INVALID_CODE', wrong],
    ['INVALID_ARGUMENT', wrong],
    ['CARRIER_BILLING.VALIDATION_FAILED', { kind: 'failed', reason: 'code_tries_used' }],
    ['CARRIER_BILLING.INVALID_AUTHORIZATION_ID', { kind: 'failed', reason: 'code_expired' }],
  ] as const;
  for (const [code, outcome] of answers) {
    carrier.script = { validate: refusal(400, code) };
    expect(await steps().submitCode(submitted)).toMatchObject(outcome);
  }
});

test('what a code was taken for before, by a call whose answer got lost, is ours to confirm', async () => {
  carrier.script = { validate: refusal(409, 'ALREADY_EXISTS') };
  expect(await steps().submitCode(submitted)).toMatchObject({ ...WAITS, ours: 'confirm' });
  expect(calledOf(carrier)).toEqual(['validate']);
});

/** What the standard has for other operations, and a carrier may answer here all the same. */
const elsewhere = (status: number, code: string): Reply => ({
  broken: (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ status, code, message: 'Of another operation.' })),
});
describe.each([
  ['409 PAYMENT_CONFIRMED', elsewhere(409, 'CARRIER_BILLING.PAYMENT_CONFIRMED')],
  ['409 PAYMENT_CANCELLED', elsewhere(409, 'CARRIER_BILLING.PAYMENT_CANCELLED')],
  ['404 NOT_FOUND', refusal(404, 'NOT_FOUND')],
  ['403 PERMISSION_DENIED', refusal(403, 'PERMISSION_DENIED')],
])('a code that is refused with %s, which says nothing of the code', (_refusal, validate) => {
  test.each([
    ['succeeded', PAID],
    ['denied', { kind: 'failed', reason: 'declined' }],
    ['cancelled', { kind: 'failed', reason: 'cancelled' }],
    ['processing', WAITS],
    ['reserved', { ...WAITS, ours: 'confirm' }],
  ])('is what the payment is: %s', async (status, outcome) => {
    carrier.script = { validate, payment: done(200, told(status)) };
    expect(await steps().submitCode(submitted)).toMatchObject(outcome);
    expect(calledOf(carrier)).toEqual(['validate', 'payment']);
  });

  test('may be typed in again while the carrier waits for one', async () => {
    const payment = done(200, told('pending_validation'));
    carrier.script = { validate, payment };
    const outcome = await steps().submitCode(submitted);
    const next = { type: 'enter-code', expiresAt: '2026-11-26T01:39:08.500Z' };
    expect(outcome).toMatchObject({ kind: 'pending', codeRef: AUTHORIZATION_ID, next });
    expect(outcome).not.toHaveProperty('next.wrong');
  });

  test('is unknown where the payment cannot be asked about', async () => {
    for (const payment of [drop, refusal(404, 'NOT_FOUND')]) {
      carrier.script = { validate, payment };
      expect(await steps().submitCode(submitted)).toMatchObject({ kind: 'unknown' });
    }
  });
});

test('a code that a limit of calls turns away teaches nothing, and nothing more is asked', async () => {
  carrier.script = { validate: refusal(429, 'TOO_MANY_REQUESTS') };
  expect(await steps().submitCode(submitted)).toMatchObject({ kind: 'unknown' });
  expect(calledOf(carrier)).toEqual(['validate']);
});

test('a code that never left may be typed again; one whose answer got lost is unknown', async () => {
  const away = await carrier.unreachable();
  const unsent = await away.twoStep?.submitCode(submitted);
  expect(unsent).toMatchObject({ kind: 'pending', next: { type: 'enter-code' } });
  expect(unsent).not.toHaveProperty('next.wrong');
  carrier.script = { validate: drop };
  expect(await steps().submitCode(submitted)).toMatchObject({ kind: 'unknown' });
});

test('confirming is safe to repeat: what was confirmed before is asked about', async () => {
  for (const code of ['CARRIER_BILLING.PAYMENT_CONFIRMED', 'ALREADY_EXISTS']) {
    carrier.script = {
      confirm: refusal(409, code),
      payment: done(200, told('succeeded')),
    };
    expect(await steps().confirm(held())).toMatchObject(PAID);
  }
  carrier.script = { confirm: refusal(409, 'CARRIER_BILLING.PAYMENT_CANCELLED') };
  expect(await steps().confirm(held())).toMatchObject({ kind: 'failed', reason: 'cancelled' });
});

test('a confirmation whose answer, or whose result, got lost is unknown', async () => {
  carrier.script = { confirm: drop };
  expect(await steps().confirm(held())).toMatchObject({ kind: 'unknown' });
  carrier.script = { confirm: done(202), payment: drop };
  expect(await steps().confirm(held())).toMatchObject({ kind: 'unknown' });
});

test('a payment of which only our number is known can be confirmed', async () => {
  const { channelRef: _lost, ...unknownThere } = held();
  carrier.script = {
    payments: listed([told('reserved')]),
    confirm: done(202),
    payment: done(200, told('succeeded')),
  };
  expect(await steps().confirm(unknownThere)).toMatchObject(PAID);
  expect(calledOf(carrier)).toEqual(['payments', 'confirm', 'payment']);
});

test('closing cancels, and is told as that once the payment says so', async () => {
  carrier.script = { cancel: done(202), payment: done(200, told('cancelled')) };
  expect(await close()).toMatchObject({ kind: 'failed', reason: 'cancelled' });
  expect(calledOf(carrier)).toEqual(['cancel', 'payment']);
});

test.each(['pending_validation', 'reserved', 'processing'])(
  'a cancellation that is taken, of a payment that is still "%s", is waited for, not failed',
  async (status) => {
    carrier.script = { cancel: done(202), payment: done(200, told(status)) };
    const closed = await close();
    expect(closed).toMatchObject(WAITS);
    expect(closed).not.toHaveProperty('ours');
  },
);

test('a cancellation whose result got lost is unknown, and one that came too late is paid', async () => {
  carrier.script = { cancel: done(202), payment: drop };
  expect(await close()).toMatchObject({ kind: 'unknown' });
  carrier.script = { cancel: done(202), payment: done(200, told('succeeded')) };
  expect(await close()).toMatchObject(PAID);
});

test('closing what was cancelled or confirmed before tells which', async () => {
  carrier.script = { cancel: refusal(409, 'CARRIER_BILLING.PAYMENT_CANCELLED') };
  expect(await close()).toMatchObject({ kind: 'failed', reason: 'cancelled' });
  carrier.script = {
    cancel: refusal(409, 'CARRIER_BILLING.PAYMENT_CONFIRMED'),
    payment: done(200, told('succeeded')),
  };
  expect(await close()).toMatchObject(PAID);
  carrier.script = { cancel: drop };
  expect(await close()).toMatchObject({ kind: 'unknown' });
});

test('a payment that cannot be cancelled as we hoped is never called cancelled', async () => {
  carrier.script = {
    cancel: refusal(422, 'SERVICE_NOT_APPLICABLE'),
    payment: done(200, told('reserved')),
  };
  expect(await close()).toMatchObject(WAITS);
  carrier.script = { cancel: refusal(429, 'TOO_MANY_REQUESTS') };
  expect(await close()).toMatchObject({ kind: 'unknown' });
});

test('closing a payment whose answer got lost looks for it first', async () => {
  const { channelRef: _lost, ...unknownThere } = held();
  const closing = (laterMs = 0) =>
    carrier.adapter.close?.({ ...unknownThere, askedAt: held(laterMs).askedAt });
  for (const status of ['pending_validation', 'reserved']) {
    carrier.asked.length = 0;
    carrier.script = {
      payments: listed([told(status)]),
      cancel: done(202),
      payment: done(200, told('cancelled')),
    };
    expect(await closing()).toMatchObject({ kind: 'failed', reason: 'cancelled' });
    expect(calledOf(carrier)).toEqual(['payments', 'cancel', 'payment']);
  }
  carrier.script = { payments: listed([told('succeeded')]) };
  expect(await closing()).toMatchObject(PAID);
  carrier.script = { payments: listed([]) };
  // Should it come after all: nothing is taken without a word of ours.
  expect(await closing()).toMatchObject({ kind: 'failed', reason: 'cancelled' });
  expect(await closing(OVER_MS)).toMatchObject({ kind: 'failed', reason: 'not_received' });
  carrier.script = { payments: drop };
  expect(await closing()).toMatchObject({ kind: 'unknown' });
});

test('a direct payment cannot be called back: closing it asks', async () => {
  carrier.script = { payment: done(200, told('processing')) };
  expect(await carrier.adapter.close?.({ ...held(), mode: 'direct' })).toMatchObject(WAITS);
  expect(calledOf(carrier)).toEqual(['payment']);
});
