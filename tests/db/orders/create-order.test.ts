import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { createOrder } from '@/lib/orders/create-order';
import { getOrder } from '@/lib/orders/get-order';
import { getOrderByMerchantNo } from '@/lib/orders/get-order-by-merchant-no';
import type { CreateOrderInput } from '@/lib/orders/schema';
import { openItem } from '@/lib/vault/open-item';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { orderInput, seedOrder } from '@/tests/support/factories/orders';
import { refusalCode } from '@/tests/support/refusal-code';

const create = (
  merchantId: string,
  input: CreateOrderInput,
  idempotencyKey = newSortableNumber(),
) => createOrder({ merchantId, idempotencyKey, input });
const rowsOf = (merchantId: string) =>
  db().order.findMany({ where: { merchantId }, orderBy: { id: 'asc' } });

test('an order is what was asked for, open for half an hour by the database’s clock', async () => {
  const { id: merchantId } = await seedMerchant();
  const input = orderInput({ customer_reference: 'alice', metadata: { cart: '7' } });
  const answer = await create(merchantId, input);
  expect(answer).toMatchObject({ status: 201, hit: false });
  const order = JSON.parse(answer.body);
  expect(order).toMatchObject({
    merchant_order_no: input.merchant_order_no,
    amount: 6_800,
    currency: 'CNY',
    subject: '亚麻短袖衬衫',
    goods: 'physical',
    state: 'open',
    return_url: 'https://shop.example/orders/1',
    customer_reference: 'alice',
    metadata: { cart: '7' },
    paid_at: null,
  });
  expect(order.pay_url).toMatch(/^https?:\/\/[^/]+\/pay\/[A-Za-z0-9_-]{43}$/);
  const lifetimeS = (Date.parse(order.expires_at) - Date.parse(order.created_at)) / 1000;
  // Two moments of one call, which a busy machine draws out.
  expect(Math.abs(lifetimeS - 1800)).toBeLessThan(60);
  expect((await getOrder({ merchantId, orderId: order.id })).metadata).toEqual({ cart: '7' });
});

test('the same number with the same content is the same order under another key', async () => {
  const { id: merchantId } = await seedMerchant();
  const input = orderInput({ expires_in: 600, metadata: { a: '1', b: '2' } });
  const first = await create(merchantId, input);
  const second = await create(merchantId, { ...input, metadata: { b: '2', a: '1' } });
  expect(second).toEqual({ status: 200, hit: false, body: first.body });
  expect(await rowsOf(merchantId)).toHaveLength(1);
});

test.each<Partial<CreateOrderInput>>([
  { amount: 6_801 },
  { subject: '另一件衬衫' },
  { goods: 'digital' },
  { return_url: 'https://shop.example/orders/2' },
  { return_url: undefined },
  { customer_reference: 'bob' },
  { payer_phone: '13900139000' },
  { metadata: { a: '2' } },
  { expires_in: 601 },
])('the same number with %j is refused and changes nothing', async (other) => {
  const { id: merchantId } = await seedMerchant();
  const input = orderInput({
    customer_reference: 'alice',
    payer_phone: '13800138000',
    metadata: { a: '1' },
    expires_in: 600,
  });
  await create(merchantId, input);
  const before = await rowsOf(merchantId);
  const items = await db().vaultItem.count();
  expect(await refusalCode(create(merchantId, { ...input, ...other }))).toBe('order_conflict');
  expect(await rowsOf(merchantId)).toEqual(before);
  expect(await db().vaultItem.count()).toBe(items);
});

test('two merchants may use the same number', async () => {
  const input = orderInput();
  const [a, b] = [await seedMerchant(), await seedMerchant()];
  await create(a.id, input);
  expect(await create(b.id, { ...input, amount: 1 })).toMatchObject({ status: 201 });
});

test('the same idempotency key: the same answer for the same request, a refusal for another', async () => {
  const { id: merchantId } = await seedMerchant();
  const input = orderInput();
  const first = await create(merchantId, input, 'key-1');
  expect(await create(merchantId, input, 'key-1')).toEqual({ ...first, hit: true });
  // Whatever has become of the merchant's settings since.
  await db().merchant.update({ where: { id: merchantId }, data: { returnOrigins: [] } });
  expect(await create(merchantId, input, 'key-1')).toEqual({ ...first, hit: true });
  const other = create(merchantId, orderInput(), 'key-1');
  expect(await refusalCode(other)).toBe('idempotency_key_reused');
  expect(await rowsOf(merchantId)).toHaveLength(1);
});

