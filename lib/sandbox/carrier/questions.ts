import type { z } from 'zod';
import type { Simulator } from '../simulator';
import { describePayment, describeRefund } from './describe';
import type { Carrier } from './numbers';
import { findPayment, readBody } from './read-request';
import type { CarrierPayment } from './records';
import { remainingMilli } from './refunds';
import { answer, fail, type Reply } from './reply';
import { isDiscarded } from './settle';
import { listQuery, paymentStates, refundStates } from './wire-schema';

const MOST_A_PAGE = 100;
/** Without dates, no list is made of more than so many. */
const MOST_MATCHING = 10_000;

/** All values of each parameter of a query. */
export type Query = Record<string, string[]>;

/** retrievePayment. */
export function retrievePayment(simulator: Simulator, carrier: Carrier, id: string): Reply {
  const payment = findPayment(simulator, carrier, id);
  if (!payment) return fail(404, 'NOT_FOUND');
  return mislead(simulator, payment) ?? answer(200, describePayment(payment));
}

/** retrievePayments. */
export function retrievePayments(simulator: Simulator, carrier: Carrier, query: Query): Reply {
  const all = simulator.store.carriers
    .listPaymentsAt(carrier)
    .filter((payment) => !isDiscarded(payment));
  return list(query, all, {
    prefix: 'CARRIER_BILLING',
    name: 'payment',
    states: paymentStates,
    merchantOf: ({ request }) => request.paymentAmount.chargingMetaData?.merchantIdentifier,
    describe: describePayment,
    mislead: (payment) => mislead(simulator, payment),
  });
}

/** retrieveRefunds. */
export function retrieveRefunds(
  simulator: Simulator,
  carrier: Carrier,
  { id, query }: { id: string; query: Query },
): Reply {
  const payment = findPayment(simulator, carrier, id);
  if (!payment) return fail(404, 'NOT_FOUND');
  const misled = mislead(simulator, payment);
  if (misled) return misled;
  return list(query, simulator.store.carriers.listRefundsOf(id), {
    prefix: 'CARRIER_BILLING_REFUND',
    name: 'refund',
    states: refundStates,
    merchantOf: ({ request }) =>
      request.amountTransaction.refundAmount.chargingMetaData?.merchantIdentifier,
    describe: describeRefund,
    mislead: () => undefined,
  });
}

/** retrieveRefund. */
export function retrieveRefund(
  simulator: Simulator,
  carrier: Carrier,
  { id, refundId }: { id: string; refundId: string },
): Reply {
  const payment = findPayment(simulator, carrier, id);
  const refund = simulator.store.carriers.findRefund(refundId);
  if (!payment || refund?.paymentId !== id) return fail(404, 'NOT_FOUND');
  return mislead(simulator, payment) ?? answer(200, describeRefund(refund));
}

/** retrievePaymentRemainingAmount. */
export function retrieveRemaining(simulator: Simulator, carrier: Carrier, id: string): Reply {
  const payment = findPayment(simulator, carrier, id);
  if (!payment) return fail(404, 'NOT_FOUND');
  const { currency, isTaxIncluded } = payment.request.paymentAmount.chargingInformation;
  const amount = remainingMilli(simulator, payment) / 1000;
  const tax = isTaxIncluded === undefined ? {} : { isTaxIncluded };
  return mislead(simulator, payment) ?? answer(200, { amount, currency, ...tax });
}

/** What is said instead of the truth, for as many questions as it is scripted for. */
function mislead({ store }: Simulator, payment: CarrierPayment): Reply | undefined {
  const { queryAnswer, queryTimes } = payment.behaviour;
  if (!queryAnswer || payment.queriesMisled >= (queryTimes ?? Number.POSITIVE_INFINITY)) {
    return undefined;
  }
  store.carriers.savePayment({ ...payment, queriesMisled: payment.queriesMisled + 1 });
  if (queryAnswer === 'absent') return fail(404, 'NOT_FOUND');
  return { kind: queryAnswer === 'timeout' ? 'hold' : queryAnswer };
}

interface Listing<T> {
  prefix: string;
  name: 'payment' | 'refund';
  states: z.ZodType<string[]>;
  merchantOf(record: T): string | undefined;
  describe(record: T): unknown;
  mislead(record: T): Reply | undefined;
}

/** One page of records, by creation. */
function list<T extends { createdAtMs: number; state: string }>(
  given: Query,
  all: readonly T[],
  listing: Listing<T>,
): Reply {
  const { name, prefix } = listing;
  const one = (key: string) => given[key]?.[0];
  const read = readBody(listQuery, {
    ...Object.fromEntries(
      ['page', 'perPage', 'order', 'merchantIdentifier'].map((key) => [key, one(key)]),
    ),
    gte: one(`${name}CreationDate.gte`),
    lte: one(`${name}CreationDate.lte`),
  });
  if ('bad' in read) return read.bad;
  const states = readBody(listing.states, given[`${name}Status`] ?? []);
  if ('bad' in states) return states.bad;
  const { page, perPage, order, merchantIdentifier } = read.good;
  const fromMs = Date.parse(read.good.gte ?? '1970-01-01T00:00:00Z');
  const untilMs = read.good.lte === undefined ? Date.now() : Date.parse(read.good.lte);
  if (fromMs > untilMs) return fail(400, `${prefix}.INVALID_DATE_RANGE`);
  if (page < 1 || perPage < 1 || perPage > MOST_A_PAGE) return fail(400, 'OUT_OF_RANGE');

  const matching = all.filter(
    (record) =>
      record.createdAtMs >= fromMs &&
      record.createdAtMs <= untilMs &&
      (states.good.length === 0 || states.good.includes(record.state)) &&
      (merchantIdentifier === undefined || listing.merchantOf(record) === merchantIdentifier),
  );
  if (matching.length > MOST_MATCHING && read.good.gte === undefined) {
    return fail(400, `${prefix}.TOO_MANY_MATCHING_RECORDS`);
  }
  if (order === 'desc') matching.reverse();
  const start = (page - 1) * perPage;
  const shown: T[] = [];
  for (const record of matching.slice(start, start + perPage)) {
    const misled = listing.mislead(record);
    if (misled && misled.kind !== 'answer') return misled;
    // Misled by an answer: it says that there is no such record.
    if (!misled) shown.push(record);
  }
  const headers = {
    'Content-Last-Key': String(start + shown.length),
    'X-Total-Count': String(matching.length),
  };
  return { kind: 'answer', status: 200, body: shown.map(listing.describe), headers };
}
