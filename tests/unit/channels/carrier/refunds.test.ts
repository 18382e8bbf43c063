import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import {
  done,
  listed,
  type Reply,
  refusal,
  type ScriptedCarrier,
  startScriptedCarrier,
} from '@/tests/support/scripted-carrier';
import {
  calledOf,
  drop,
  REFUND_ID,
  refund,
  refundQuestion,
  toldRefund,
  toldTotal,
  total,
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

const left = (amount: number): Reply => done(200, { amount, currency: 'CNY' });
const DONE = { kind: 'succeeded', channelRef: REFUND_ID, amount: refund.amount };
const sent = () =>
  JSON.parse(carrier.asked.find(({ operation }) => operation === 'refund')?.body ?? '');

test('a part of a payment is refunded by its amount and the item it is of', async () => {
  carrier.script = {
    refunds: listed([]),
    remaining: left(6.05),
    refund: done(201, toldRefund('processing')),
  };
  expect(await carrier.adapter.refund(refund)).toMatchObject({
    kind: 'pending',
    channelRef: REFUND_ID,
    next: { type: 'wait' },
  });
  const charge = { amount: 2.05, currency: 'CNY', description: '退费', isTaxIncluded: true };
  expect(sent()).toMatchObject({
    type: 'partial',
    amountTransaction: {
      clientCorrelator: refund.channelOrderNo,
      referenceCode: refund.channelOrderNo,
      refundAmount: {
        chargingInformation: charge,
        refundDetails: [{ paymentItemId: '1', ...charge }],
        chargingMetaData: { merchantIdentifier: '898000000000002' },
      },
    },
  });
});

test('all of a payment is a total refund, which names no amount', async () => {
  carrier.script = {
    refunds: listed([]),
    remaining: left(6.05),
    refund: done(201, toldTotal('succeeded')),
  };
  expect(await carrier.adapter.refund(total)).toMatchObject({ ...DONE, amount: total.amount });
  expect(sent()).toMatchObject({ type: 'total' });
  expect(sent().amountTransaction.refundAmount).not.toHaveProperty('chargingInformation');
});

test('more than is left is refused without asking for it', async () => {
  carrier.script = { refunds: listed([]), remaining: left(2.04) };
  expect(await carrier.adapter.refund(refund)).toMatchObject({
    kind: 'failed',
    reason: 'declined',
    evidence: { left: '2.04' },
  });
  expect(calledOf(carrier)).not.toContain('refund');
});

test('exactly what is left is refunded', async () => {
  carrier.script = {
    refunds: listed([]),
    remaining: left(2.05),
    refund: done(201, toldRefund('succeeded')),
  };
  expect(await carrier.adapter.refund(refund)).toMatchObject(DONE);
});

test('a refund that is there already is told as it stands, and none is sent again', async () => {
  carrier.script = { refunds: listed([toldRefund('processing')]) };
  expect(await carrier.adapter.refund(refund)).toMatchObject({ kind: 'pending' });
  expect(calledOf(carrier)).toEqual(['refunds']);
});

test('one that comes into the list while what is left is looked at was ours, not a lack', async () => {
  let looked = 0;
  carrier.script = {
    refunds: () => {
      looked += 1;
      return looked === 1 ? listed([]) : listed([toldRefund('succeeded')]);
    },
    remaining: left(0),
  };
  expect(await carrier.adapter.refund(refund)).toMatchObject(DONE);
  expect(looked).toBe(2);
});

test('a number that is taken already is the refund that it was', async () => {
  let looked = 0;
  carrier.script = {
    refunds: () => {
      looked += 1;
      return looked === 1 ? listed([]) : listed([toldRefund('processing')]);
    },
    remaining: left(6.05),
    refund: refusal(400, 'INVALID_ARGUMENT', 'clientCorrelator already exist on server.'),
  };
  expect(await carrier.adapter.refund(refund)).toMatchObject({ kind: 'pending' });
  carrier.script = { ...carrier.script, refunds: listed([]) };
  expect(await carrier.adapter.refund(refund)).toMatchObject({ kind: 'unknown' });
});

test.each([
  ['succeeded', DONE],
  ['processing', { kind: 'pending', channelRef: REFUND_ID }],
  ['denied', { kind: 'failed', reason: 'declined' }],
  ['undone', { kind: 'unknown', cause: 'unreadable' }],
])(
  'a refund that is "%s" is told as that, by its own number and by ours',
  async (status, outcome) => {
    carrier.script = {
      'one refund': done(200, toldRefund(status)),
      refunds: listed([toldRefund('succeeded', { number: 'r0000000another' }), toldRefund(status)]),
    };
    const byTheirs = { ...refundQuestion(), channelRef: REFUND_ID };
    expect(await carrier.adapter.queryRefund(byTheirs)).toMatchObject(outcome);
    expect(await carrier.adapter.queryRefund(refundQuestion())).toMatchObject(outcome);
    expect(calledOf(carrier)).toEqual(['one refund', 'refunds']);
  },
);

test('an answer about another amount, kind or number is no success', async () => {
  for (const answer of [
    toldRefund('succeeded', { amount: 2.06 }),
    toldRefund('succeeded', { number: 'r00000000000000000002' }),
    { ...toldRefund('succeeded'), refundId: 'another' },
    // The whole payment, where a part of it was asked for.
    toldTotal('succeeded'),
  ]) {
    carrier.script = { 'one refund': done(200, answer) };
    const outcome = await carrier.adapter.queryRefund({
      ...refundQuestion(),
      channelRef: REFUND_ID,
    });
    expect(outcome).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
  }
});

test('a refund without a trace is open for two minutes, and was not received after that', async () => {
  carrier.script = { refunds: listed([]) };
  expect(await carrier.adapter.queryRefund(refundQuestion())).toMatchObject({ kind: 'pending' });
  expect(await carrier.adapter.queryRefund(refundQuestion(119_999))).toMatchObject({
    kind: 'pending',
  });
  expect(await carrier.adapter.queryRefund(refundQuestion(120_000))).toMatchObject({
    kind: 'failed',
    reason: 'not_received',
  });
});

test('a refund whose answer got lost is unknown; one that never left was not received', async () => {
  carrier.script = { refunds: listed([]), remaining: left(6.05), refund: drop };
  expect(await carrier.adapter.refund(refund)).toMatchObject({ kind: 'unknown' });
  carrier.script = { refunds: drop };
  expect(await carrier.adapter.refund(refund)).toMatchObject({ kind: 'unknown' });
  carrier.script = { refunds: listed([]), remaining: drop };
  expect(await carrier.adapter.refund(refund)).toMatchObject({ kind: 'unknown' });
  expect(calledOf(carrier).filter((name) => name === 'refund')).toHaveLength(1);
});

test.each([
  ['an undo', { ...refund, kind: 'undo' as const }],
  ['more back than was paid', { ...refund, amount: cny(606n) }],
  ['nothing back', { ...refund, amount: cny(0n) }],
  ['a number of another alphabet', { ...refund, channelOrderNo: 'R-1' }],
])('%s is our own mistake, and never leaves', async (_what, request) => {
  await expect(carrier.adapter.refund(request)).rejects.toThrow(RangeError);
  expect(carrier.asked).toEqual([]);
});

test('a payment can be refunded for 180 days, and never undone', () => {
  const paidAt = new Date('2026-11-26T01:00:00Z');
  const after = (ms: number) =>
    carrier.adapter.returnsAt({ paidAt, at: new Date(paidAt.getTime() + ms) });
  const windowMs = 180 * 86_400_000;
  expect(after(1_000)).toEqual({ undo: false, refund: true });
  expect(after(windowMs - 1)).toEqual({ undo: false, refund: true });
  expect(after(windowMs)).toEqual({ undo: false, refund: false });
});
