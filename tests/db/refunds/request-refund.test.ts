import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { listRefunds } from '@/lib/refunds/list-refunds';
import { presentOrderWithPayment } from '@/lib/refunds/present-order-with-payment';
import { presentRefund } from '@/lib/refunds/present-refund';
import { requestRefund } from '@/lib/refunds/request-refund';
import { answerOf } from '@/tests/support/factories/ledger';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import {
  balanceMinor,
  casesAskedFor,
  clearingDayBegan,
  learnedAt,
  makePaidByUnionPay,
  refundsOf,
  signalOf,
  untilDecided,
} from '@/tests/support/paid-by-unionpay';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const ask = (
  { orderId, merchantId }: { orderId: string; merchantId: string },
  amountMinor?: bigint,
  merchantRefundNo = newSortableNumber(),
) =>
  requestRefund({
    orderId,
    merchantId,
    merchantRefundNo,
    actor: 'merchant',
    ...(amountMinor === undefined ? {} : { amount: cny(amountMinor) }),
  });

const script = (kind: 'undo' | 'refund', amountMinor: bigint, behaviour: object) =>
  rail.ask('script', { match: { amount: String(amountMinor), kind }, behaviour, times: 1 });

const topicsOf = async (merchantId: string) => {
  const { rows } = await pool().query<{ topic: string; subject_id: string }>(
    `SELECT topic, subject_id FROM outbox_events WHERE merchant_id = $1 AND topic LIKE 'refund.%'`,
    [merchantId],
  );
  return rows;
};

/** What the channel did with this payment's undos and refunds. */
async function atChannel(numbers: readonly string[]) {
  const { orders } = (await rail.ask('orders')) as {
    orders: { state: string; orderId: string }[];
  };
  return orders.filter(({ orderId }) => numbers.includes(orderId));
}

test('a whole payment of the same clearing day is undone, and its merchant told once', async () => {
  const before = await balanceMinor('channel_clearing', 'unionpay');
  const paid = await makePaidByUnionPay(rail, 6_801n);
  const refund = await ask(paid);
  expect(refund).toMatchObject({ route: 'undo', amount: cny(6_801n) });
  expect(await untilDecided(paid.orderId)).toMatchObject([{ route: 'undo', state: 'succeeded' }]);
  expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(0n);
  expect(await balanceMinor('channel_clearing', 'unionpay')).toBe(before);
  expect(await topicsOf(paid.merchantId)).toEqual([
    { topic: 'refund.succeeded', subject_id: refund.id },
  ]);
  const shown = await presentOrderWithPayment(await readOrder(paid.orderId));
  expect(shown).toMatchObject({
    state: 'paid',
    refunded: 6_801,
    payment: { method: 'quickpass', channel: 'unionpay' },
  });
});

test('parts are refunded until nothing is left, and never more', async () => {
  const paid = await makePaidByUnionPay(rail, 1_000n);
  await ask(paid, 300n);
  await ask(paid, 300n);
  expect(await answerOf(ask(paid, 401n))).toBe('refund_exceeds_payment');
  expect((await ask(paid)).amount).toEqual(cny(400n));
  expect(await answerOf(ask(paid))).toBe('refund_exceeds_payment');
  const rows = await untilDecided(paid.orderId);
  expect(rows.map(({ route, state }) => [route, state])).toEqual(
    Array.from({ length: 3 }, () => ['refund', 'succeeded']),
  );
  expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(0n);
});

test('of twenty refunds of a tenth at once, ten are made', async () => {
  const paid = await makePaidByUnionPay(rail, 1_000n);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => answerOf(ask(paid, 100n).then(() => 'made'))),
  );
  expect(answers.filter((answer) => answer === 'made')).toHaveLength(10);
  expect(answers.filter((answer) => answer === 'refund_exceeds_payment')).toHaveLength(10);
  const rows = await untilDecided(paid.orderId);
  expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 10 }, () => 'succeeded'));
  expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(0n);
});

test('a refund that failed gives its amount free, and the merchant its money back', async () => {
  const paid = await makePaidByUnionPay(rail, 2_000n);
  await script('refund', 1_999n, { outcome: 'decline', respCode: '38' });
  const refund = await ask(paid, 1_999n);
  expect(await untilDecided(paid.orderId)).toMatchObject([{ state: 'failed' }]);
  expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(2_000n);
  expect(await topicsOf(paid.merchantId)).toEqual([
    { topic: 'refund.failed', subject_id: refund.id },
  ]);
  await ask(paid, 1_998n);
  expect((await untilDecided(paid.orderId))[1]).toMatchObject({ state: 'succeeded' });
});

