import { afterEach, expect, test, vi } from 'vitest';
import { databaseNow } from '@/lib/core/clock';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { browserHash } from '@/lib/orders/browser-hash';
import { noteScan } from '@/lib/orders/note-scan';
import type { Order } from '@/lib/orders/order';
import { findOrderMark } from '@/lib/payments/find-order-mark';
import { selectMarks } from '@/lib/payments/order-mark-store';
import { createOrderWatch } from '@/lib/payments/order-watch';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { watchOrder } from '@/lib/payments/watch-order';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import {
  endOrdersTime,
  makeAttempt,
  makePayableOrder,
} from '@/tests/support/factories/payable-order';
import { SOON } from '@/tests/support/soon';

const leaving: AbortController[] = [];
afterEach(() => {
  for (const each of leaving.splice(0)) each.abort();
});

/** Watches as one open page does; answers what it has heard. */
async function follow({ payToken }: Pick<Order, 'payToken'>, address = newSortableNumber()) {
  const heard: string[] = [];
  const left = new AbortController();
  leaving.push(left);
  const found = await findOrderMark(payToken);
  if (!found) return undefined;
  const leave = () => left.abort();
  const watched = watchOrder({
    ...found,
    address,
    tell: (mark) => heard.push(mark),
    end: leave,
    signal: left.signal,
  });
  return { heard, watched, leave, ended: () => left.signal.aborted };
}

const markOf = async ({ id }: Order) => (await selectMarks([id])).get(id);

/** Does it, and says that the order's page would be another one for it. */
async function expectChange(order: Order, change: () => Promise<unknown>): Promise<void> {
  const before = await markOf(order);
  expect(await markOf(order)).toBe(before);
  await change();
  expect(await markOf(order)).not.toBe(before);
}

test('each thing that somebody else may do to an order changes its mark; the asking does not', async () => {
  const { order } = await makePayableOrder();
  const { order: other } = await makePayableOrder();
  const othersMark = await markOf(other);
  const sql = (text: string, ...values: unknown[]) => pool().query(text, values);

  await expectChange(order, () => noteScan({ token: order.payToken, device: 'a-phone' }));
  const attempt = await makeAttempt(order);
  const before = await markOf(order);
  await sql(
    'UPDATE attempts SET asks = asks + 1, last_ask_at = now(), next_ask_at = now(), updated_at = now()',
  );
  expect(await markOf(order)).toBe(before);
  const changes = [
    `host_result = 'cancel'`,
    `next_step = '{"type": "redirect", "url": "https://pay.example"}'`,
    `payable_until = now() + interval '5 minutes'`,
    `payable_until = now() - interval '1 second'`,
    `state = 'unknown'`,
  ];
  for (const change of changes) {
    await expectChange(order, () => sql(`UPDATE attempts SET ${change} WHERE id = $1`, attempt.id));
  }
  // A minute after the request the page says another time for the result.
  await expectChange(order, () =>
    sql(
      `UPDATE attempts SET requested_at = requested_at - interval '1 minute' WHERE id = $1`,
      attempt.id,
    ),
  );
  // … and two minutes after the time to pay it says none any more: the clock alone changes the mark.
  await sql(
    `UPDATE attempts SET payable_until = now() - interval '119 seconds' WHERE id = $1`,
    attempt.id,
  );
  const expected = await markOf(order);
  await vi.waitFor(async () => expect(await markOf(order)).not.toBe(expected), SOON);
  await expectChange(order, () =>
    settleOutcome({
      attemptId: attempt.id,
      outcome: { kind: 'failed', reason: 'declined', evidence: {} },
      actor: 'test',
      cause: 'test',
    }),
  );
  await expectChange(order, () => endOrdersTime(order.id));
  expect(await markOf(other)).toBe(othersMark);
});

test('an order that is paid has another mark', async () => {
  const { order } = await makePayableOrder();
  await expectChange(order, () => payFromBalance(order));
});

test('the mark of a page is the one that its watchers are told', async () => {
  const { order } = await makePayableOrder();
  const page = await follow(order);
  expect(page?.watched).toBe(true);
  expect(page?.heard).toEqual([await markOf(order)]);
});

