import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { getFigures } from '@/lib/insights/get-figures';
import { middleSpan } from '@/lib/insights/rules';
import { sweepFigures } from '@/lib/insights/sweep-figures';
import { noteOpening } from '@/lib/orders/note-opening';
import type { Order } from '@/lib/orders/order';
import { anyMember } from '@/tests/support/any-member';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import {
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
} from '@/tests/support/factories/payable-order';
import { askForRefund, decideRefund, payByCard } from '@/tests/support/factories/settleable';

/** As if all of an order had happened so many days, or seconds, before. */
async function move({ id }: Order, { days = 0, openedBefore = 0 }): Promise<void> {
  await pool().query(
    `UPDATE orders SET created_at = created_at - make_interval(days => $2),
                       paid_at = paid_at - make_interval(days => $2) WHERE id = $1`,
    [id, days],
  );
  await pool().query(
    'UPDATE attempts SET created_at = created_at - make_interval(days => $2) WHERE order_id = $1',
    [id, days],
  );
  await pool().query(
    `UPDATE order_openings p SET opened_at = o.paid_at - make_interval(secs => $2)
       FROM orders o WHERE o.id = p.order_id AND o.id = $1 AND o.paid_at IS NOT NULL`,
    [id, openedBefore],
  );
}

/** Two paid orders of today, one given up, one only opened; one paid five days ago; a refund, and one that failed. */
async function seedStory() {
  const { order: first, merchantId } = await makePayableOrder();
  const [second, left, seen, old] = await Promise.all(
    [3_200n, 500n, 700n, 1_100n].map((amountMinor) => makeOrderFor(merchantId, { amountMinor })),
  );
  if (!second || !left || !seen || !old) throw new Error('no orders');
  for (const [place, order] of [first, second, left, seen, old].entries()) {
    await noteOpening({ orderId: order.id, device: `device-${place}` });
  }
  await payFromBalance(first);
  await makeAttempt(second, 'failed');
  await payByCard(second);
  await makeAttempt(left, 'superseded');
  await payByCard(old);
  await move(first, { openedBefore: 10 });
  await move(second, { openedBefore: 70 });
  await move(old, { days: 5, openedBefore: 5_000 });
  await askForRefund(first, 1_000n);
  await decideRefund(await askForRefund(second, 200n), 'failed');
  return { merchantId, by: anyMember(merchantId) };
}

const TODAY = {
  ...{ orders: 4, opened: 4, chosen: 3, finished: 2, payments: 2, paidMinor: 10_000n },
  ...{ refunds: 1, refundedMinor: 1_000n, payTimes: [1, 0, 0, 1, 0, 0, 0] },
};

test('today is counted as it is: money, funnel, ways, refunds and how long paying took', async () => {
  const { by } = await seedStory();
  const stranger = await getFigures({ by: anyMember((await seedMerchant()).id), days: 1 });
  expect(stranger.total).toMatchObject({ orders: 0, payments: 0, paidMinor: 0n });
  const figures = await getFigures({ by, days: 1 });
  const day = await beijingDay();
  expect(figures.byDay).toEqual([{ day, ...TODAY, succeeded: 2, failed: 1 }]);
  expect(figures.total).toEqual(TODAY);
  expect(figures.byHour).toHaveLength(24);
  expect(figures.byHour.reduce((sum, { paidMinor }) => sum + paidMinor, 0n)).toBe(10_000n);
  expect(figures.ways).toEqual([
    { method: 'balance', channel: 'balance', tries: 1, succeeded: 1, failed: 0, paidMinor: 6_800n },
    {
      method: 'quickpass',
      channel: 'unionpay',
      tries: 3,
      succeeded: 1,
      failed: 1,
      paidMinor: 3_200n,
    },
  ]);
});

test('days that were counted by the job say the same as days counted now, and are counted once a day', async () => {
  const { merchantId, by } = await seedStory();
  const before = await getFigures({ by, days: 7 });
  expect(before.byDay.map(({ paidMinor }) => paidMinor)).toEqual([
    0n,
    1_100n,
    0n,
    0n,
    0n,
    0n,
    10_000n,
  ]);
  expect(before.total.payTimes).toEqual([1, 0, 0, 1, 0, 0, 1]);
  // Each day by itself: how its tries ended, and how long its payments took.
  expect(before.byDay.map(({ succeeded, failed }) => `${succeeded}/${failed}`).join(' ')).toBe(
    '0/0 1/0 0/0 0/0 0/0 0/0 2/1',
  );
  expect(before.byDay.map(({ payTimes }) => middleSpan(payTimes))).toEqual([
    ...[undefined, 6, undefined, undefined, undefined, undefined, 0],
  ]);
  while ((await sweepFigures()) > 0);
  const kept = async () =>
    (
      await pool().query(
        'SELECT count(*)::int AS days, sum(paid_minor)::text AS paid FROM merchant_days WHERE merchant_id = $1',
        [merchantId],
      )
    ).rows;
  expect(await kept()).toEqual([{ days: 91, paid: '1100' }]);
  expect(await getFigures({ by, days: 7 })).toEqual(before);
  expect(await getFigures({ by, days: 30 })).toMatchObject({ total: before.total });
  // What was counted is what is shown, so that a year of orders costs a page nothing.
  await pool().query('UPDATE merchant_days SET paid_minor = 42 WHERE merchant_id = $1', [
    merchantId,
  ]);
  const shown = await getFigures({ by, days: 7 });
  expect(shown.byDay.map(({ paidMinor }) => paidMinor)).toEqual([
    42n,
    42n,
    42n,
    42n,
    42n,
    0n,
    10_000n,
  ]);
  // … also in a period that began before the merchant came.
  expect((await getFigures({ by, days: 90 })).total.paidMinor).toBe(88n * 42n + 10_000n);
  // … and the recent days are counted anew on the next day.
  await pool().query(
    "UPDATE merchant_days SET counted_at = now() - interval '1 day' WHERE merchant_id = $1",
    [merchantId],
  );
  while ((await sweepFigures()) > 0);
  // Nothing of a day changes after thirty-three: those 59 stay as they were counted.
  expect(await kept()).toEqual([{ days: 91, paid: String(1_100 + 59 * 42) }]);
});