test('twenty at once with one number and twenty keys are one order', async () => {
  const { id: merchantId } = await seedMerchant();
  const input = orderInput({ payer_phone: '13800138000' });
  const items = await db().vaultItem.count();
  const answers = await Promise.all(Array.from({ length: 20 }, () => create(merchantId, input)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(answers.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
  expect(await rowsOf(merchantId)).toHaveLength(1);
  expect(await db().vaultItem.count()).toBe(items + 1);
});

test('twenty at once with one number and two amounts: one amount wins, the others are refused', async () => {
  const { id: merchantId } = await seedMerchant();
  const input = orderInput();
  const codes = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      refusalCode(create(merchantId, { ...input, amount: 100 + (n % 2) })),
    ),
  );
  expect(codes.filter((code) => code === 'fine')).toHaveLength(10);
  expect(codes.filter((code) => code === 'order_conflict')).toHaveLength(10);
  expect(await rowsOf(merchantId)).toHaveLength(1);
});

test('twenty at once with one key are one order, and each gets it or hears that it is running', async () => {
  const { id: merchantId } = await seedMerchant();
  const input = orderInput();
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, () => create(merchantId, input, 'one-key')),
  );
  const bodies = answers.flatMap((answer) =>
    answer.status === 'fulfilled' ? [answer.value.body] : [],
  );
  const codes = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [(answer.reason as { code?: string }).code] : [],
  );
  expect(bodies.length).toBeGreaterThan(0);
  expect(new Set(bodies).size).toBe(1);
  expect(codes.every((code) => code === 'idempotency_in_progress')).toBe(true);
  expect(await rowsOf(merchantId)).toHaveLength(1);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'https://shop.example@evil.example/',
  'https://ѕhop.example/',
])('an order cannot send its shopper to %s, and is not stored', async (returnUrl) => {
  const { id: merchantId } = await seedMerchant();
  const refused = create(merchantId, orderInput({ return_url: returnUrl }));
  expect(await refusalCode(refused)).toBe('return_url_not_allowed');
  expect(await rowsOf(merchantId)).toEqual([]);
});

test.each([59, 2_592_001])('an expiry of %i seconds is refused', async (seconds) => {
  const { id: merchantId } = await seedMerchant();
  const refused = create(merchantId, orderInput({ expires_in: seconds }));
  expect(await refusalCode(refused)).toBe('expiry_out_of_range');
  expect(await rowsOf(merchantId)).toEqual([]);
});

test('the payer’s phone rests in the vault and nowhere else, but for the tail that support finds it by', async () => {
  const { id: merchantId } = await seedMerchant();
  const phone = '13912345678';
  const { body } = await create(merchantId, orderInput({ payer_phone: phone }), 'phone-key');
  expect(body).not.toContain(phone);
  const [row] = await rowsOf(merchantId);
  expect(JSON.stringify(row, (_, v) => (typeof v === 'bigint' ? String(v) : v))).not.toContain(
    phone,
  );
  const kept = await db().idempotencyKey.findMany({ where: { merchantId } });
  expect(JSON.stringify(kept)).not.toContain(phone);
  const itemId = row?.payerPhoneItemId ?? '';
  expect(await openItem({ itemId, actor: 'test', purpose: 'payer_phone' })).toBe(phone);
  expect(row?.payerPhoneTail).toBe('5678');
  // Without the phone there is no tail of it either.
  const forgotten = db().order.update({
    where: { id: row?.id ?? '' },
    data: { payerPhoneItemId: null },
    select: { id: true },
  });
  await expect(forgotten).rejects.toThrow('orders_payer_phone_tail');
});

test('an order is found by its own merchant, by id and by number; another’s is as unknown as none', async () => {
  const order = await seedOrder();
  const { merchantId, merchantOrderNo, id: orderId } = order;
  const stranger = (await seedMerchant()).id;
  expect(await getOrder({ merchantId, orderId })).toEqual(order);
  expect(await getOrderByMerchantNo({ merchantId, merchantOrderNo })).toEqual(order);
  for (const ask of [
    () => getOrder({ merchantId: stranger, orderId }),
    () => getOrder({ merchantId, orderId: 'ord_none' }),
    () => getOrderByMerchantNo({ merchantId: stranger, merchantOrderNo }),
    () => getOrderByMerchantNo({ merchantId, merchantOrderNo: 'none' }),
  ]) {
    expect(await refusalCode(ask())).toBe('order_not_found');
  }
});

test('the amount and the number of an order never change, whoever writes', async () => {
  const { id } = await seedOrder();
  for (const change of [{ amountMinor: 1n }, { merchantOrderNo: 'x' }, { payToken: 'x' }]) {
    await expect(db().order.update({ where: { id }, data: change })).rejects.toThrow();
  }
});
