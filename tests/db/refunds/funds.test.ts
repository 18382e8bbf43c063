import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { closeAccount } from '@/lib/ledger/close-account';
import { freezeAccount } from '@/lib/ledger/freeze-account';
import { setRefundPolicy } from '@/lib/merchants/set-refund-policy';
import { cny } from '@/lib/money/money';
import { adviseRefund } from '@/lib/refunds/advise-refund';
import { declineRefund } from '@/lib/refunds/decline-refund';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { presentRefund } from '@/lib/refunds/present-refund';
import { readRefund } from '@/lib/refunds/read-refund';
import type { Refund } from '@/lib/refunds/refund';
import { releaseRefund } from '@/lib/refunds/release-refund';
import { sweepQueuedRefunds } from '@/lib/refunds/sweep-queued-refunds';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { anyMember } from '@/tests/support/any-member';
import { answerOf } from '@/tests/support/factories/ledger';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { askForRefund, decideRefund, payByCard } from '@/tests/support/factories/settleable';
import { SOON } from '@/tests/support/soon';

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const minor = async (subject: 'merchant_pending' | 'merchant_balance', owner: string) =>
  (await balanceOf({ subject, owner })).amountMinor;
const fundsOf = async (merchantId: string) => [
  await minor('merchant_pending', merchantId),
  await minor('merchant_balance', merchantId),
];
const settle = async (merchantId: string) =>
  settleMerchant({ merchantId, throughDay: await beijingDay() });
const queueing = (merchantId: string) =>
  setRefundPolicy({
    refundWhenShort: 'queue',
    shopperRefunds: 'ask',
    by: anyMember(merchantId),
  });
const SHOPPER = { askedBy: 'shopper', needsApproval: true } as const;

async function payBy(merchantId: string, amountMinor: bigint) {
  const order = await makeOrderFor(merchantId, { amountMinor });
  await payByCard(order);
  return order;
}

/** ¥100.00 settled (¥99.40 after the fee) and ¥30.00 pending. */
async function makeMerchant() {
  const { merchantId } = await makePayableOrder({ balanceMinor: 0n });
  const order = await payBy(merchantId, 10_000n);
  await settle(merchantId);
  await payBy(merchantId, 3_000n);
  return { merchantId, order };
}

test('a refund takes what is pending first, then what is available; refused, each has its own again', async () => {
  const { merchantId, order } = await makeMerchant();
  const first = await askForRefund(order, 2_000n);
  expect(first.available).toEqual(cny(0n));
  const second = await askForRefund(order, 5_000n);
  expect(second.available).toEqual(cny(4_000n));
  expect(await fundsOf(merchantId)).toEqual([0n, 5_940n]);
  await decideRefund(second, 'failed');
  expect(await fundsOf(merchantId)).toEqual([1_000n, 9_940n]);
  await decideRefund(first, 'succeeded');
  expect(await fundsOf(merchantId)).toEqual([1_000n, 9_940n]);
});

test('short of money a refund is refused with what there is; a frozen account counts as none', async () => {
  const { merchantId, order } = await makeMerchant();
  await inTransaction((tx) =>
    freezeAccount(tx, {
      account: { subject: 'merchant_balance', owner: merchantId },
      actor: 'usr_office',
      cause: 'court order',
    }),
  );
  expect(await answerOf(askForRefund(order, 3_001n))).toBe('merchant_funds_short');
  const asked = { merchantId, orderId: order.id };
  expect(await adviseRefund({ ...asked, amount: cny(3_001n) })).toMatchObject({
    kind: 'refused',
    code: 'merchant_funds_short',
    facts: { left: '¥30.00' },
  });
  // What a merchant has is not for its shoppers to read.
  const shoppers = { ...asked, amount: cny(3_001n), withFunds: false };
  expect(await adviseRefund(shoppers)).toMatchObject({ kind: 'original', queued: false });
  expect(await adviseRefund({ ...asked, amount: cny(3_000n) })).toMatchObject({ kind: 'original' });
  await askForRefund(order, 3_000n);
  expect(await fundsOf(merchantId)).toEqual([0n, 9_940n]);
});

