import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempt, selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { switchMethod } from '@/lib/payments/switch-method';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { makeOrderFor, makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { DESKTOP, PHONE } from '@/tests/support/hosts';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();

const PRICE = 6_800n;

const start = ({ payToken: token }: Order, method: 'balance' | 'quickpass') =>
  refusalCode(
    startPayment({
      ...{ token, method, actor: { userId: null } },
      ...(method === 'balance'
        ? { paymentPassword: PASSWORD, host: DESKTOP, device: 'the-pc' }
        : { host: PHONE, device: 'a-phone' }),
    }),
  );
const pendingOf = async (owner: string) =>
  (await balanceOf({ subject: 'merchant_pending', owner })).amountMinor;

test('two ways pressed on two devices at one moment: one of them carries the payment, the other moves nothing', async () => {
  const { merchantId } = await makePayableOrder({ balanceMinor: 10n * PRICE });
  const orders = await Promise.all(Array.from({ length: 5 }, () => makeOrderFor(merchantId)));
  const byBalance = Promise.all(orders.map((order) => start(order, 'balance')));
  // The password takes a while: from the last one backwards they meet somewhere in between.
  for (const order of orders.toReversed()) await start(order, 'quickpass');
  const answers = await byBalance;
  for (const [nth, order] of orders.entries()) {
    const isPaid = answers[nth] === 'fine';
    if (!isPaid) expect(answers[nth]).toBe('payment_in_progress');
    expect((await readOrder(order.id)).state).toBe(isPaid ? 'paid' : 'open');
    const alive = (await selectAttempts(order.id)).filter(({ state }) => state !== 'failed');
    expect(alive.map(({ method }) => method)).toEqual([isPaid ? 'balance' : 'quickpass']);
  }
  const paid = BigInt(answers.filter((answer) => answer === 'fine').length);
  expect(await pendingOf(merchantId)).toBe(paid * PRICE);
});

/** A QuickPass payment whose shopper has arrived at the channel's page. */
async function visited() {
  const { order, merchantId } = await makePayableOrder();
  await start(order, 'quickpass');
  const live = await selectLiveAttempt(order.id);
  if (!live?.nextStep) throw new Error('no attempt to continue');
  await rail.visit({ kind: 'pending', next: live.nextStep, evidence: {} });
  return { order, merchantId, attempt: live };
}

test('who pays at the channel while another tab chooses again and pays from the balance has paid once in the end', async () => {
  const scenes = await Promise.all(Array.from({ length: 6 }, visited));
  await Promise.all(
    scenes.map(async ({ order, attempt: { id: attemptId, channelOrderNo } }) => {
      const otherTab = async () => {
        await refusalCode(switchMethod({ token: order.payToken }));
        await start(order, 'balance');
      };
      const asking = Array.from({ length: 3 }, () => resolveAttempt({ attemptId }));
      await Promise.all([rail.payerConfirms(channelOrderNo), otherTab(), ...asking]);
    }),
  );
  for (const { order, merchantId, attempt } of scenes) {
    await resolveAttempt({ attemptId: attempt.id });
    const { state, paidAttemptId } = await readOrder(order.id);
    expect(state).toBe('paid');
    const isLate = paidAttemptId !== attempt.id;
    const { state: left } = await selectAttempt(attempt.id);
    expect(left).toBe(isLate ? 'late_succeeded' : 'succeeded');
    await Promise.all([1, 2, 3].map(() => returnLatePayment({ attemptId: attempt.id })));
    const { rows } = await pool().query(
      'SELECT attempt_id, amount_minor::text FROM refunds WHERE order_id = $1',
      [order.id],
    );
    expect(rows).toEqual(isLate ? [{ attempt_id: attempt.id, amount_minor: `${PRICE}` }] : []);
    expect(await pendingOf(merchantId)).toBe(PRICE);
  }
});
