import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { relayOutbox } from '@/lib/webhooks/relay-outbox';
import { sweepDeliveries } from '@/lib/webhooks/sweep-deliveries';
import { makePaidOrder } from '@/tests/support/factories/paid-order';

const HOOKS = ['http://127.0.0.1:9/a', 'http://127.0.0.1:9/b'];
const eventOf = (orderId: string) =>
  db().outboxEvent.findFirstOrThrow({ where: { subjectId: orderId } });
const jobs = (name: string, key: string, value: string) =>
  db().$queryRaw<{ id: string }[]>`
    SELECT id FROM pgboss.job WHERE name = ${name} AND data->>${key} = ${value}`;

async function relayAll(): Promise<void> {
  while ((await relayOutbox()) > 0);
}

test('however many relays run at once, each event becomes one job', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => makePaidOrder()));
  await Promise.all(Array.from({ length: 6 }, relayAll));
  for (const { order } of made) {
    const event = await eventOf(order.id);
    expect(event.relayedAt).not.toBeNull();
    expect(await jobs('fan-out-event', 'eventId', event.id)).toHaveLength(1);
  }
  expect(await relayOutbox()).toBe(0);
});

test('a relay that is rolled back leaves the event to the next one', async () => {
  const { order } = await makePaidOrder();
  const { id } = await eventOf(order.id);
  const failure = db().$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE outbox_events SET relayed_at = now() WHERE id = ${id}`;
    await enqueueJob(tx, 'fan-out-event', { eventId: id });
    throw new Error('the process died here');
  });
  await expect(failure).rejects.toThrow('died');
  expect(await jobs('fan-out-event', 'eventId', id)).toEqual([]);
  await relayAll();
  expect(await jobs('fan-out-event', 'eventId', id)).toHaveLength(1);
});

test('a job enqueued in a transaction that is rolled back never exists', async () => {
  const attemptId = newId('att');
  const failure = inTransaction(async (tx) => {
    await enqueueJob(tx, 'resolve-attempt', { attemptId });
    throw new Error('changed my mind');
  });
  await expect(failure).rejects.toThrow('changed my mind');
  expect(await jobs('resolve-attempt', 'attemptId', attemptId)).toEqual([]);
});

test('a job for a queue that was never made is refused, not dropped', async () => {
  const name = 'no-such-queue' as 'resolve-attempt';
  const sent = inTransaction((tx) => enqueueJob(tx, name, { attemptId: 'att_1' }));
  await expect(sent).rejects.toThrow('there is no queue');
});

test('each live endpoint gets one delivery of an event, however often it is fanned out', async () => {
  const { order, endpoints } = await makePaidOrder(HOOKS);
  const { id: eventId } = await eventOf(order.id);
  await Promise.all(Array.from({ length: 5 }, () => fanOutEvent({ eventId })));
  const deliveries = await db().delivery.findMany({ where: { eventId } });
  expect(deliveries.map((each) => each.endpointId).sort()).toEqual(
    endpoints.map((each) => each.id).sort(),
  );
  for (const { id } of deliveries) {
    expect(await jobs('deliver-event', 'deliveryId', id)).toHaveLength(1);
  }
});

test('an event whose job was given up is found and enqueued, once in a while', async () => {
  const { order } = await makePaidOrder(HOOKS);
  const { id: eventId } = await eventOf(order.id);
  const relayed = (minutes: number) => db().$executeRaw`
    UPDATE outbox_events SET relayed_at = now() - make_interval(mins => ${minutes}::int) WHERE id = ${eventId}`;
  await relayed(14);
  await sweepDeliveries();
  expect(await jobs('fan-out-event', 'eventId', eventId)).toEqual([]);
  await relayed(16);
  await Promise.all([sweepDeliveries(), sweepDeliveries()]);
  await sweepDeliveries();
  // Two, when a slot of a quarter of an hour ended in between.
  const found = await jobs('fan-out-event', 'eventId', eventId);
  expect([1, 2]).toContain(found.length);
  await fanOutEvent({ eventId });
  expect(await db().delivery.count({ where: { eventId } })).toBe(2);
});

test('what the merchant is told is the order as it was paid', async () => {
  const { order } = await makePaidOrder(HOOKS.slice(0, 1));
  const event = await eventOf(order.id);
  await fanOutEvent({ eventId: event.id });
  const { body } = await db().delivery.findFirstOrThrow({ where: { eventId: event.id } });
  expect(JSON.parse(body)).toEqual({
    type: 'order.paid',
    timestamp: event.createdAt.toISOString(),
    sequence: 1,
    data: {
      order_id: order.id,
      merchant_order_no: order.merchantOrderNo,
      amount: 6800,
      currency: 'CNY',
      state: 'paid',
      method: 'balance',
      channel: 'balance',
      customer_reference: 'alice',
      metadata: {},
      paid_at: order.paidAt?.toISOString(),
    },
  });
  // The page's address is the shopper's key: it is nobody else's business.
  expect(body).not.toContain(order.payToken);
});

test('a merchant without endpoints is told nothing, and nothing waits', async () => {
  const { order } = await makePaidOrder();
  const { id: eventId } = await eventOf(order.id);
  await fanOutEvent({ eventId });
  expect(await db().delivery.count({ where: { eventId } })).toBe(0);
});
