import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { readAttempt } from '@/lib/payments/read-attempt';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { presentOrderWithPayment } from '@/lib/refunds/present-order-with-payment';
import { presentRefund } from '@/lib/refunds/present-refund';
import { readRefund } from '@/lib/refunds/read-refund';
import { requestRefund } from '@/lib/refunds/request-refund';
import { sumRefunded } from '@/lib/refunds/sum-refunded';
import { getSettlement } from '@/lib/settlement/get-settlement';
import { setFeeTerms } from '@/lib/settlement/set-fee-terms';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { orderPaidData } from '@/lib/webhooks/order-told';
import { refundEndedData } from '@/lib/webhooks/refund-told';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { close } from '@/tests/support/factories/virtual-accounts';
import { mixedScene, newestAttempt } from '@/tests/support/mixed-scene';
import { refundsOf, untilDecided } from '@/tests/support/paid-by-unionpay';
import { refusalCode } from '@/tests/support/refusal-code';
import { withCardRails } from '@/tests/support/with-card-rails';

const rails = withCardRails();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

/** ¥100, of which the balance paid ¥40. */
async function paidByBoth(amountMinor = 10_000n) {
  const scene = await mixedScene({ amountMinor });
  await startPayment(scene.byQuickpass());
  const { id, channelOrderNo } = await newestAttempt(scene.order);
  await rails.control(`orders/${channelOrderNo}/pay`, {});
  await resolveAttempt({ attemptId: id });
  const { merchantId } = scene;
  const orderId = scene.order.id;
  return {
    ...scene,
    attemptId: id,
    ask: (fen?: bigint, merchantRefundNo = newSortableNumber()) =>
      requestRefund({
        orderId,
        merchantId,
        merchantRefundNo,
        actor: 'merchant',
        ...(fen === undefined ? {} : { amount: cny(fen) }),
      }),
    rows: async () => (await untilDecided(orderId)).map(({ route, state }) => [route, state]),
    available: async () => (await scene.stands()).available,
    left: async () => (await getRefundable({ merchantId, orderId })).amountMinor,
    told: async () => {
      const { rows } = await pool().query<{ topic: string; subject_id: string }>(
        `SELECT topic, subject_id FROM outbox_events WHERE merchant_id = $1 AND topic LIKE 'refund.%'`,
        [merchantId],
      );
      return rows.map(({ topic, subject_id: id }) => [topic, id]);
    },
  };
}

const script = (kind: 'undo' | 'refund', amount: string, behaviour: object) =>
  rails.control('script', { match: { amount, kind }, behaviour, times: 1 });

test('all of it goes back in two parts: at once to the balance, then as an undo of the whole rest', async () => {
  const paid = await paidByBoth();
  const asked = await paid.ask();
  expect(await paid.available()).toBe(4_000n);
  expect(await paid.rows()).toEqual([
    ['balance', 'succeeded'],
    ['undo', 'succeeded'],
  ]);
  expect(await readRefund(asked.id)).toMatchObject({
    state: 'succeeded',
    amount: cny(10_000n),
    returned: cny(10_000n),
  });
  // One refund to its merchant, told once, when the slower part had ended.
  expect(await paid.told()).toEqual([['refund.succeeded', asked.id]]);
  expect(await paid.left()).toBe(0n);
  expect(await paid.pending()).toBe(0n);
  expect(await refusalCode(paid.ask(1n))).toBe('refund_exceeds_payment');
});

test('three partial refunds eat the balance’s part first, and are told one by one', async () => {
  const paid = await paidByBoth();
  const first = await paid.ask(3_000n);
  expect(first).toMatchObject({ state: 'succeeded', route: 'balance' });
  expect(await paid.left()).toBe(7_000n);
  const second = await paid.ask(3_000n);
  await paid.rows();
  const third = await paid.ask(4_000n);
  expect(await paid.rows()).toEqual([
    ['balance', 'succeeded'],
    ['balance', 'succeeded'],
    ['refund', 'succeeded'],
    ['refund', 'succeeded'],
  ]);
  expect(await paid.available()).toBe(4_000n);
  expect((await readRefund(second.id)).parts).toMatchObject([
    { route: 'balance', amount: cny(1_000n) },
    { route: 'refund', amount: cny(2_000n) },
  ]);
  expect(await paid.told()).toEqual(
    [first, second, third].map(({ id }) => ['refund.succeeded', id]),
  );
  expect(await paid.left()).toBe(0n);
});

