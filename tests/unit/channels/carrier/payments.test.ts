import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  done,
  listed,
  refusal,
  type ScriptedCarrier,
  startScriptedCarrier,
} from '@/tests/support/scripted-carrier';
import {
  AUTHORIZATION_ID,
  calledOf,
  direct,
  drop,
  held,
  known,
  OVER_MS,
  PAID,
  PAYMENT_ID,
  payment,
  question,
  stepsOf,
  submitted,
  told,
  toOpen,
  toValidate,
  WAITS,
  wap,
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

test('a payment with a code waits for it, with what it has to be submitted with', async () => {
  carrier.script = { prepare: done(201, toValidate) };
  expect(await carrier.adapter.pay(payment)).toMatchObject({
    kind: 'pending',
    channelRef: PAYMENT_ID,
    codeRef: AUTHORIZATION_ID,
    next: {
      type: 'enter-code',
      phoneMasked: '138****8000',
      expiresAt: '2026-11-26T01:39:08.500Z',
    },
  });
});

test('a payment that is still prepared has its code box as soon as the carrier names one', async () => {
  carrier.script = { prepare: done(201, { ...toValidate, paymentStatus: 'processing' }) };
  expect(await carrier.adapter.pay(payment)).toMatchObject({
    codeRef: AUTHORIZATION_ID,
    next: { type: 'enter-code' },
  });
  // Where it names none, nobody can go on with it.
  carrier.script = { prepare: done(201, told('pending_validation')) };
  expect(await carrier.adapter.pay(payment)).toMatchObject({ ...WAITS, ours: 'cancel' });
});

test('a code is never awaited longer than the payment can be made', async () => {
  carrier.script = { prepare: done(201, toValidate) };
  const payableUntil = new Date(payment.requestedAt.getTime() + 60_000);
  expect(await carrier.adapter.pay({ ...payment, payableUntil })).toMatchObject({
    next: { expiresAt: payableUntil.toISOString() },
  });
});

test('the answer decides between code and page, whatever was asked for', async () => {
  carrier.script = { prepare: done(201, toOpen()) };
  const back = encodeURIComponent(payment.returnUrl);
  const url = `https://wap.carrier.example/v/358y24?x=1&back=${back}`;
  expect(await carrier.adapter.pay(payment)).toMatchObject({ next: { type: 'redirect', url } });
  carrier.script = { prepare: done(201, toValidate) };
  expect(await carrier.adapter.pay(wap)).toMatchObject({ next: { type: 'enter-code' } });
});

test('a page that is no web page is nowhere to send a payer', async () => {
  for (const url of ['javascript:alert(1)', 'ftp://wap.carrier.example/v', 'wap']) {
    carrier.script = { prepare: done(201, toOpen(url)) };
    const outcome = await carrier.adapter.pay(wap);
    expect(outcome).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
  }
});

test('what a carrier reserves at once is let go: nobody has shown that the phone is theirs', async () => {
  carrier.script = { prepare: done(201, told('reserved')) };
  for (const request of [payment, wap]) {
    expect(await carrier.adapter.pay(request)).toMatchObject({ ...WAITS, ours: 'cancel' });
  }
  expect(calledOf(carrier)).toEqual(['prepare', 'prepare']);
});

test('a direct payment is one call, and paid by its answer', async () => {
  carrier.script = { create: done(201, told('succeeded')) };
  expect(await carrier.adapter.pay(direct)).toMatchObject(PAID);
  expect(calledOf(carrier)).toEqual(['create']);
});

test.each([
  ['processing', WAITS],
  ['denied', { kind: 'failed', reason: 'declined' }],
  ['cancelled', { kind: 'failed', reason: 'cancelled' }],
  ['charged', { kind: 'unknown', cause: 'unreadable' }],
])('a payment that is "%s" is told as that', async (status, outcome) => {
  carrier.script = {
    create: done(201, told(status)),
    payment: done(200, told(status)),
    payments: listed([told('succeeded', { number: 'p0000000another' }), told(status)]),
  };
  expect(await carrier.adapter.pay(direct)).toMatchObject(outcome);
  expect(await carrier.adapter.query(known())).toMatchObject(outcome);
  expect(await carrier.adapter.query(question())).toMatchObject(outcome);
});

test.each([
  ['amount', told('succeeded', { amount: 6.06 })],
  ['amount in fen', told('succeeded', { amount: 6.051 })],
  ['number', told('succeeded', { number: 'p00000000000000000002' })],
])('an answer about another %s is no success', async (_what, answer) => {
  carrier.script = { create: done(201, answer), payment: done(200, answer) };
  const unreadable = { kind: 'unknown', cause: 'unreadable' };
  expect(await carrier.adapter.pay(direct)).toMatchObject(unreadable);
  expect(await carrier.adapter.query(known())).toMatchObject(unreadable);
});

test('an answer about another phone, currency or payment is no success', async () => {
  const { amountTransaction, ...rest } = told('succeeded');
  const foreignPhone = {
    ...rest,
    amountTransaction: { ...amountTransaction, phoneNumber: '+8613900139000' },
  };
  const { chargingInformation } = amountTransaction.paymentAmount;
  const paymentAmount = { chargingInformation: { ...chargingInformation, currency: 'EUR' } };
  const foreignMoney = { ...rest, amountTransaction: { ...amountTransaction, paymentAmount } };
  const unreadable = { kind: 'unknown', cause: 'unreadable' };
  for (const answer of [foreignPhone, foreignMoney]) {
    carrier.script = { create: done(201, answer) };
    expect(await carrier.adapter.pay(direct)).toMatchObject(unreadable);
  }
  carrier.script = { payment: done(200, { ...told('succeeded'), paymentId: 'another' }) };
  expect(await carrier.adapter.query(known())).toMatchObject(unreadable);
});

test('a number that is taken already is the payment that it was, not a refusal', async () => {
  const taken = refusal(400, 'INVALID_ARGUMENT', 'clientCorrelator already exist on server.');
  for (const prepare of [taken, refusal(409, 'ALREADY_EXISTS')]) {
    // What its code belongs to was in the first answer, whatever has become of it since.
    for (const status of ['pending_validation', 'reserved']) {
      carrier.script = { prepare, payments: listed([told(status)]) };
      expect(await carrier.adapter.pay(payment)).toMatchObject({ ...WAITS, ours: 'cancel' });
    }
    carrier.script = { prepare, payments: listed([told('succeeded')]) };
    expect(await carrier.adapter.pay(payment)).toMatchObject(PAID);
    carrier.script = { prepare, payments: listed([]) };
    expect(await carrier.adapter.pay(payment)).toMatchObject({ kind: 'unknown' });
    carrier.script = { prepare, payments: drop };
    expect(await carrier.adapter.pay(payment)).toMatchObject({ kind: 'unknown' });
  }
});

test('a request that is refused as it stands, with nothing under our number, has failed', async () => {
  carrier.script = { prepare: refusal(400, 'INVALID_ARGUMENT'), payments: listed([]) };
  const refused = { kind: 'failed', reason: 'rejected_request' };
  expect(await carrier.adapter.pay(payment)).toMatchObject(refused);
});

test('the words of a denial give its reason', async () => {
  const reasons = [
    ['Insufficient credit.', 'insufficient_funds'],
    ['余额不足', 'insufficient_funds'],
    ['User is blocked due to pending debt', 'risk_refused'],
    ['Payment denied by business.', 'declined'],
  ] as const;
  for (const [words, reason] of reasons) {
    const denied = refusal(403, 'CARRIER_BILLING.PAYMENT_DENIED', words);
    carrier.script = { prepare: denied, confirm: denied };
    expect(await carrier.adapter.pay(payment)).toMatchObject({ kind: 'failed', reason });
    expect(await steps().confirm(held())).toMatchObject({ kind: 'failed', reason });
  }
});

test('a payment whose code step got lost is let go; one whose is known is waited for', async () => {
  carrier.script = {
    payment: done(200, told('pending_validation')),
    payments: listed([told('pending_validation')]),
  };
  expect(await carrier.adapter.query(question())).toMatchObject({ ...WAITS, ours: 'cancel' });
  const alive = await carrier.adapter.query(known());
  expect(alive).toMatchObject(WAITS);
  expect(alive).not.toHaveProperty('ours');
});

test('money that is held is ours to confirm only where the payer was given a step, else let go', async () => {
  carrier.script = {
    payment: done(200, told('reserved')),
    payments: listed([told('reserved')]),
  };
  expect(await carrier.adapter.query(known())).toMatchObject({ ...WAITS, ours: 'confirm' });
  expect(await carrier.adapter.query(question())).toMatchObject({ ...WAITS, ours: 'cancel' });
  expect(calledOf(carrier)).toEqual(['payment', 'payments']);
});

test('a number that is in no list is open in its time, and was not received once that is over', async () => {
  carrier.script = { payments: listed([told('succeeded', { number: 'p0000000another' })]) };
  expect(await carrier.adapter.query(question())).toMatchObject({
    kind: 'pending',
    next: { type: 'wait' },
  });
  const late = await carrier.adapter.query(question(OVER_MS));
  expect(late).toMatchObject({ kind: 'failed', reason: 'not_received' });
});

test('a payment that is not there any more was discarded, but only once its time is over', async () => {
  carrier.script = { payment: refusal(404, 'NOT_FOUND') };
  expect(await carrier.adapter.query(known())).toMatchObject({ kind: 'unknown' });
  const late = await carrier.adapter.query(known(OVER_MS));
  expect(late).toMatchObject({ kind: 'failed', reason: 'not_paid_in_time' });
});

test('a carrier that is not connected takes nothing, and nothing is learned of it', async () => {
  const foreign = { ...payment, instrument: { ...submitted.instrument, carrier: 'cbn' } } as const;
  const closed = { kind: 'failed', reason: 'channel_closed' };
  expect(await carrier.adapter.pay(foreign as never)).toMatchObject(closed);
  const asked = await carrier.adapter.query({ ...known(), carrier: 'cbn' });
  expect(asked).toMatchObject({ kind: 'unknown', cause: 'transport' });
  expect(calledOf(carrier)).toEqual([]);
});
