import { expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { closeDay } from '@/lib/ledger/close-day';
import { cny } from '@/lib/money/money';
import { getSettlement } from '@/lib/settlement/get-settlement';
import { listSettlements } from '@/lib/settlement/list-settlements';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { sweepSettlements } from '@/lib/settlement/sweep-settlements';
import { beijingDay, letADayPass } from '@/tests/support/factories/let-a-day-pass';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { askForRefund, decideRefund, payByCard } from '@/tests/support/factories/settleable';

const minor = async (subject: 'merchant_pending' | 'merchant_balance', owner: string) =>
  (await balanceOf({ subject, owner })).amountMinor;
const settle = async (merchantId: string, most?: number) =>
  settleMerchant({ merchantId, throughDay: await beijingDay(), ...(most ? { most } : {}) });
const itemsOf = (refundId: string) => db().settlementRefund.findMany({ where: { refundId } });

async function payAnother(merchantId: string, amountMinor: bigint) {
  const order = await makeOrderFor(merchantId, { amountMinor });
  await payByCard(order);
  return order;
}

/** A merchant with one payment of ¥100.00 by card. */
async function makePaidMerchant() {
  const { merchantId } = await makePayableOrder({ balanceMinor: 0n });
  return { merchantId, order: await payAnother(merchantId, 10_000n) };
}

test('what was refunded, on its way or done, is not paid to the merchant; the fee is kept', async () => {
  const { order: byBalance, merchantId } = await makePayableOrder();
  const order = await payAnother(merchantId, 10_000n);
  await askForRefund(await payFromBalance(byBalance), 800n);
  await askForRefund(order, 1_000n);
  await decideRefund(await askForRefund(order, 2_000n), 'succeeded');
  const { settlementId } = await settle(merchantId);
  const fee = 41n + 60n;
  expect(await getSettlement(settlementId ?? '')).toMatchObject({
    payments: 2,
    gross: cny(16_800n),
    fee: cny(fee),
    refunded: cny(3_800n),
    net: cny(13_000n - fee),
  });
  expect(await minor('merchant_pending', merchantId)).toBe(0n);
  expect(await minor('merchant_balance', merchantId)).toBe(13_000n - fee);
});

test('a refund that failed before its settlement is in none', async () => {
  const { merchantId, order } = await makePaidMerchant();
  const refund = await askForRefund(order, 4_000n);
  await decideRefund(refund, 'failed');
  await settle(merchantId);
  expect(await itemsOf(refund.id)).toEqual([]);
  expect(await minor('merchant_balance', merchantId)).toBe(9_940n);
});

test('a refund that fails after it was deducted comes back in one later settlement, even alone', async () => {
  const { merchantId, order } = await makePaidMerchant();
  const refund = await askForRefund(order, 4_000n);
  await settle(merchantId);
  expect(await minor('merchant_balance', merchantId)).toBe(5_940n);
  await decideRefund(refund, 'failed');
  expect(await minor('merchant_pending', merchantId)).toBe(4_000n);

  await letADayPass();
  await Promise.all([sweepSettlements(), sweepSettlements()]);
  expect(await minor('merchant_balance', merchantId)).toBe(9_940n);
  expect((await settle(merchantId)).settlementId).toBeNull();
  expect((await itemsOf(refund.id)).map(({ kind }) => kind).sort()).toEqual([
    'deducted',
    'restored',
  ]);
  const [newest] = (await listSettlements({ merchantId })).settlements;
  expect(newest).toMatchObject({ payments: 0, gross: cny(0n), refunded: cny(-4_000n) });
});

test('a refund that stands in for a refused undo is deducted once, and restored once', async () => {
  const { merchantId, order } = await makePaidMerchant();
  await payAnother(merchantId, 20_000n);
  // Never on both sides of the clearing day's end at 23:00.
  const undo = await askForRefund(order);
  await pool().query("UPDATE refunds SET route = 'undo' WHERE id = $1", [undo.id]);
  const instead = await decideRefund(undo, 'failed');
  expect(instead).toMatchObject({ route: 'refund', replacesId: undo.id });
  await settle(merchantId);
  expect(await minor('merchant_balance', merchantId)).toBe(20_000n - 180n);
  if (instead) await decideRefund(instead, 'failed');
  await settle(merchantId);
  expect(await minor('merchant_balance', merchantId)).toBe(30_000n - 180n);
  expect(await itemsOf(undo.id)).toHaveLength(2);
  expect(await itemsOf(instead?.id ?? '')).toEqual([]);
});

test('where refunds and the fee exceed the payments nothing moves, and later payments cover them', async () => {
  const { merchantId, order } = await makePaidMerchant();
  await askForRefund(order);
  expect(await settle(merchantId)).toEqual({ settlementId: null, payments: 0, more: false });
  await payAnother(merchantId, 30_000n);
  expect(await settle(merchantId)).toMatchObject({ payments: 2 });
  expect(await minor('merchant_balance', merchantId)).toBe(30_000n - 240n);
  expect(await minor('merchant_pending', merchantId)).toBe(0n);
});

test('a refund of a payment that was settled comes from the account, and no settlement deducts it', async () => {
  const { merchantId, order } = await makePaidMerchant();
  await settle(merchantId);
  await payAnother(merchantId, 3_000n);
  const refund = await askForRefund(order, 9_000n);
  expect(refund.available).toEqual(cny(6_000n));
  expect(await minor('merchant_pending', merchantId)).toBe(0n);
  expect(await minor('merchant_balance', merchantId)).toBe(3_940n);
  await payAnother(merchantId, 11_000n);
  await settle(merchantId);
  expect(await itemsOf(refund.id)).toMatchObject([{ kind: 'deducted', amountMinor: 3_000n }]);
  expect(await minor('merchant_balance', merchantId)).toBe(3_940n + 11_000n - 84n);
  await decideRefund(refund, 'failed');
  expect(await minor('merchant_pending', merchantId)).toBe(3_000n);
  expect(await minor('merchant_balance', merchantId)).toBe(3_940n + 11_000n - 84n + 6_000n);
  await settle(merchantId);
  expect(await itemsOf(refund.id)).toMatchObject([
    { amountMinor: 3_000n },
    { amountMinor: 3_000n },
  ]);
  expect(await minor('merchant_pending', merchantId)).toBe(0n);
});

test('a settlement takes as many more payments as its refunds need, and pays nothing out before', async () => {
  const { merchantId, order } = await makePaidMerchant();
  await askForRefund(order);
  for (let made = 0; made < 4; made += 1) await payAnother(merchantId, 10_000n);
  expect(await settle(merchantId, 1)).toMatchObject({ payments: 2, more: true });
  expect(await minor('merchant_balance', merchantId)).toBe(10_000n - 120n);
  expect(await settle(merchantId)).toMatchObject({ payments: 3 });
  expect(await minor('merchant_pending', merchantId)).toBe(0n);
});

test('however many settle while refunds are asked for, each refund is deducted once', async () => {
  const { merchantId, order } = await makePaidMerchant();
  const asks = Array.from({ length: 6 }, () => askForRefund(order, 500n));
  await Promise.all([...asks, ...Array.from({ length: 6 }, () => settle(merchantId))]);
  await payAnother(merchantId, 10_000n);
  await settle(merchantId);
  expect(await minor('merchant_balance', merchantId)).toBe(20_000n - 120n - 3_000n);
  expect(await minor('merchant_pending', merchantId)).toBe(0n);
});

test('a refund of a later day that took from the money of these payments is deducted with them', async () => {
  const { merchantId, order } = await makePaidMerchant();
  await letADayPass();
  await askForRefund(order, 1_000n);
  await settleMerchant({ merchantId, throughDay: await beijingDay(1) });
  expect(await minor('merchant_balance', merchantId)).toBe(9_000n - 60n);
  expect(await minor('merchant_pending', merchantId)).toBe(0n);
  expect((await settle(merchantId)).settlementId).toBeNull();
});

test('a refund of a later day waits while other money covers it, and one after an exhaustive settlement is not missed', async () => {
  const { merchantId, order } = await makePaidMerchant();
  await letADayPass();
  const yesterday = await beijingDay(1);
  await payAnother(merchantId, 5_000n);
  await askForRefund(order, 1_000n);
  await closeDay({ day: yesterday, actor: 'usr_office' });
  await settleMerchant({ merchantId, throughDay: yesterday });
  expect(await db().settlement.findFirst({ where: { merchantId } })).toMatchObject({
    exhaustive: true,
    refundedMinor: 0n,
  });
  expect(await minor('merchant_pending', merchantId)).toBe(4_000n);
  await settle(merchantId);
  expect(await minor('merchant_balance', merchantId)).toBe(9_940n + 4_000n - 30n);
});

test('what a settlement took in is never changed or taken out', async () => {
  const { merchantId, order } = await makePaidMerchant();
  await askForRefund(order, 1_000n);
  await settle(merchantId);
  await expect(db().settlementRefund.deleteMany({})).rejects.toThrow();
  await expect(db().settlementRefund.updateMany({ data: { amountMinor: 1n } })).rejects.toThrow();
});

test.each([
  ['a refund that its settlement lost', 'DELETE FROM settlement_refunds'],
  ['a refund deducted in another amount', 'UPDATE settlement_refunds SET amount_minor = 1'],
  ['a refund restored that never failed', "UPDATE settlement_refunds SET kind = 'restored'"],
  ['a payment that is not settled though it was moved', 'DELETE FROM settlement_items'],
])('the check of the books finds %s', async (_, planted) => {
  const { merchantId, order } = await makePaidMerchant();
  await askForRefund(order, 1_000n);
  const { settlementId } = await settle(merchantId);
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(`${planted} WHERE settlement_id = $1`, [settlementId]);
    const { rows } = await client.query<{ code: string; detail: string }>(
      'SELECT code, detail FROM check_books()',
    );
    expect(rows).toContainEqual({ code: 'settlement_differs_from_items', detail: settlementId });
    expect(rows.length).toBeGreaterThan(1);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
