import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type CarrierBench,
  FINE,
  type Said,
  someNo,
  startCarrierBench,
} from './start-carrier-bench';

let rail: CarrierBench;
beforeAll(async () => {
  rail = await startCarrierBench();
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

const numbersOf = (list: Said[]) =>
  list.map(({ amountTransaction }) => amountTransaction.clientCorrelator);

test('payments are listed page by page, newest first or oldest first, with their count', async () => {
  const nos = Array.from({ length: 7 }, someNo);
  for (const no of nos) await rail.create({ no });
  const seen: string[] = [];
  for (const page of [1, 2, 3]) {
    const { list, headers } = await rail.ask(`/payments?page=${page}&perPage=3&order=asc`);
    expect(headers['x-total-count']).toBe('7');
    expect(headers['content-last-key']).toBe(String(Math.min(page * 3, 7)));
    seen.push(...numbersOf(list));
  }
  expect(seen).toEqual(nos);
  expect(numbersOf((await rail.ask('/payments')).list)).toEqual(nos.toReversed());
  expect((await rail.ask('/payments?page=9')).body).toEqual([]);
  expect((await rail.ask('/payments', { carrier: 'cucc' })).body).toEqual([]);
});

test('the filters are the standard’s: dates, states and merchant', async () => {
  const [paid, waiting] = [someNo(), someNo()];
  const first = (await rail.create({ no: paid })).body;
  const at = encodeURIComponent(first.paymentCreationDate);
  await rail.prepare({ no: waiting, metaData: { merchantIdentifier: 'another' } });
  const found = async (query: string) => numbersOf((await rail.ask(`/payments?${query}`)).list);
  expect(await found('paymentStatus=pending_validation&paymentStatus=denied')).toEqual([waiting]);
  expect(await found('merchantIdentifier=898000000000002')).toEqual([paid]);
  expect(await found(`paymentCreationDate.gte=${at}&paymentCreationDate.lte=${at}`)).toContain(
    paid,
  );
  expect(await found('paymentCreationDate.lte=2020-01-01T00:00:00%2B08:00')).toEqual([]);
  expect(await found('paymentCreationDate.gte=2020-01-01T00:00:00Z&order=asc')).toEqual([
    paid,
    waiting,
  ]);
});

test('a question that makes no sense is refused by the code for it', async () => {
  const range = 'paymentCreationDate.gte=2026-02-01T00:00:00Z&paymentCreationDate.lte=';
  for (const [query, code, wrong] of [
    [`${range}2026-01-01T00:00:00Z`, 'CARRIER_BILLING.INVALID_DATE_RANGE', false],
    [`${range}2026-03-01`, 'INVALID_ARGUMENT', true],
    ['page=0', 'OUT_OF_RANGE', false],
    ['perPage=101', 'OUT_OF_RANGE', false],
    ['page=one', 'INVALID_ARGUMENT', true],
    ['order=up', 'INVALID_ARGUMENT', true],
    ['paymentStatus=lost', 'INVALID_ARGUMENT', true],
  ] as const) {
    const { status, body } = await rail.ask(`/payments?${query}`, { wrong });
    expect([status, body.code], query).toEqual([400, code]);
  }
});

test('a question can be answered wrongly as often as is scripted, and then truly', async () => {
  const no = someNo();
  const id = await rail.paid({ no });
  await rail.script({ clientCorrelator: no }, { queryAnswer: 'absent', queryTimes: 2 });
  expect((await rail.ask(`/payments/${id}`)).status).toBe(404);
  expect((await rail.ask('/payments')).body).toEqual([]);
  expect(await rail.stateOf(id)).toBe('succeeded');
  await rail.script({ phone: FINE }, { queryAnswer: 'drop', queryTimes: 1 });
  await expect(rail.ask(`/payments/${id}`)).rejects.toThrow('fetch failed');
  await rail.script({ phone: FINE }, { queryAnswer: 'timeout', queryTimes: 1 });
  await expect(rail.ask('/payments')).rejects.toThrow('fetch failed');
  await rail.script({ phone: FINE }, { queryAnswer: 'garbage', queryTimes: 1 });
  await expect(rail.ask(`/payments/${id}`)).rejects.toThrow(SyntaxError);
  expect(await rail.stateOf(id)).toBe('succeeded');
});
