import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelAdapter, Outcome } from '@/lib/channels/port';
import {
  done,
  listed,
  type Operation,
  refusal,
  type Script,
  type ScriptedCarrier,
  startScriptedCarrier,
} from '@/tests/support/scripted-carrier';
import {
  direct,
  held,
  known,
  OVER_MS,
  payment,
  question,
  REFUND_ID,
  refund,
  refundQuestion,
  submitted,
  told,
  toldRefund,
} from './fixtures';

let carrier: ScriptedCarrier;
beforeAll(async () => {
  carrier = await startScriptedCarrier();
});
beforeEach(() => {
  carrier.asked.length = 0;
  carrier.faults.length = 0;
});
afterEach(() => expect(carrier.faults).toEqual([]));
afterAll(() => carrier.stop());

/** Answers that look like success to whoever does not look closely. */
const good = JSON.stringify(told('succeeded'));
const json = { 'content-type': 'application/json' };
const BROKEN: [string, (response: ServerResponse) => void][] = [
  ['a line that breaks', (response) => response.destroy()],
  [
    'half a body',
    (response) => {
      response.writeHead(201, { ...json, 'content-length': good.length });
      response.write(good.slice(0, 40), () => response.destroy());
    },
  ],
  ['a body that ends too soon', (response) => response.writeHead(201, json).end(good.slice(0, 40))],
  ['a page of a proxy', (response) => response.writeHead(200).end('<html>200 OK</html>')],
  ['an error page of a proxy', (response) => response.writeHead(403).end('<h1>Forbidden</h1>')],
  ['an empty answer', (response) => response.writeHead(200).end()],
  ['another success than the standard’s', (response) => response.writeHead(206, json).end(good)],
  ['a way to elsewhere', (response) => response.writeHead(302, { location: '/' }).end()],
  ['bytes that are no text', (response) => response.writeHead(201, json).end(Buffer.from([0xff]))],
  ['another kind of JSON', (response) => response.writeHead(201, json).end('"succeeded"')],
  [
    'an error of another status than it says',
    (response) =>
      response
        .writeHead(404, json)
        .end(JSON.stringify({ status: 403, code: 'CARRIER_BILLING.PAYMENT_DENIED', message: '' })),
  ],
  [
    'a fault of its own',
    (response) =>
      response.writeHead(500, json).end('{"status":500,"code":"INTERNAL","message":"x"}'),
  ],
  [
    'more than may be held',
    (response) => response.writeHead(201, json).end(`{"x":"${'x'.repeat(300_000)}"}`),
  ],
];

const before: Script = {
  refunds: listed([]),
  remaining: done(200, { amount: 6.05, currency: 'CNY' }),
  confirm: done(202),
  cancel: done(202),
  payment: done(200, told('succeeded')),
};
const CALLS: [string, Operation, (adapter: ChannelAdapter) => Promise<Outcome> | undefined][] = [
  ['a payment', 'prepare', (adapter) => adapter.pay(payment)],
  ['a payment in one step', 'create', (adapter) => adapter.pay(direct)],
  ['a code', 'validate', ({ twoStep }) => twoStep?.submitCode(submitted)],
  ['a confirmation', 'confirm', ({ twoStep }) => twoStep?.confirm?.(held(OVER_MS))],
  ['the result of one', 'payment', ({ twoStep }) => twoStep?.confirm?.(held(OVER_MS))],
  ['a cancellation', 'cancel', (adapter) => adapter.close?.(held(OVER_MS))],
  ['what became of one', 'payment', (adapter) => adapter.close?.(held(OVER_MS))],
  ['a question', 'payment', (adapter) => adapter.query(known(OVER_MS))],
  ['a list', 'payments', (adapter) => adapter.query(question(OVER_MS))],
  ['a refund', 'refund', (adapter) => adapter.refund(refund)],
  ['what is left', 'remaining', (adapter) => adapter.refund(refund)],
  ['a list of refunds', 'refunds', (adapter) => adapter.queryRefund(refundQuestion(OVER_MS))],
  [
    'a question about a refund',
    'one refund',
    (adapter) => adapter.queryRefund({ ...refundQuestion(OVER_MS), channelRef: REFUND_ID }),
  ],
];

describe.each(CALLS)('%s', (_call, operation, call) => {
  test.each(BROKEN)('that is answered with %s decides nothing', async (_answer, broken) => {
    carrier.script = { ...before, [operation]: { broken } };
    expect(await call(carrier.adapter)).toMatchObject({ kind: 'unknown' });
  });

  test('that is not answered in time decides nothing', async () => {
    const hasty = carrier.adapterWith({ timeoutMs: 500 });
    carrier.script = { ...before, [operation]: { broken: () => undefined } };
    expect(await call(hasty)).toMatchObject({ kind: 'unknown', cause: 'timeout' });
  });
});