test('a rest that the channel refuses fails the refund, which says what reached the shopper; that rest can be asked for again', async () => {
  const paid = await paidByBoth();
  await script('refund', '1017', { outcome: 'decline', respCode: '38' });
  const asked = await paid.ask(5_017n);
  expect(asked.amount).toEqual(cny(5_017n));
  expect(await paid.rows()).toEqual([
    ['balance', 'succeeded'],
    ['refund', 'failed'],
  ]);
  const refund = await readRefund(asked.id);
  expect(presentRefund(refund)).toMatchObject({
    state: 'failed',
    amount: 5_017,
    refunded: 4_000,
    parts: [
      { to: 'balance', amount: 4_000, state: 'succeeded' },
      { to: 'payment_method', amount: 1_017, state: 'failed' },
    ],
  });
  expect(await paid.told()).toEqual([['refund.failed', asked.id]]);
  const order = await readOrder(paid.order.id);
  expect(refundEndedData({ refund, state: 'failed', order })).toMatchObject({
    state: 'failed',
    amount: 5_017,
    refunded: 4_000,
  });
  expect(await sumRefunded([order.id])).toEqual(new Map([[order.id, cny(4_000n)]]));
  expect(await presentOrderWithPayment(order)).toMatchObject({
    refunded: 4_000,
    payment: { method: 'quickpass', balance_amount: 4_000 },
  });
  expect(await paid.left()).toBe(6_000n);
  await paid.ask(1_018n);
  expect((await paid.rows()).at(-1)).toEqual(['refund', 'succeeded']);
  const paidBy = await readAttempt(paid.attemptId);
  expect(orderPaidData({ order, paidBy })).toMatchObject({
    amount: 10_000,
    balance_amount: 4_000,
  });
});

test('a rest whose answer got lost leaves the refund undecided until the channel is asked', async () => {
  const paid = await paidByBoth();
  await script('refund', '1019', { lose: 'reply' });
  const number = newSortableNumber();
  const asked = await paid.ask(5_019n, number);
  expect(await readRefund(asked.id)).toMatchObject({ state: 'unknown', returned: cny(4_000n) });
  expect(await paid.told()).toEqual([]);
  // The same number again is the same refund, in whatever parts it goes.
  expect((await paid.ask(5_019n, number)).id).toBe(asked.id);
  expect(await refusalCode(paid.ask(4_000n, number))).toBe('refund_conflict');
  expect(await paid.rows()).toHaveLength(2);
  expect(await readRefund(asked.id)).toMatchObject({ state: 'succeeded' });
  expect(await paid.told()).toEqual([['refund.succeeded', asked.id]]);
});

test('an undo of the rest that is refused becomes a refund, and it all stays one refund', async () => {
  const paid = await paidByBoth(10_021n);
  await script('undo', '6021', { outcome: 'refuse', respCode: '35' });
  const asked = await paid.ask();
  expect(await paid.rows()).toEqual([
    ['balance', 'succeeded'],
    ['undo', 'failed'],
    ['refund', 'succeeded'],
  ]);
  expect(await readRefund(asked.id)).toMatchObject({ state: 'succeeded', amount: cny(10_021n) });
  expect(await paid.told()).toEqual([['refund.succeeded', asked.id]]);
});

test('a balance that was closed since takes nothing back, and keeps nobody from the rest by the other way', async () => {
  const paid = await paidByBoth();
  await close({ subject: 'customer_balance', owner: paid.customerId });
  expect(await refusalCode(paid.ask())).toBe('refund_balance_closed');
  expect(await refusalCode(paid.ask(6_001n))).toBe('refund_balance_closed');
  await paid.ask(1_000n);
  await paid.ask(5_000n);
  expect(await paid.rows()).toEqual([
    ['refund', 'succeeded'],
    ['refund', 'succeeded'],
  ]);
  expect(await refusalCode(paid.ask(1n))).toBe('refund_balance_closed');
  expect(await paid.left()).toBe(4_000n);
});

test('twenty refunds at once never give either hand more than it paid', async () => {
  const paid = await paidByBoth();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => refusalCode(paid.ask(1_000n))),
  );
  expect(answers.filter((answer) => answer === 'fine')).toHaveLength(10);
  await paid.rows();
  expect(await paid.available()).toBe(4_000n);
  expect(await paid.left()).toBe(0n);
  expect(await refundsOf(paid.order.id)).toHaveLength(10);
});

test('it is settled once as a whole, each hand at its own fee, less what both parts of a refund gave back', async () => {
  const paid = await paidByBoth();
  const { merchantId } = paid;
  const terms = { rateMillionths: 1_000, minimum: cny(0n), cap: null };
  await setFeeTerms({ merchantId, method: 'balance', terms, actor: 'usr_office' });
  await paid.ask(4_500n);
  await paid.rows();
  const { settlementId } = await settleMerchant({ merchantId, throughDay: await beijingDay() });
  expect(await getSettlement(settlementId ?? '')).toMatchObject({
    payments: 1,
    gross: cny(10_000n),
    // 0.1 % of ¥40 and 0.6 % of ¥60.
    fee: cny(4n + 36n),
    refunded: cny(4_500n),
    net: cny(5_460n),
  });
  expect(await paid.pending()).toBe(0n);
});
