import { afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { startWebhookReceiver, type WebhookReceiver } from '@/tests/support/webhook-receiver';
import { addEvent, readDelivery, tryAgain, webhookScene } from '@/tests/support/webhook-scene';

beforeAll(() => {
  process.env.WEBHOOK_PRIVATE_TARGETS = '127.0.0.1:*';
});
const receivers: WebhookReceiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});

async function sceneThat(answer?: Parameters<typeof startWebhookReceiver>[0]) {
  const receiver = await startWebhookReceiver(answer);
  receivers.push(receiver);
  const told = () => receiver.received.map(({ body }) => JSON.parse(body) as { type: string });
  return { receiver, told, ...(await webhookScene(receiver.url)) };
}
const topics = ['order.expired', 'order.paid', 'refund.requested', 'refund.succeeded'];

test('what is told about one order is numbered without a gap, however much happens at once', async () => {
  const { id: merchantId } = await seedMerchant();
  const orders = Array.from({ length: 3 }, () => newId('ord') as string);
  // The first one makes the order; then everything at once, with repeats that are no new event.
  for (const orderId of orders) await addEvent({ merchantId, orderId, topic: 'order.closed' });
  const rest = orders.flatMap((orderId) => topics.map((topic) => ({ merchantId, orderId, topic })));
  const again = (event: (typeof rest)[number]) => addEvent(event).catch(() => undefined);
  await Promise.all([...rest, ...rest].map(again));
  for (const orderId of orders) {
    const events = await db().outboxEvent.findMany({
      where: { objectId: orderId },
      orderBy: { sequence: 'asc' },
    });
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(events[0]?.topic).toBe('order.closed');
  }
});

test('an event that is rolled back leaves no gap, and what is skipped as a repeat neither', async () => {
  const { id: merchantId } = await seedMerchant();
  const orderId = newId('ord');
  await addEvent({ merchantId, orderId, topic: 'order.expired' });
  const event = { topic: 'order.paid', merchantId, subjectId: orderId };
  const failure = db().$transaction(async (tx) => {
    await tx.outboxEvent.create({ data: { id: newId('evt'), ...event } });
    throw new Error('the process died here');
  });
  await expect(failure).rejects.toThrow('died');
  const repeat = { ...event, topic: 'order.expired' };
  const both = [repeat, event].map((each) => ({ id: newId('evt'), ...each }));
  expect((await db().outboxEvent.createMany({ data: both, skipDuplicates: true })).count).toBe(1);
  const events = await db().outboxEvent.findMany({ where: { objectId: orderId } });
  expect(events.map(({ sequence }) => sequence).sort()).toEqual([1, 2]);
});

test('an event is not fanned out before the one before it, whichever job comes first', async () => {
  const { merchantId } = await sceneThat();
  const orderId = newId('ord');
  const first = await addEvent({ merchantId, orderId, topic: 'order.closed' });
  const second = await addEvent({ merchantId, orderId, topic: 'order.expired' });
  await Promise.all([second, second, first].map((eventId) => fanOutEvent({ eventId })));
  const made = await db().delivery.findMany({
    where: { objectId: orderId },
    orderBy: { sequence: 'asc' },
  });
  expect(made.map(({ eventId }) => eventId)).toEqual([first, second]);
  expect(made[0]?.nextTryAt).not.toBeNull();
  expect(made[1]?.nextTryAt).toBeNull();
});

test('a later event of an order waits until the earlier one has arrived; other orders do not wait', async () => {
  const { event, told, receiver } = await sceneThat((n) => (n === 1 ? 500 : 204));
  const orderId = newId('ord');
  const first = await event(orderId, 'order.closed');
  const second = await event(orderId, 'order.expired');
  const other = await event();
  await deliverEvent({ deliveryId: first });
  await deliverEvent({ deliveryId: second });
  expect(await readDelivery(second)).toMatchObject({ state: 'pending', tries: 0 });
  await deliverEvent({ deliveryId: other });
  expect(await readDelivery(other)).toMatchObject({ state: 'delivered' });
  await tryAgain(first);
  // Its turn has come, and a job with it.
  expect((await readDelivery(second)).nextTryAt).not.toBeNull();
  await deliverEvent({ deliveryId: second });
  expect(told().map(({ type }) => type)).toEqual([
    ...['order.closed', 'order.expired', 'order.closed', 'order.expired'],
  ]);
  const bodies = receiver.received.slice(2).map(({ body }) => JSON.parse(body) as object);
  expect(bodies).toMatchObject([{ sequence: 1 }, { sequence: 2 }]);
});

test('an earlier event that is given up holds up the later one no longer', async () => {
  const { event, told } = await sceneThat((n) => (n <= 10 ? 500 : 204));
  const orderId = newId('ord');
  const first = await event(orderId, 'order.closed');
  const second = await event(orderId, 'order.expired');
  for (let n = 1; n <= 10; n += 1) await tryAgain(first);
  expect(await readDelivery(first)).toMatchObject({ state: 'exhausted' });
  await deliverEvent({ deliveryId: second });
  expect(await readDelivery(second)).toMatchObject({ state: 'delivered' });
  expect(told().at(-1)).toMatchObject({ type: 'order.expired', sequence: 2 });
});