test('where its merchant wants that, a refund waits for money, counts against the payment, and goes in its turn', async () => {
  const { order: byBalance, merchantId, customerId } = await makePayableOrder();
  const order = await payFromBalance(byBalance);
  await settle(merchantId);
  await queueing(merchantId);
  const balanceOfPayer = async () =>
    (await balanceOf({ subject: 'customer_balance', owner: customerId })).amountMinor;
  const before = await balanceOfPayer();
  const taken = await askForRefund(order, 6_000n);
  expect(taken).toMatchObject({ state: 'succeeded', available: cny(6_000n) });
  const waits = await askForRefund(order, 790n);
  const overtakes = await askForRefund(order, 5n);
  expect(presentRefund(await readRefund(waits.id))).toMatchObject({
    state: 'processing',
    progress: 'queued',
  });
  expect((await getRefundable({ merchantId, orderId: order.id })).amountMinor).toBe(5n);
  await sweepQueuedRefunds();
  expect((await readRefund(overtakes.id)).state).toBe('queued');
  expect(await balanceOfPayer()).toBe(before + 6_000n);

  await payBy(merchantId, 700n);
  await Promise.all([sweepQueuedRefunds(), sweepQueuedRefunds()]);
  expect((await readRefund(waits.id)).state).toBe('succeeded');
  expect((await readRefund(overtakes.id)).state).toBe('succeeded');
  expect(await balanceOfPayer()).toBe(before + 6_795n);
});

test('what a shopper asks for is set aside until it is decided: declined, all is exactly where it was', async () => {
  const { merchantId, order } = await makeMerchant();
  const asked = await askForRefund(order, 5_000n, SHOPPER);
  expect(asked).toMatchObject({ state: 'requested', available: cny(2_000n), askedBy: 'shopper' });
  expect(await fundsOf(merchantId)).toEqual([0n, 7_940n]);
  const decline = () =>
    declineRefund({ refundId: asked.id, merchantId, actor: 'usr_m', reason: '已发货' });
  expect(await answerOf(declineRefund({ ...asked, ...STRANGER, refundId: asked.id }))).toBe(
    'refund_not_found',
  );
  const answers = await Promise.all([answerOf(decline()), answerOf(decline())]);
  expect(answers.filter((answer) => answer === 'state_conflict')).toHaveLength(1);
  expect(await fundsOf(merchantId)).toEqual([3_000n, 9_940n]);
  expect(presentRefund(await readRefund(asked.id))).toMatchObject({
    state: 'declined',
    decline_reason: '已发货',
  });
  const { rows } = await pool().query('SELECT topic FROM outbox_events WHERE subject_id = $1', [
    asked.id,
  ]);
  expect(rows).toEqual([{ topic: 'refund.declined' }]);
  expect((await getRefundable({ merchantId, orderId: order.id })).amountMinor).toBe(10_000n);
});
const STRANGER = { merchantId: 'mer_stranger', actor: 'usr_s', reason: 'x' };

test('what was asked for and settled meanwhile is restored once when it is declined', async () => {
  const { merchantId, order } = await makeMerchant();
  const asked = await askForRefund(order, 1_000n, SHOPPER);
  await settle(merchantId);
  expect(await fundsOf(merchantId)).toEqual([0n, 9_940n + 2_000n - 18n]);
  await declineRefund({ refundId: asked.id, merchantId, actor: 'usr_m', reason: 'no' });
  expect(await fundsOf(merchantId)).toEqual([1_000n, 9_940n + 2_000n - 18n]);
  await settle(merchantId);
  expect(await fundsOf(merchantId)).toEqual([0n, 9_940n + 3_000n - 18n]);
});

test('allowed, what was set aside goes: to a balance at once, and by a channel as its ways stand then', async () => {
  const { order: unpaid, merchantId } = await makePayableOrder();
  const order = await payFromBalance(unpaid);
  const asked = await askForRefund(order, 800n, SHOPPER);
  expect(await minor('merchant_pending', merchantId)).toBe(6_000n);
  const released = await allow(asked);
  expect(released).toEqual({ kind: 'gone' });
  expect(await readRefund(asked.id)).toMatchObject({ state: 'succeeded', route: 'balance' });

  const byCard = await payBy(merchantId, 500n);
  const card = await askForRefund(byCard, undefined, SHOPPER);
  await pool().query(`UPDATE refunds SET route = 'undo' WHERE id = $1`, [card.id]);
  expect(await allow(card)).toMatchObject({ kind: 'gone', toSend: { id: card.id, state: 'sent' } });
  expect(await answerOf(allow(card))).toBe('state_conflict');
});
test('what is allowed later waits behind what is queued, though there is money for it', async () => {
  const { order: unpaid, merchantId } = await makePayableOrder();
  const order = await payFromBalance(unpaid);
  await settle(merchantId);
  await queueing(merchantId);
  await askForRefund(order, 6_000n);
  const waits = await askForRefund(order, 790n);
  const small = await askForRefund(order, 5n, SHOPPER);
  expect(await allow(small)).toEqual({ kind: 'short' });
  expect((await readRefund(small.id)).state).toBe('queued');
  await payBy(merchantId, 700n);
  await sweepQueuedRefunds();
  expect((await readRefund(waits.id)).state).toBe('succeeded');
  expect((await readRefund(small.id)).state).toBe('succeeded');
});

