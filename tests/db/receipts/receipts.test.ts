import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { findReceipt } from '@/lib/receipts/find-receipt';
import { getReceipt } from '@/lib/receipts/get-receipt';
import { requestRefund } from '@/lib/refunds/request-refund';
import { keepItem } from '@/lib/vault/keep-item';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { makePaidByUnionPay, untilDecided } from '@/tests/support/paid-by-unionpay';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();

/** Somebody who has not asked before. */
const stranger = () => ({ address: newSortableNumber(), device: newSortableNumber() });
const find = (orderNo: string, tail: string, who = stranger()) =>
  findReceipt({ orderNo, tail, ...who });

/** An order paid from balance by a shopper who has signed in with a phone of this tail. */
async function paidBy(tail: string, merchantOrderNo = newSortableNumber()): Promise<Order> {
  const { merchantId, customerId } = await makePayableOrder();
  const order = await makeOrderFor(merchantId, { merchantOrderNo });
  const id = newId('usr');
  await pool().query(
    `INSERT INTO users (id, role, display_name, phone_hash, phone_masked)
     VALUES ($1, 'shopper', 'x', $1, $2)`,
    [id, `138****${tail}`],
  );
  await pool().query('UPDATE customers SET user_id = $2 WHERE id = $1', [customerId, id]);
  return payFromBalance(order);
}

test('a receipt says what was paid with what, and follows each refund to its end', async () => {
  const paid = await makePaidByUnionPay(rail, 6_811n);
  const before = await getReceipt(paid);
  expect(before).toMatchObject({
    order: { id: paid.orderId, amount: cny(6_811n), paidAt: expect.any(Date) },
    merchant: { name: '测试商户' },
    payment: {
      method: 'quickpass',
      rest: cny(6_811n),
      balance: null,
      channelOrderNo: expect.any(String),
      channelRef: expect.any(String),
    },
    refunds: [],
    refunded: cny(0n),
    late: [],
    moving: false,
  });
  await requestRefund({ ...paid, merchantRefundNo: 'R-1', actor: 'merchant', amount: cny(811n) });
  await untilDecided(paid.orderId);
  expect(await getReceipt(paid)).toMatchObject({
    refunds: [
      {
        merchantRefundNo: 'R-1',
        amount: cny(811n),
        progress: 'returned',
        endedAt: expect.any(Date),
        parts: [{ to: 'quickpass', amount: cny(811n), progress: 'returned' }],
      },
    ],
    refunded: cny(811n),
    moving: false,
  });
  const moveTo = (state: string) =>
    pool().query('UPDATE refunds SET state = $2 WHERE order_id = $1', [paid.orderId, state]);
  await moveTo('unknown');
  expect(await getReceipt(paid)).toMatchObject({
    refunds: [{ progress: 'processing', endedAt: null }],
    refunded: cny(0n),
    moving: true,
  });
  await moveTo('succeeded');
});

test('an order that brought no money has no receipt', async () => {
  const { order } = await makePayableOrder();
  expect(await refusalCode(getReceipt({ orderId: order.id }))).toBe('order_not_paid');
});

test('the tracker finds a paid order by either number and the tail of its payer’s phone', async () => {
  const order = await paidBy('8421');
  expect(await find(order.id, '8421')).toBe(order.id);
  expect(await find(order.merchantOrderNo, '8421')).toBe(order.id);
});

/** Paid by somebody without an account, who has given the shop this phone. */
async function orderedWith(phone: string, merchantOrderNo = newSortableNumber()) {
  const { merchantId } = await makePayableOrder();
  const order = await makeOrderFor(merchantId, { merchantOrderNo });
  const itemId = await inTransaction((tx) =>
    keepItem(tx, { purpose: 'payer_phone', plain: phone }),
  );
  await pool().query('UPDATE orders SET payer_phone_item_id = $2 WHERE id = $1', [
    order.id,
    itemId,
  ]);
  await payFromBalance(order);
  return { order, itemId };
}

