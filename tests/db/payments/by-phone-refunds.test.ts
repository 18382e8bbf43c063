import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny, type Money } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { requestRefund } from '@/lib/refunds/request-refund';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import { startCarrierRails } from '@/tests/support/carrier-rails';
import {
  atCarrier,
  countedAgainst,
  makeDigitalOrder,
  openBeijing,
  payByPhone,
  phoneWith,
} from '@/tests/support/phone-bill-scene';
import { refusalCode } from '@/tests/support/refusal-code';
import { SOON } from '@/tests/support/soon';

let rails: Awaited<ReturnType<typeof startCarrierRails>>;
beforeAll(async () => {
  rails = await startCarrierRails();
  Object.assign(process.env, rails.env);
  await openBeijing();
});
afterAll(() => rails.stop());
beforeEach(() => pool().query('TRUNCATE channel_call_counts, channel_breakers'));

async function paidBy(phone: string): Promise<Order> {
  const order = await makeDigitalOrder();
  await payByPhone(order, phone);
  const code = await rails.handsetCode(phone);
  const { result } = await submitChannelCode({ token: order.payToken, code, userId: null });
  expect(result).toBe('paid');
  return order;
}
let refundNos = 0;
function refund({ merchantId, id: orderId }: Order, amount?: Money) {
  refundNos += 1;
  const merchantRefundNo = `refund ${refundNos}`;
  return requestRefund({
    ...{ merchantId, orderId, merchantRefundNo, actor: 'test' },
    ...(amount ? { amount } : {}),
  });
}
const refundsOf = async (phone: string) =>
  (await atCarrier(rails, phone)).flatMap(({ refunds }) =>
    refunds.map(({ amount, state }) => `${amount} ${state}`),
  );
const pendingOf = async ({ merchantId }: Order) =>
  (await balanceOf({ subject: 'merchant_pending', owner: merchantId })).amountMinor;

test('money goes back to the phone’s bill, in parts and never more than was paid', async () => {
  const phone = phoneWith('5000');
  const order = await paidBy(phone);
  expect((await refund(order, cny(250n))).state).toBe('succeeded');
  expect((await refund(order)).amount).toEqual(cny(350n));
  expect(await refusalCode(refund(order, cny(1n)))).toBe('refund_exceeds_payment');
  expect(
    (await getRefundable({ merchantId: order.merchantId, orderId: order.id })).amountMinor,
  ).toBe(0n);
  const atTheirs = await refundsOf(phone);
  expect(atTheirs).toHaveLength(2);
  expect(atTheirs.every((one) => one.endsWith('succeeded'))).toBe(true);
  expect(await pendingOf(order)).toBe(0n);
  // What was charged today stays counted against today's limits.
  expect(await countedAgainst(phone)).toBe(600n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('all of it at once is one refund of the whole', async () => {
  const phone = phoneWith('5001');
  const order = await paidBy(phone);
  expect(await refund(order)).toMatchObject({ state: 'succeeded', route: 'refund' });
  expect(await refundsOf(phone)).toHaveLength(1);
});

test('a refund that takes the carrier a while is asked about by its own number', async () => {
  const phone = phoneWith('0301');
  const order = await paidBy(phone);
  const { id: refundId, state } = await refund(order);
  expect(state).toBe('waiting');
  const { rows } = await pool().query('SELECT channel_ref FROM refunds WHERE id = $1', [refundId]);
  expect(rows[0].channel_ref).not.toBeNull();
  await expect
    .poll(async () => {
      await resolveRefund({ refundId });
      return (await refundsOf(phone)).at(0)?.split(' ').at(-1);
    }, SOON)
    .toBe('succeeded');
  await resolveRefund({ refundId });
  const after = await pool().query('SELECT state FROM refunds WHERE id = $1', [refundId]);
  expect(after.rows).toEqual([{ state: 'succeeded' }]);
  expect(await pendingOf(order)).toBe(0n);
});

test('a refund that the carrier denies for good is carried on by transfer, and the next one is not tried there', async () => {
  const phone = phoneWith('0300');
  const order = await paidBy(phone);
  const gone = { state: 'diverted', route: 'transfer', divertCause: 'channel_gone' };
  expect(await refund(order, cny(400n))).toMatchObject(gone);
  expect(await refund(order)).toMatchObject({ ...gone, amount: cny(200n) });
  expect(await refundsOf(phone)).toEqual([]);
  expect(await pendingOf(order)).toBe(0n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('a refund that does not fit the payment at the carrier is held: it may have gone back already', async () => {
  const phone = phoneWith('5003');
  const behaviour = {
    errors: { refund: { status: 422, code: 'CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS' } },
  };
  await rails.control('carrier/script', { match: { phone }, behaviour });
  const order = await paidBy(phone);
  const { id: refundId, state } = await refund(order, cny(250n));
  expect(state).toBe('unknown');
  await resolveRefund({ refundId });
  const { rows } = await pool().query(
    'SELECT state, channel_code, evidence->>$2 AS original FROM refunds WHERE order_id = $1',
    [order.id, 'original'],
  );
  expect(rows).toEqual([
    {
      state: 'unknown',
      channel_code: 'CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS',
      original: 'succeeded',
    },
  ]);
  expect(await refusalCode(refund(order))).toBe('refund_in_doubt');
});

test('a refund whose reply was lost is found, and given back once', async () => {
  const phone = phoneWith('5002');
  const behaviour = { lose: { refund: 'reply' } };
  await rails.control('carrier/script', { match: { phone }, behaviour });
  const order = await paidBy(phone);
  const { id: refundId, state } = await refund(order);
  expect(state).toBe('unknown');
  await resolveRefund({ refundId });
  expect(await refundsOf(phone)).toHaveLength(1);
  expect(await pendingOf(order)).toBe(0n);
  expect((await checkBooks()).findings).toEqual([]);
});
