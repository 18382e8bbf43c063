import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CarrierPayment } from '@/lib/sandbox/carrier/records';
import { Store } from '@/lib/sandbox/state/store';

const COUNT = 10_000;
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'carrier-records-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const payment = (index: number): CarrierPayment => ({
  id: `id${index}`,
  carrier: 'cmcc',
  phone: `138${String(index).padStart(8, '0')}`,
  request: {
    clientCorrelator: `no${index}`,
    referenceCode: `no${index}`,
    paymentAmount: { chargingInformation: { amount: 6, currency: 'CNY', description: 'coins' } },
  },
  milli: 6_000,
  behaviour: {},
  state: 'succeeded',
  createdAtMs: index,
  confirmed: true,
  queriesMisled: 0,
  marks: [],
});

// A walk for each question would be 600 million steps: this would not end before its time is over.
test('ten thousand payments are found without a walk over them, also after a restart', () => {
  const store = new Store(dir);
  for (let index = 0; index < COUNT; index += 1) store.carriers.savePayment(payment(index));
  store.carriers.savePayment({ ...payment(COUNT - 1), resultDueAtMs: 1 });
  for (const carriers of [store.carriers, new Store(dir).carriers]) {
    let found = 0;
    for (let index = 0; index < COUNT; index += 1) {
      const byNumber = carriers.findPaymentByCorrelator('cmcc', `no${index}`)?.id === `id${index}`;
      const byPhone = carriers.listPaymentsFrom(payment(index).phone).length === 1;
      const isDue = carriers.listDue().payments.length === 1;
      if (byNumber && byPhone && isDue) found += 1;
    }
    expect(found).toBe(COUNT);
  }
});

test('a reset forgets the payments in every way in which they were found', () => {
  const store = new Store(dir);
  store.reset();
  expect(store.carriers.findPayment('id1')).toBeUndefined();
  expect(store.carriers.findPaymentByCorrelator('cmcc', 'no1')).toBeUndefined();
  expect(store.carriers.listPaymentsAt('cmcc')).toEqual([]);
  expect(store.carriers.listDue().payments).toEqual([]);
});