test('a payment that never left may be sent again under its number; a question is unknown', async () => {
  const away = await carrier.unreachable();
  expect(await away.pay(payment)).toMatchObject({ kind: 'failed', reason: 'not_received' });
  const unknown = { kind: 'unknown', cause: 'transport' };
  expect(await away.query(known(OVER_MS))).toMatchObject(unknown);
  expect(await away.query(question(OVER_MS))).toMatchObject(unknown);
  expect(await away.close?.(held(OVER_MS))).toMatchObject(unknown);
  expect(await away.twoStep?.confirm?.(held())).toMatchObject(unknown);
  expect(await away.queryRefund(refundQuestion(OVER_MS))).toMatchObject(unknown);
});

test('a charge whose answer got lost is found under our number, and is one charge', async () => {
  carrier.script = {
    create: { broken: (response) => response.destroy() },
    payments: listed([told('succeeded')]),
  };
  expect(await carrier.adapter.pay(direct)).toMatchObject({ kind: 'unknown' });
  expect(await carrier.adapter.query({ ...question(), mode: 'direct' })).toMatchObject({
    kind: 'succeeded',
    amount: payment.amount,
  });
});

describe('a list', () => {
  const others = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...told('succeeded', { number: `pothers${from + at}` }),
      paymentId: `other-${from + at}`,
    }));
  const pageOf = (path: string) => Number(new URLSearchParams(path.split('?')[1]).get('page'));

  test('is read to its end, however short its pages are', async () => {
    const all = [...others(0, 250), told('succeeded')];
    const page =
      (size: number, withTotal: boolean) =>
      ({ path }: { path: string }) => {
        const items = all.slice((pageOf(path) - 1) * size, pageOf(path) * size);
        return withTotal ? listed(items, all.length) : done(200, items);
      };
    for (const [size, withTotal] of [
      [100, true],
      [50, true],
      [50, false],
    ] as const) {
      carrier.script = { payments: page(size, withTotal) };
      expect(await carrier.adapter.query(question())).toMatchObject({ kind: 'succeeded' });
    }
  });

  test('without ours says so only when all of it was seen', async () => {
    const page = others(0, 50);
    const late = question(OVER_MS);
    // The same page again and again is not all of 60.
    carrier.script = { payments: listed(page, 60) };
    expect(await carrier.adapter.query(late)).toMatchObject({ kind: 'unknown' });
    carrier.script = {
      payments: ({ path }) => (pageOf(path) === 1 ? listed(page, 60) : listed([], 60)),
    };
    expect(await carrier.adapter.query(late)).toMatchObject({ kind: 'unknown' });
    carrier.script = { payments: ({ path }) => done(200, pageOf(path) === 1 ? page : []) };
    expect(await carrier.adapter.query(late)).toMatchObject({ reason: 'not_received' });
  });

  test('that is too long is asked for in parts, and all of them are looked at', async () => {
    const created = new Date('2026-11-26T01:34:09Z').getTime();
    let answered = 0;
    const within = (path: string) => {
      const query = new URLSearchParams(path.split('?')[1]);
      return ['gte', 'lte'].map((end) =>
        new Date(query.get(`paymentCreationDate.${end}`) ?? '').getTime(),
      ) as [number, number];
    };
    const tooMany = refusal(400, 'CARRIER_BILLING.TOO_MANY_MATCHING_RECORDS');
    carrier.script = {
      payments: ({ path }) => {
        const [from, to] = within(path);
        if (to - from > 5 * 60_000) return tooMany;
        answered += 1;
        return listed(from <= created && created <= to ? [told('succeeded')] : []);
      },
    };
    expect(await carrier.adapter.query(question())).toMatchObject({ kind: 'succeeded' });
    expect(answered).toBeGreaterThan(1);
    carrier.script = { payments: tooMany };
    expect(await carrier.adapter.query(question(OVER_MS))).toMatchObject({ kind: 'unknown' });
  });

  test('of a busy carrier is looked at from well before our request to well after its end', async () => {
    carrier.script = { payments: listed([]) };
    carrier.asked.length = 0;
    await carrier.adapter.query(question());
    const query = new URLSearchParams(carrier.asked[0]?.path.split('?')[1]);
    expect(query.get('paymentCreationDate.gte')).toBe('2026-11-26T01:24:08.500Z');
    expect(query.get('paymentCreationDate.lte')).toBe('2026-11-26T01:59:08.900Z');
  });
});

test('a refund that is found in the second page is not sent again', async () => {
  const others = Array.from({ length: 100 }, (_, at) => ({
    ...toldRefund('succeeded', { number: `rothers${at}` }),
    refundId: `other-${at}`,
  }));
  carrier.script = {
    refunds: ({ path }) =>
      path.includes('page=1&') ? listed(others, 101) : listed([toldRefund('processing')], 101),
  };
  expect(await carrier.adapter.refund(refund)).toMatchObject({ kind: 'pending' });
});