async function readingsOf(itemIds: string[]): Promise<number> {
  const { rows } = await pool().query(
    'SELECT count(*)::int AS count FROM vault_reads WHERE item_id = ANY ($1)',
    [itemIds],
  );
  return rows[0].count;
}

test('the phone that the order came with will do, for who pays without an account', async () => {
  const { order } = await orderedWith('13900007315');
  expect(await find(order.id, '7315')).toBe(order.id);
  expect(await refusalCode(find(order.id, '7316'))).toBe('receipt_not_found');
});

test('a number that two shops have used finds neither order, opens no vault and spends no order’s tries; our own number finds each', async () => {
  const number = newSortableNumber();
  const a = await orderedWith('13900001111', number);
  const b = await orderedWith('13900001111', number);
  const itemIds = [a.itemId, b.itemId];
  for (let guess = 0; guess < 5; guess += 1) {
    expect(await refusalCode(find(number, '1111'))).toBe('receipt_not_found');
  }
  expect(await refusalCode(find(number, '1111'))).toBe('too_many_requests');
  expect(await readingsOf(itemIds)).toBe(0);
  for (const { order } of [a, b]) expect(await find(order.id, '1111')).toBe(order.id);
  expect(await readingsOf(itemIds)).toBe(2);
});

test('a shop that numbers its order as we have numbered another’s hides nothing', async () => {
  const order = await paidBy('3333');
  const imitation = await paidBy('4444', order.id);
  expect(await find(order.id, '3333')).toBe(order.id);
  expect(await refusalCode(find(order.id, '4444'))).toBe('receipt_not_found');
  expect(await find(imitation.id, '4444')).toBe(imitation.id);
});

test('an order has two numbers and five tries', async () => {
  const order = await paidBy('5555');
  for (const number of [order.id, order.merchantOrderNo, order.id, order.merchantOrderNo]) {
    expect(await refusalCode(find(number, '0000'))).toBe('receipt_not_found');
  }
  expect(await find(order.id, '5555')).toBe(order.id);
  for (const number of [order.id, order.merchantOrderNo]) {
    expect(await refusalCode(find(number, '5555'))).toBe('too_many_requests');
  }
});

test('an unknown number, a wrong tail, an unpaid order and a payer without a phone get one answer', async () => {
  const order = await paidBy('8422');
  const { order: unpaid } = await makePayableOrder();
  const { order: open } = await makePayableOrder();
  const phoneless = await payFromBalance(open);
  for (const number of [newId('ord'), 'NO-SUCH', unpaid.id, phoneless.id]) {
    expect(await refusalCode(find(number, '8422'))).toBe('receipt_not_found');
  }
  expect(await refusalCode(find(order.id, '8423'))).toBe('receipt_not_found');
});

test('of a thousand guesses at once from everywhere, five at an order are looked at; the right one among the rest finds nothing', async () => {
  const order = await paidBy('9999');
  const guesses = Array.from({ length: 1_000 }, (_, guess) =>
    refusalCode(find(order.id, String(guess).padStart(4, '0'))),
  );
  const answers = await Promise.all(guesses);
  const count = (code: string) => answers.filter((answer) => answer === code).length;
  expect(count('receipt_not_found')).toBe(5);
  expect(count('too_many_requests')).toBe(995);
  expect(await refusalCode(find(order.id, '9999'))).toBe('too_many_requests');
});

test('one browser, or one address, gets twenty guesses an hour, whatever orders it guesses at', async () => {
  for (const fixed of ['device', 'address'] as const) {
    const same = newSortableNumber();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        refusalCode(find(newId('ord'), '0000', { ...stranger(), [fixed]: same })),
      ),
    );
    expect(answers.filter((code) => code === 'receipt_not_found')).toHaveLength(20);
  }
});

test('all strangers together get so many guesses an hour, at whatever orders', async () => {
  const order = await paidBy('6666');
  expect(await refusalCode(find(newId('ord'), '6666'))).toBe('receipt_not_found');
  await pool().query("UPDATE rate_limits SET points = 2000 WHERE key LIKE 'receipt-all-hour:%'");
  expect(await refusalCode(find(order.id, '6666'))).toBe('too_many_requests');
});
