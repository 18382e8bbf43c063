import { Webhook } from 'standardwebhooks';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { sweepDeliveries } from '@/lib/webhooks/sweep-deliveries';
import { makePaidOrder } from '@/tests/support/factories/paid-order';
import { startWebhookReceiver, type WebhookReceiver } from '@/tests/support/webhook-receiver';

beforeAll(() => {
  process.env.WEBHOOK_PRIVATE_TARGETS = '127.0.0.1:*';
});
const receivers: WebhookReceiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});

async function receiverThat(answer?: Parameters<typeof startWebhookReceiver>[0]) {
  const receiver = await startWebhookReceiver(answer);
  receivers.push(receiver);
  return receiver;
}

/** A delivery of a new paid order's event to the address, due now. */
async function makeDelivery(url: string) {
  const { order, endpoints, merchantId } = await makePaidOrder([url]);
  const event = await db().outboxEvent.findFirstOrThrow({ where: { subjectId: order.id } });
  await fanOutEvent({ eventId: event.id });
  const { id } = await db().delivery.findFirstOrThrow({ where: { eventId: event.id } });
  return { deliveryId: id, eventId: event.id, secret: String(endpoints[0]?.secret), merchantId };
}

const read = (id: string) => db().delivery.findUniqueOrThrow({ where: { id } });
const triesOf = async (deliveryId: string) =>
  (await db().deliveryTry.findMany({ where: { deliveryId }, orderBy: { id: 'asc' } })).map(
    ({ status, problem }) => [status, problem],
  );
/** Lets the wait for the next try be over. */
const endWait = (id: string) =>
  db().$executeRaw`UPDATE deliveries SET next_try_at = now() WHERE id = ${id}`;
const jobsOf = (id: string) =>
  db().$queryRaw<{ startAfter: Date }[]>`
    SELECT start_after AS "startAfter" FROM pgboss.job
     WHERE name IN ('deliver-event', 'deliver-slowly') AND data->>'deliveryId' = ${id} ORDER BY start_after`;

test('an endpoint that fails twice gets the same notice until it takes it, verifiable each time', async () => {
  const receiver = await receiverThat((n) => (n <= 2 ? 500 : 204));
  const { deliveryId, eventId, secret } = await makeDelivery(receiver.url);
  /** Since before and since after the try: the wait was begun in between. */
  const waitsSeconds: [number, number][] = [];
  for (let n = 1; n <= 3; n += 1) {
    const before = Date.now();
    await deliverEvent({ deliveryId });
    const { nextTryAt } = await read(deliveryId);
    const since = (moment: number) => (Number(nextTryAt) - moment) / 1000;
    if (nextTryAt) waitsSeconds.push([since(before), since(Date.now())]);
    await endWait(deliveryId);
  }
  expect(receiver.received).toHaveLength(3);
  for (const { headers, body } of receiver.received) {
    expect(headers['webhook-id']).toBe(eventId);
    expect(headers['content-type']).toBe('application/json');
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'order.paid' });
    expect(body).toBe(receiver.received[0]?.body);
  }
  expect(waitsSeconds[0]?.[0]).toBeGreaterThan(4.5);
  expect(waitsSeconds[0]?.[1]).toBeLessThan(8);
  expect(waitsSeconds[1]?.[0]).toBeGreaterThan(299);
  expect(waitsSeconds[1]?.[1]).toBeLessThan(333);
  expect(await triesOf(deliveryId)).toEqual([
    [500, 'status'],
    [500, 'status'],
    [204, null],
  ]);
  expect(await read(deliveryId)).toMatchObject({ state: 'delivered', tries: 3 });
});

test('the next try’s job is there as soon as a try has failed, for the moment it is due', async () => {
  const receiver = await receiverThat(() => 503);
  const { deliveryId } = await makeDelivery(receiver.url);
  await deliverEvent({ deliveryId });
  const { nextTryAt } = await read(deliveryId);
  const jobs = await jobsOf(deliveryId);
  expect(jobs).toHaveLength(2);
  expect(jobs[1]?.startAfter).toEqual(nextTryAt);
});

test('a delivery that is not due, under way or done is not tried', async () => {
  const receiver = await receiverThat((n) => (n === 1 ? 500 : 204));
  const { deliveryId } = await makeDelivery(receiver.url);
  await Promise.all(Array.from({ length: 5 }, () => deliverEvent({ deliveryId })));
  expect(receiver.received).toHaveLength(1);
  await deliverEvent({ deliveryId });
  expect(receiver.received).toHaveLength(1);
  await endWait(deliveryId);
  await deliverEvent({ deliveryId });
  await endWait(deliveryId);
  await deliverEvent({ deliveryId });
  expect(receiver.received).toHaveLength(2);
});

test('after ten tries nobody is bothered again', async () => {
  const receiver = await receiverThat(() => 500);
  const { deliveryId } = await makeDelivery(receiver.url);
  for (let n = 1; n <= 10; n += 1) {
    expect(await read(deliveryId)).toMatchObject({ state: 'pending', tries: n - 1 });
    await endWait(deliveryId);
    await deliverEvent({ deliveryId });
  }
  expect(await read(deliveryId)).toMatchObject({ state: 'exhausted', nextTryAt: null });
  await endWait(deliveryId);
  await deliverEvent({ deliveryId });
  expect(receiver.received).toHaveLength(10);
});

test('an endpoint that says it is gone is switched off, with all that was waiting for it', async () => {
  const receiver = await receiverThat((n) => (n === 1 ? 410 : 204));
  const { deliveryId, merchantId } = await makeDelivery(receiver.url);
  const { endpointId } = await read(deliveryId);
  await deliverEvent({ deliveryId });
  expect(await read(deliveryId)).toMatchObject({ state: 'exhausted' });
  expect(await listWebhookEndpoints(merchantId)).toEqual([]);

  const { eventId } = await makeDelivery(receiver.url);
  const waiting = { id: newId('dlv'), eventId, endpointId, merchantId, body: '{}' };
  await db().delivery.create({ data: { ...waiting, nextTryAt: new Date(Date.now() - 1_000) } });
  await deliverEvent({ deliveryId: waiting.id });
  expect(await read(waiting.id)).toMatchObject({ state: 'exhausted' });
  expect(receiver.received).toHaveLength(1);
});

test('a delivery whose worker died, and whose job got lost, is found and enqueued once', async () => {
  const { deliveryId } = await makeDelivery('http://127.0.0.1:9/hook');
  await db().$executeRaw`DELETE FROM pgboss.job WHERE data->>'deliveryId' = ${deliveryId}`;
  await sweepDeliveries();
  expect(await jobsOf(deliveryId)).toHaveLength(0);
  await db().$executeRaw`
    UPDATE deliveries SET next_try_at = now() - interval '31 seconds' WHERE id = ${deliveryId}`;
  await Promise.all([sweepDeliveries(), sweepDeliveries(), sweepDeliveries()]);
  await sweepDeliveries();
  const jobs = await jobsOf(deliveryId);
  // Two, when a minute's slot ended in between.
  expect(jobs.length).toBeGreaterThanOrEqual(1);
  expect(jobs.length).toBeLessThanOrEqual(2);
});
