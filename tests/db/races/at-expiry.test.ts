import { expect, test } from 'vitest';
import type { Outcome } from '@/lib/channels/port';
import { db, pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { cny } from '@/lib/money/money';
import { expireOrders } from '@/lib/orders/expire-orders';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempt, selectAttempts } from '@/lib/payments/store';
import {
  endOrdersTime,
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
  PASSWORD,
} from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import { refusalCode } from '@/tests/support/refusal-code';

const PRICE = 100n;
/** From a second too late to a second in time, in milliseconds. */
const AROUND = Array.from({ length: 21 }, (_, n) => (n - 10) * 100);
/** One that has all the time there is: it shows that payments get through at all. */
const IN_TIME = 60_000;

const pay = ({ payToken: token }: Order) =>
  refusalCode(
    startPayment({
      token,
      method: 'balance',
      paymentPassword: PASSWORD,
      host: DESKTOP,
      actor: { userId: null },
    }),
  );

/** Has the expiry job run without a pause until the work is done, and once more. */
async function whileExpiring<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const finished = work.finally(() => {
    isDone = true;
  });
  const expiring = (async () => {
    while (!isDone) await expireOrders();
  })();
  const [answer] = await Promise.all([finished, expiring]);
  return answer;
}

const ordersOf = (merchantId: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, () => makeOrderFor(merchantId, { amountMinor: PRICE })),
  );
const topicsOf = async (orderId: string) => {
  const rows = await db().outboxEvent.findMany({
    where: { subjectId: orderId, topic: { in: ['order.paid', 'order.expired'] } },
    orderBy: { sequence: 'asc' },
  });
  return rows.map(({ topic }) => topic);
};
const minor = async (subject: 'merchant_pending' | 'late_payments', owner: string) =>
  (await balanceOf({ subject, owner })).amountMinor;

test('paid from balance around the moment at which it expires, an order is paid in time or not at all', async () => {
  const { merchantId, customerId } = await makePayableOrder({ balanceMinor: 10_000n });
  // So many as may give one password at a moment.
  const offsets = [-1_000, 200, 500, 1_000, IN_TIME];
  const orders = await ordersOf(merchantId, offsets.length);
  await pool().query(
    `UPDATE orders SET expires_at = clock_timestamp() + make_interval(secs => given.ms / 1000.0)
       FROM unnest($1::text[], $2::int[]) AS given (id, ms) WHERE orders.id = given.id`,
    [orders.map(({ id }) => id), offsets],
  );
  const answers = await whileExpiring(Promise.all(orders.map(pay)));
  const isOpen = async () => {
    await expireOrders();
    return db().order.count({ where: { id: { in: orders.map(({ id }) => id) }, state: 'open' } });
  };
  await expect.poll(isOpen).toBe(0);

  for (const [nth, { id }] of orders.entries()) {
    const { state, paidAt, expiresAt } = await readOrder(id);
    const isPaid = answers[nth] === 'fine';
    expect([state, await topicsOf(id)]).toEqual(
      isPaid ? ['paid', ['order.paid']] : ['expired', ['order.expired']],
    );
    if (paidAt) expect(paidAt.getTime()).toBeLessThan(expiresAt.getTime());
    expect(await selectAttempts(id)).toHaveLength(isPaid ? 1 : 0);
  }
  expect([answers[0], answers.at(-1)]).toEqual(['order_expired', 'fine']);
  const paid = BigInt(answers.filter((answer) => answer === 'fine').length);
  expect(await minor('merchant_pending', merchantId)).toBe(paid * PRICE);
  const left = await balanceOf({ subject: 'customer_balance', owner: customerId });
  expect(left.amountMinor).toBe(10_000n - paid * PRICE);
});

const SUCCESS: Outcome = {
  kind: 'succeeded',
  channelRef: '321804041753096282028',
  amount: cny(PRICE),
  cardType: 'debit',
  evidence: {},
};

test.each(['refund', 'accept'] as const)(
  'a channel’s word that comes while its order expires is in time or late, never both (%s)',
  async (policy) => {
    const { merchantId } = await makePayableOrder({ policy });
    const orders = await ordersOf(merchantId, AROUND.length + 1);
    // An order waits two minutes for the word about what could still be paid until then.
    const attempts = await Promise.all(
      orders.map((order, nth) =>
        makeAttempt(order, 'unknown', { payableForMs: (AROUND[nth] ?? IN_TIME) - 120_000 }),
      ),
    );
    for (const { id } of orders) await endOrdersTime(id);
    const words = attempts.flatMap(({ id: attemptId }) =>
      ['notice', 'schedule'].map((actor) =>
        settleOutcome({ attemptId, outcome: SUCCESS, actor, cause: 'test' }),
      ),
    );
    await whileExpiring(Promise.all(words));

    let late = 0n;
    for (const [nth, { id }] of orders.entries()) {
      const { state: order } = await readOrder(id);
      const { state: attempt } = await selectAttempt(attempts[nth]?.id ?? '');
      const topics = await topicsOf(id);
      const wasLate = topics[0] === 'order.expired';
      if (wasLate && policy === 'refund') late += 1n;
      expect({ order, attempt, topics }).toEqual(
        wasLate && policy === 'refund'
          ? { order: 'expired', attempt: 'late_succeeded', topics: ['order.expired'] }
          : {
              order: 'paid',
              attempt: 'succeeded',
              topics: wasLate ? ['order.expired', 'order.paid'] : ['order.paid'],
            },
      );
    }
    expect(await topicsOf(orders.at(-1)?.id ?? '')).toEqual(['order.paid']);
    const all = BigInt(orders.length);
    expect(await minor('late_payments', merchantId)).toBe(late * PRICE);
    expect(await minor('merchant_pending', merchantId)).toBe((all - late) * PRICE);
  },
);
