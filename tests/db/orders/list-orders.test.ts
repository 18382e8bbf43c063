import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import { listOrders } from '@/lib/orders/list-orders';
import { listRefundsOfMerchant } from '@/lib/refunds/list-refunds-of-merchant';
import { requestRefundByMember } from '@/lib/refunds/request-refund-by-member';
import { listMerchantTimeline } from '@/lib/support/list-merchant-timeline';
import { anyMember } from '@/tests/support/any-member';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { askForRefund, decideRefund, payByCard } from '@/tests/support/factories/settleable';
import { makeMember } from '@/tests/support/make-member';
import { refusalCode } from '@/tests/support/refusal-code';

/** Of ¥68 by balance, of ¥32 by QuickPass and ten days old, and of ¥5 not paid. */
async function seedThree() {
  const { order: first, merchantId } = await makePayableOrder();
  const second = await makeOrderFor(merchantId, { amountMinor: 3_200n });
  const third = await makeOrderFor(merchantId, { amountMinor: 500n });
  const paid = await payFromBalance(first);
  await payByCard(second);
  await pool().query(
    "UPDATE orders SET created_at = created_at - interval '10 days' WHERE id = $1",
    [second.id],
  );
  return { merchantId, first: paid, second, third };
}

test('orders are found by state, way, amount, days and number, page by page, and never another’s', async () => {
  const { merchantId, first, second, third } = await seedThree();
  const found = async (filter: Omit<Parameters<typeof listOrders>[0], 'merchantId'>) =>
    (await listOrders({ merchantId, ...filter })).orders.map(({ id }) => id);
  const [today, old] = [await beijingDay(), await beijingDay(10)];
  expect(await found({})).toEqual([third.id, second.id, first.id]);
  expect(await found({ state: 'paid' })).toEqual([second.id, first.id]);
  expect(await found({ method: 'quickpass' })).toEqual([second.id]);
  expect(await found({ method: 'card' })).toEqual([]);
  expect(await found({ least: cny(500n), most: cny(3_200n) })).toEqual([third.id, second.id]);
  expect(await found({ least: cny(501n), most: cny(3_199n) })).toEqual([]);
  expect(await found({ from: today })).toEqual([third.id, first.id]);
  expect(await found({ from: old, to: old })).toEqual([second.id]);
  expect(await found({ merchantOrderNo: first.merchantOrderNo })).toEqual([first.id]);
  const page = await listOrders({ merchantId, limit: 2 });
  expect(page.next).toBe(second.id);
  expect(await found({ before: page.next ?? '' })).toEqual([first.id]);
  const stranger = await makePayableOrder();
  expect(await found({ merchantOrderNo: stranger.order.merchantOrderNo })).toEqual([]);
});

test('refunds of all orders are listed with what became of each, by state and page by page', async () => {
  const { merchantId, first, second } = await seedThree();
  const by = anyMember(merchantId);
  const done = await askForRefund(first, 100n);
  const failed = await askForRefund(second, 200n);
  await decideRefund(failed, 'failed');
  const underWay = await askForRefund(second, 300n);
  const { refunds } = await listRefundsOfMerchant({ by });
  expect(refunds.map(({ id, state, amount }) => [id, state, amount.amountMinor])).toEqual([
    [underWay.id, underWay.state, 300n],
    [failed.id, 'failed', 200n],
    [done.id, 'succeeded', 100n],
  ]);
  const ended = await listRefundsOfMerchant({ by, states: ['succeeded', 'failed'], limit: 1 });
  expect(ended).toMatchObject({ refunds: [{ id: failed.id }], next: failed.id });
  const rest = await listRefundsOfMerchant({ by, before: failed.id });
  expect(rest.refunds.map(({ merchantOrderNo }) => merchantOrderNo)).toEqual([
    first.merchantOrderNo,
  ]);
  const stranger = anyMember((await makePayableOrder()).merchantId);
  expect((await listRefundsOfMerchant({ by: stranger })).refunds).toEqual([]);
});

test('a merchant’s timeline tells what is its business: no channel’s word, no person of the office, no cause', async () => {
  const { merchantId, first } = await seedThree();
  const by = await makeMember({ merchantId, role: 'support' });
  await askForRefund(first, 100n);
  const asked = { orderId: first.id, merchantRefundNo: newSortableNumber(), amount: cny(200n) };
  const refund = await requestRefundByMember({ by, ...asked });
  const events = await listMerchantTimeline({ orderId: first.id, by });
  const moved = events.flatMap((event) => (event.kind === 'moved' ? [event] : []));
  expect(moved.map(({ type, event }) => `${type}.${event}`)).toEqual(
    expect.arrayContaining(['order.pay', 'attempt.succeed', 'refund.succeed']),
  );
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['made', 'moved']));
  for (const event of moved) {
    expect(event.cause).toBeNull();
    expect(event.actor).not.toMatch(/^usr_/);
  }
  // Who of the merchant's own did something is not somebody of ours.
  const ofMember = moved.filter(({ subjectId }) => subjectId === refund.id);
  expect(ofMember.map(({ actor }) => actor)).toEqual(['merchant']);
  const stranger = anyMember((await makePayableOrder()).merchantId);
  const theirs = listMerchantTimeline({ orderId: first.id, by: stranger });
  expect(await refusalCode(theirs)).toBe('order_not_found');
});