test('a change is told to all who watch that order, by one question for all orders', async () => {
  const orders = await Promise.all(Array.from({ length: 40 }, () => makePayableOrder()));
  const read = vi.fn(selectMarks);
  const failed = vi.fn();
  const watch = createOrderWatch({ read, failed, everyMs: 50 });
  const heard = new Map<string, number>();
  const ends = [];
  for (const { order } of orders) {
    const mark = String(await markOf(order));
    for (let page = 0; page < 5; page += 1) {
      ends.push(
        watch.watch({
          orderId: order.id,
          mark,
          address: order.id,
          tell: () => heard.set(order.id, (heard.get(order.id) ?? 0) + 1),
          end: failed,
        }),
      );
    }
  }
  const [first, second] = orders.map(({ order }) => order);
  if (!first || !second) throw new Error('no orders');
  await Promise.all([first, second].map((order) => makeAttempt(order)));
  await vi.waitFor(() => expect([...heard.values()]).toEqual([5, 5]), SOON);
  expect([...heard.keys()].sort()).toEqual([first.id, second.id].sort());
  for (const [orderIds] of read.mock.calls.slice(-1)) expect(orderIds).toHaveLength(40);
  expect(failed).not.toHaveBeenCalled();
  for (const end of ends) end?.();
  expect(watch.watchers).toBe(0);
});

test('of nine pages of one order the oldest is ended and hears nothing more, the newest is watched', async () => {
  const { order } = await makePayableOrder();
  const pages: Awaited<ReturnType<typeof follow>>[] = [];
  for (let n = 0; n < 9; n += 1) pages.push(await follow(order));
  expect(pages.map((page) => page?.watched)).toEqual(Array(9).fill(true));
  expect(pages.map((page) => page?.ended())).toEqual([true, ...Array(8).fill(false)]);
  await makeAttempt(order);
  await vi.waitFor(() => expect(pages[8]?.heard).toHaveLength(2), SOON);
  expect(pages[0]?.heard).toHaveLength(1);
});

test('forty pages at one address are watched, whatever their orders, and no more; others are not kept out', async () => {
  const orders = await Promise.all(Array.from({ length: 6 }, () => makePayableOrder()));
  const open = orders.flatMap(({ order }) => Array(7).fill(order) as Order[]).slice(0, 41);
  const here = newSortableNumber();
  const pages = [];
  for (const order of open) pages.push(await follow(order, here));
  expect(pages.map((page) => page?.watched)).toEqual([...Array(40).fill(true), false]);
  const order = orders.at(-1)?.order;
  if (!order) throw new Error('no order');
  expect((await follow(order))?.watched).toBe(true);
  pages[0]?.leave();
  expect((await follow(order, here))?.watched).toBe(true);
});

test('whoever left before the order was read is not watched, and an unknown order has no mark', async () => {
  const { order } = await makePayableOrder();
  const found = await findOrderMark(order.payToken);
  if (!found) throw new Error('no mark');
  const [tell, end] = [vi.fn(), vi.fn()];
  const page = { ...found, address: 'x', tell, end, signal: AbortSignal.abort() };
  expect(watchOrder(page)).toBe(true);
  expect(tell).not.toHaveBeenCalled();
  expect(await follow({ payToken: 'x'.repeat(43) })).toBeUndefined();
});

test('whoever makes up phones that scan leaves eight of them at most, and one new mark in two seconds', async () => {
  const { order } = await makePayableOrder();
  const scan = (device: string) => noteScan({ token: order.payToken, device });
  const hashes = async () => {
    const { rows } = await pool().query(
      'SELECT device_hash FROM order_scans WHERE order_id = $1 ORDER BY scanned_at',
      [order.id],
    );
    return rows.map(({ device_hash: hash }) => hash);
  };
  const began = await databaseNow();
  await Promise.all(Array.from({ length: 30 }, (_, n) => scan(`made-up-${n}`)));
  const tookMs = (await databaseNow()).getTime() - began.getTime();
  // One, unless this machine took longer than two seconds for all of them.
  expect((await hashes()).length).toBeLessThanOrEqual(1 + Math.floor(tookMs / 2_000));
  const scannedAt = (sql: string) =>
    pool().query(`UPDATE order_scans SET scanned_at = ${sql} WHERE order_id = $1`, [order.id]);
  // So that the two seconds are not over before this test has looked.
  await scannedAt("now() + interval '1 minute'");
  const mark = await markOf(order);
  await scan('one-more');
  expect(await markOf(order)).toBe(mark);
  await scannedAt('now()');
  const later = () =>
    pool().query(
      `UPDATE order_scans SET scanned_at = scanned_at - interval '3 seconds' WHERE order_id = $1`,
      [order.id],
    );
  for (let n = 0; n < 10; n += 1) {
    await later();
    await scan(`phone-${n}`);
  }
  expect(await hashes()).toEqual(
    Array.from({ length: 8 }, (_, n) => browserHash(`phone-${n + 2}`)),
  );
});
