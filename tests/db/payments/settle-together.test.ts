import { expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { settleBalancePayment } from '@/lib/payments/settle-balance-payment';
import { quotaOf } from '@/lib/persons/quota-rules';
import {
  endOrdersTime,
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
  topUp,
} from '@/tests/support/factories/payable-order';

const settle = (order: Order, customerId: string, payerId = customerId) =>
  settleBalancePayment(order, {
    customerId,
    host: 'pc',
    quota: quotaOf({ payerId, class: 'I' }, { amount: order.amount, strength: 'password' }),
  }).catch((error: Error) => error.name);
const balance = async (owner: string) =>
  (await balanceOf({ subject: 'customer_balance', owner })).amountMinor;
const committedBy = async (orders: readonly Order[]) => {
  const { rows } = await pool().query(
    'SELECT DISTINCT posted_tx FROM ledger_entries WHERE business_ref = ANY ($1)',
    [orders.map(({ id }) => id)],
  );
  return rows.length;
};

async function makeShoppers(count: number, amountMinor = 100n) {
  const { merchantId } = await makePayableOrder();
  const shoppers: { order: Order; customerId: string }[] = [];
  for (let number = 0; number < count; number += 1) {
    const { customerId } = await ensureCustomer({ merchantId, reference: `shopper-${number}` });
    await topUp(customerId, 1_000n);
    shoppers.push({ order: await makeOrderFor(merchantId, { amountMinor }), customerId });
  }
  return { merchantId, shoppers };
}

test('payments of the same moment share a commit, and each order has its own attempt, entry and event', async () => {
  const { merchantId, shoppers } = await makeShoppers(30);
  const answers = await Promise.all(shoppers.map((s) => settle(s.order, s.customerId)));
  expect(new Set(answers)).toEqual(new Set([undefined]));
  const orders = shoppers.map(({ order }) => order);
  expect(await committedBy(orders)).toBeLessThanOrEqual(2);
  const subjectId = { in: orders.map(({ id }) => id) };
  expect(await db().outboxEvent.count({ where: { subjectId } })).toBe(30);
  expect(await db().transition.count({ where: { subjectId, event: 'pay' } })).toBe(30);
  expect(await db().attempt.count({ where: { orderId: subjectId, state: 'succeeded' } })).toBe(30);
  expect((await balanceOf({ subject: 'merchant_pending', owner: merchantId })).amountMinor).toBe(
    3_000n,
  );
  expect((await checkBooks()).findings).toEqual([]);
});

test('whatever is wrong with one payment, its neighbours are paid', async () => {
  const { merchantId, shoppers } = await makeShoppers(10);
  const [expired, twice, poor, live, stranger, spent] = shoppers;
  if (!expired || !twice || !poor || !live || !stranger || !spent) throw new Error('ten shoppers');
  await endOrdersTime(expired.order.id);
  await topUp(twice.customerId, 1n);
  poor.order = await makeOrderFor(merchantId, { amountMinor: 1_001n });
  await makeAttempt(live.order, 'waiting');
  spent.order = await makeOrderFor(merchantId, { amountMinor: 100_001n });
  await topUp(spent.customerId, 200_000n);
  const answers = await Promise.all([
    ...shoppers.map((s) =>
      settle(s.order, s === stranger ? newId('cus') : s.customerId, s.customerId),
    ),
    settle(twice.order, twice.customerId),
  ]);
  expect(answers).toEqual([
    'order_not_payable',
    undefined,
    'insufficient_funds',
    'payment_in_progress',
    'Bug',
    'class_limit_exceeded',
    undefined,
    undefined,
    undefined,
    undefined,
    'order_not_payable',
  ]);
  for (const refused of [expired, poor, live, stranger, spent]) {
    expect((await readOrder(refused.order.id)).paidAttemptId).toBeNull();
  }
  expect(await balance(twice.customerId)).toBe(901n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('payments of one payer at the same moment never pass the limit together', async () => {
  const { merchantId, shoppers } = await makeShoppers(1);
  const customerId = shoppers[0]?.customerId ?? '';
  await topUp(customerId, 1_000_000n);
  const orders: Order[] = [];
  for (let number = 0; number < 12; number += 1) {
    orders.push(await makeOrderFor(merchantId, { amountMinor: 10_000n }));
  }
  const answers = await Promise.all(orders.map((order) => settle(order, customerId)));
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(10);
  expect(answers.filter((answer) => answer === 'class_limit_exceeded')).toHaveLength(2);
  expect(await db().quotaCounter.findUnique({ where: { payerId: customerId } })).toMatchObject({
    totalMinor: 100_000n,
    dayMinor: 100_000n,
  });
  expect(await balance(customerId)).toBe(1_001_000n - cny(100_000n).amountMinor);
});