test('queued for a balance that was closed since, it is declined and its merchant told why; others go', async () => {
  const {
    order: unpaid,
    merchantId,
    customerId,
  } = await makePayableOrder({
    balanceMinor: 6_800n,
  });
  const order = await payFromBalance(unpaid);
  await settle(merchantId);
  // Its card is gone: what is left of it goes by transfer.
  const byCard = await payBy(merchantId, 110n);
  await decideRefund(await askForRefund(byCard, 100n), 'failed', '63');
  await queueing(merchantId);
  const stuck = await askForRefund(order, 6_800n);
  const behind = await askForRefund(byCard, 10n);
  expect([stuck.state, behind.state]).toEqual(['queued', 'queued']);
  await inTransaction((tx) =>
    closeAccount(tx, {
      account: { subject: 'customer_balance', owner: customerId },
      actor: 'usr_office',
      cause: 'the customer left',
    }),
  );
  await payBy(merchantId, 700n);
  await sweepQueuedRefunds();
  expect((await readRefund(stuck.id)).state).toBe('declined');
  expect((await readRefund(stuck.id)).declineReason).toContain('账户已销户');
  expect((await readRefund(behind.id)).state).toBe('diverted');
  const told = await pool().query('SELECT topic FROM outbox_events WHERE subject_id = $1', [
    stuck.id,
  ]);
  expect(told.rows).toEqual([{ topic: 'refund.declined' }]);
});

test('whose account is taken from between the look and the booking, has its refund wait, as it wants', async () => {
  const { merchantId, order } = await makeMerchant();
  await queueing(merchantId);
  const asked = await inTransaction(async (tx) => {
    await freezeAccount(tx, {
      account: { subject: 'merchant_balance', owner: merchantId },
      actor: 'usr_office',
      cause: 'court order',
    });
    const refund = askForRefund(order, 5_000n);
    await expect.poll(waitsForAccount, SOON).toBe(1);
    return { refund };
  });
  expect((await asked.refund).state).toBe('queued');
  expect(await fundsOf(merchantId)).toEqual([3_000n, 9_940n]);
});
/** How many transactions wait for an account that another one holds. */
async function waitsForAccount(): Promise<number> {
  const { rows } = await pool().query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%post_entry%'`,
  );
  return rows[0]?.waiting ?? 0;
}

const allow = ({ id: refundId }: Refund) =>
  inTransaction((tx) =>
    releaseRefund(tx, { refundId, from: 'requested', actor: 'usr_m', cause: 'allowed' }),
  );

test('however many refunds of one merchant at once, beside settlements, exactly what it has is taken', async () => {
  const { merchantId } = await makePayableOrder({ balanceMinor: 0n });
  const orders = [];
  for (let made = 0; made < 8; made += 1) orders.push(await payBy(merchantId, 1_000n));
  await settle(merchantId);
  // ¥79.52 available, of which two payments of ¥10.00 come to what is pending.
  for (let made = 0; made < 2; made += 1) await payBy(merchantId, 1_000n);
  const asks = orders.map((order) => answerOf(askForRefund(order, 900n).then(() => 'made')));
  const [answers] = await Promise.all([Promise.all(asks), settle(merchantId), settle(merchantId)]);
  expect(answers.filter((answer) => answer === 'made')).toHaveLength(8);
  const [pending = 0n, available = 0n] = await fundsOf(merchantId);
  expect(pending >= 0n && available >= 0n).toBe(true);
  const left = orders.map((order) => answerOf(askForRefund(order, 100n).then(() => 'made')));
  const more = orders.map((order) => answerOf(askForRefund(order, 100n).then(() => 'made')));
  const second = await Promise.all([...left, ...more]);
  expect(second.filter((answer) => answer === 'made')).toHaveLength(8);
  expect(second.filter((answer) => answer === 'refund_exceeds_payment')).toHaveLength(8);
});

test('of ten refunds of one merchant at once that its money does not cover, as many as it covers are made', async () => {
  const { merchantId } = await makePayableOrder({ balanceMinor: 0n });
  const orders = [];
  for (let made = 0; made < 10; made += 1) orders.push(await payBy(merchantId, 1_000n));
  await settle(merchantId);
  await inTransaction((tx) =>
    freezeAccount(tx, {
      account: { subject: 'merchant_balance', owner: merchantId },
      actor: 'usr_office',
      cause: 'court order',
    }),
  );
  await payBy(merchantId, 3_500n);
  const answers = await Promise.all(
    orders.map((order) => answerOf(askForRefund(order).then(() => 'made'))),
  );
  expect(answers.filter((answer) => answer === 'made')).toHaveLength(3);
  expect(answers.filter((answer) => answer === 'merchant_funds_short')).toHaveLength(7);
  expect(await minor('merchant_pending', merchantId)).toBe(500n);
});