test('the same refund number is the same refund, also at the same moment; with other content it is refused', async () => {
  const paid = await makePaidByUnionPay(rail, 1_500n);
  const number = newSortableNumber();
  const made = await Promise.all(Array.from({ length: 5 }, () => ask(paid, 500n, number)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await answerOf(ask(paid, 501n, number))).toBe('refund_conflict');
  const other = await makePayableOrder();
  const elsewhere = { orderId: other.order.id, merchantId: paid.merchantId };
  expect(await answerOf(ask(elsewhere, 500n, number))).toBe('order_not_found');
  expect(await untilDecided(paid.orderId)).toHaveLength(1);
});

test('what was paid from a balance goes back to it in one commit', async () => {
  const { order, merchantId, customerId } = await makePayableOrder({ amountMinor: 900n });
  await payFromBalance(order);
  const balance = async () =>
    (await balanceOf({ subject: 'customer_balance', owner: customerId })).amountMinor;
  const before = await balance();
  const refund = await ask({ orderId: order.id, merchantId }, 400n);
  expect(refund).toMatchObject({ route: 'balance', state: 'succeeded' });
  expect((await balance()) - before).toBe(400n);
  expect(await balanceMinor('merchant_pending', merchantId)).toBe(500n);
  expect(await topicsOf(merchantId)).toEqual([
    { topic: 'refund.succeeded', subject_id: refund.id },
  ]);
  expect(await answerOf(ask({ orderId: order.id, merchantId }, 501n))).toBe(
    'refund_exceeds_payment',
  );
});

test('an undo that the channel refuses because its day has ended becomes a refund by itself', async () => {
  const paid = await makePaidByUnionPay(rail, 3_003n);
  await script('undo', 3_003n, { outcome: 'refuse', respCode: '35' });
  const asked = await ask(paid, 3_003n);
  const [undo, refund, ...others] = await untilDecided(paid.orderId);
  expect(others).toEqual([]);
  expect(undo).toMatchObject({ id: asked.id, route: 'undo', state: 'failed' });
  expect(refund).toMatchObject({ route: 'refund', state: 'succeeded', replaces_id: asked.id });
  expect(refund?.channel_order_no).not.toBe(undo?.channel_order_no);
  // For the merchant it was one refund throughout.
  expect(await listRefunds({ orderId: paid.orderId })).toMatchObject([
    { id: asked.id, state: 'succeeded', failureReason: null },
  ]);
  expect(await topicsOf(paid.merchantId)).toEqual([
    { topic: 'refund.succeeded', subject_id: asked.id },
  ]);
  expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(0n);
});

test.each([
  ['undo', 4_001n, 'reply'],
  ['undo', 4_002n, 'request'],
] as const)(
  '%s of %s whose %s was lost is asked about under its own number, and made once',
  async (kind, amount, lose) => {
    const paid = await makePaidByUnionPay(rail, amount);
    await script(kind, amount, { lose });
    expect(await ask(paid, amount)).toMatchObject({ state: 'unknown', route: kind });
    await pool().query(
      `UPDATE refunds SET sent_at = sent_at - interval '5 minutes' WHERE order_id = $1`,
      [lose === 'request' ? paid.orderId : ''],
    );
    const [row, ...others] = await untilDecided(paid.orderId);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ state: 'succeeded' });
    expect(await atChannel([row?.channel_order_no ?? ''])).toHaveLength(1);
  },
);

test.each([
  ['refund.committed', 5_001n],
  ['refund.answered', 5_002n],
])('killed at %s, the refund is made exactly once', async (moment, amount) => {
  const paid = await makePaidByUnionPay(rail, amount);
  const number = newSortableNumber();
  const input = {
    orderId: paid.orderId,
    merchantId: paid.merchantId,
    merchantRefundNo: number,
    actor: 'merchant',
  };
  expect(await signalOf(moment, '@/lib/refunds/request-refund', 'requestRefund', input)).toBe(
    'SIGKILL',
  );
  expect(await refundsOf(paid.orderId)).toMatchObject([{ state: 'sent' }]);
  // Asked again it is the one there is; when the channel has never heard of it, it is sent.
  expect(await ask(paid, amount, number)).toMatchObject({ state: 'sent' });
  await pool().query(
    `UPDATE refunds SET sent_at = sent_at - interval '5 minutes' WHERE order_id = $1`,
    [moment === 'refund.committed' ? paid.orderId : ''],
  );
  const [row] = await untilDecided(paid.orderId);
  expect(row).toMatchObject({ state: 'succeeded' });
  expect(await atChannel([row?.channel_order_no ?? ''])).toHaveLength(1);
});

test('paid at 22:59:59 of the clearing day before it is refunded, paid at 23:00:00 it is undone', async () => {
  const began = clearingDayBegan();
  const before = await makePaidByUnionPay(rail, 700n);
  await learnedAt(before.attempt.id, new Date(began.getTime() - 1_000));
  expect(await ask(before)).toMatchObject({ route: 'refund' });
  const after = await makePaidByUnionPay(rail, 701n);
  await learnedAt(after.attempt.id, began);
  expect(await ask(after)).toMatchObject({ route: 'undo' });
  await untilDecided(before.orderId);
  await untilDecided(after.orderId);
});

test('after eleven months a person carries it on: the money is set aside, and the channel is not called', async () => {
  const paid = await makePaidByUnionPay(rail, 702n);
  await learnedAt(paid.attempt.id, new Date(Date.now() - 340 * 86_400_000));
  const refund = await ask(paid);
  expect(refund).toMatchObject({
    route: 'transfer',
    state: 'diverted',
    divertCause: 'window_over',
  });
  expect(presentRefund(refund)).toMatchObject({ state: 'processing', progress: 'diverted' });
  expect(await atChannel([refund.channelOrderNo])).toEqual([]);
  expect(await casesAskedFor(refund.id)).toBe(1);
  expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(0n);
});

test('an order that nobody paid, or another merchant’s, is not refunded', async () => {
  const { order, merchantId } = await makePayableOrder();
  expect(await answerOf(ask({ orderId: order.id, merchantId }, 1n))).toBe('order_not_paid');
  const stranger = await makePayableOrder();
  const foreign = { orderId: order.id, merchantId: stranger.merchantId };
  expect(await answerOf(ask(foreign, 1n))).toBe('order_not_found');
});
