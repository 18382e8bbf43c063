import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type CarrierBench,
  FINE,
  phoneOf,
  refundBody,
  someNo,
  startCarrierBench,
} from './start-carrier-bench';

let rail: CarrierBench;
beforeAll(async () => {
  rail = await startCarrierBench({ SANDBOX_DOUBT_MS: '3600000' });
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

const give = (id: string, amount?: number, change: object = {}) =>
  rail.ask(`/payments/${id}/refunds`, { body: refundBody(someNo(), amount, change) });
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
  `${status} ${body.code ?? ''}`.trim();
const remaining = async (id: string): Promise<number> =>
  (await rail.ask(`/payments/${id}/refunds/remaining-amount`)).body.amount;

test('parts of a payment are given back until nothing remains, each told by text', async () => {
  const id = await rail.paid({ amount: 6.01 });
  expect(await remaining(id)).toBe(6.01);
  const first = await give(id, 2.5);
  expect(first.body).toMatchObject({ refundStatus: 'succeeded', type: 'partial' });
  expect((await rail.texts())[0]).toMatch(/^【中国移动】退费提醒：.*退费2\.50元/);
  expect(await remaining(id)).toBe(3.51);
  expect(codeOf(await give(id, 3.52))).toBe('422 CARRIER_BILLING_REFUND.UNAUTHORIZED_AMOUNT');
  expect(codeOf(await give(id))).toBe('422 CARRIER_BILLING_REFUND.UNAUTHORIZED_AMOUNT');
  expect(codeOf(await give(id, 3.51))).toBe('201');
  expect(await remaining(id)).toBe(0);
  const listed = await rail.ask(`/payments/${id}/refunds?order=asc&refundStatus=succeeded`);
  expect(listed.list).toHaveLength(2);
  expect(listed.list[0]).toEqual(first.body);
  expect((await rail.ask(`/payments/${id}/refunds/${first.body.refundId}`)).body).toEqual(
    first.body,
  );
  expect(codeOf(await rail.ask(`/payments/${id}/refunds/nothing`))).toBe('404 NOT_FOUND');
});

test('a whole payment is given back under one number once, and a repeat is refused', async () => {
  const id = await rail.paid();
  const body = refundBody(someNo());
  const first = await rail.ask(`/payments/${id}/refunds`, { body });
  expect(first.body).toMatchObject({ refundStatus: 'succeeded', type: 'total' });
  const again = await rail.ask(`/payments/${id}/refunds`, { body });
  expect(again.body.message).toBe('clientCorrelator already exist on server.');
  expect((await rail.ask(`/payments/${id}/refunds`)).headers['x-total-count']).toBe('1');
});

test('only what was paid is given back, in its currency, with its tax and of its items', async () => {
  expect(codeOf(await give('nothing', 1))).toBe('404 NOT_FOUND');
  expect(codeOf(await give(await rail.reserved(), 1))).toBe(
    '422 CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS',
  );
  const id = await rail.paid();
  expect(codeOf(await give(id, 1, { currency: 'EUR' }))).toBe('400 INVALID_ARGUMENT');
  expect(codeOf(await give(id, 1, { isTaxIncluded: true }))).toBe(
    '422 CARRIER_BILLING_REFUND.TAXES_MANAGEMENT_MISMATCH',
  );
  const other = refundBody(someNo(), 1);
  const details = other.amountTransaction.refundAmount.refundDetails ?? [];
  for (const change of [{ paymentItemId: '2' }, { amount: 0.5 }]) {
    const refundAmount = {
      ...other.amountTransaction.refundAmount,
      refundDetails: details.map((item) => ({ ...item, ...change })),
    };
    const body = { ...other, amountTransaction: { ...other.amountTransaction, refundAmount } };
    expect(codeOf(await rail.ask(`/payments/${id}/refunds`, { body }))).toBe(
      '422 CARRIER_BILLING_REFUND.REFUND_DETAILS_MISMATCH',
    );
  }
  const { amountTransaction, ...rest } = refundBody(someNo(), 1);
  const path = `/payments/${id}/refunds`;
  expect(codeOf(await rail.ask(path, { body: rest, wrong: true }))).toBe('400 INVALID_ARGUMENT');
  const typeless = { amountTransaction };
  expect(codeOf(await rail.ask(path, { body: typeless, wrong: true }))).toBe(
    '400 INVALID_ARGUMENT',
  );
  expect(await remaining(id)).toBe(6);
});

test('refunds of some numbers are denied, of others decided later; what is undecided counts', async () => {
  const denied = await rail.paid({ phone: phoneOf('0300') });
  expect(codeOf(await give(denied, 1))).toBe('403 CARRIER_BILLING_REFUND.REFUND_DENIED');
  expect(await remaining(denied)).toBe(6);
  const later = await rail.paid({ phone: phoneOf('0301') });
  const { body } = await give(later, 2);
  expect(body.refundStatus).toBe('processing');
  expect(await remaining(later)).toBe(4);
  const path = `/payments/${later}/refunds/${body.refundId}`;
  await rail.act(later, 'finish');
  expect((await rail.ask(path)).body.refundStatus).toBe('succeeded');
  await rail.script({ phone: FINE }, { refundOutcome: 'deny', refundDelaySeconds: 3_600 });
  const id = await rail.paid();
  expect((await give(id)).body.refundStatus).toBe('processing');
  expect(await remaining(id)).toBe(0);
  await rail.act(id, 'finish');
  expect(await remaining(id)).toBe(6);
});
