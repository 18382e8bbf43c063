import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { expireOrders } from '@/lib/orders/expire-orders';
import { lockOrder } from '@/lib/orders/lock-order';
import { readOrder } from '@/lib/orders/read-order';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { seedOrder } from '@/tests/support/factories/orders';

const passExpiry = (orderId: string) =>
  db().$executeRaw`
    UPDATE orders SET expires_at = clock_timestamp() - interval '1 ms' WHERE id = ${orderId}`;
const movesOf = (subjectId: string) =>
  db().transition.findMany({
    where: { subjectType: 'order', subjectId },
    select: { event: true, fromState: true, toState: true, actor: true },
  });

test('an order past its time expires once, with a transition row; one that has time stays', async () => {
  const { id: merchantId } = await seedMerchant();
  const [over, open] = [await seedOrder({ merchantId }), await seedOrder({ merchantId })];
  await passExpiry(over.id);
  await Promise.all([expireOrders(), expireOrders(), expireOrders()]);
  await expireOrders();
  expect((await readOrder(over.id)).state).toBe('expired');
  expect((await readOrder(open.id)).state).toBe('open');
  expect(await movesOf(over.id)).toEqual([
    { event: 'expire', fromState: 'open', toState: 'expired', actor: 'clock' },
  ]);
  expect(await movesOf(open.id)).toEqual([]);
});

test('more orders than a batch are all expired, each once', async () => {
  const { id: merchantId } = await seedMerchant();
  await db().$executeRaw`
    INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods,
                        content_hash, pay_token, expires_at)
    SELECT 'ord_batch_' || n || ${merchantId}, ${merchantId}, n::text, 1, 'CNY', 'x', 'digital', 'x',
           'token_' || n || ${merchantId}, clock_timestamp() - interval '1 s'
      FROM generate_series(1, 1201) AS n`;
  const counts = await Promise.all([expireOrders(), expireOrders()]);
  const left = await expireOrders();
  expect(await db().order.count({ where: { merchantId, state: 'expired' } })).toBe(1_201);
  expect((counts[0] ?? 0) + (counts[1] ?? 0) + left).toBeGreaterThanOrEqual(1_201);
  const moves = await db().transition.count({
    where: { subjectType: 'order', subjectId: { endsWith: merchantId } },
  });
  expect(moves).toBe(1_201);
});

test('an order that somebody is paying just now is left for the next time', async () => {
  const { id } = await seedOrder();
  await passExpiry(id);
  await inTransaction(async (tx) => {
    await lockOrder(tx, id);
    await expireOrders();
    expect((await readOrder(id)).state).toBe('open');
  });
  await expireOrders();
  expect((await readOrder(id)).state).toBe('expired');
});
