import { afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { setWebhookEndpoint } from '@/lib/merchants/set-webhook-endpoint';
import { switchWebhookEndpoint } from '@/lib/merchants/switch-webhook-endpoint';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { getDelivery } from '@/lib/webhooks/get-delivery';
import { getEvent } from '@/lib/webhooks/get-event';
import { listDeliveries } from '@/lib/webhooks/list-deliveries';
import { listEvents } from '@/lib/webhooks/list-events';
import { resendDeliveries } from '@/lib/webhooks/resend-deliveries';
import { resendDelivery } from '@/lib/webhooks/resend-delivery';
import { resendEvent } from '@/lib/webhooks/resend-event';
import { MOST_AT_ONCE } from '@/lib/webhooks/rules';
import { sendTestEvent } from '@/lib/webhooks/send-test-event';
import { makeStaff } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';
import { startWebhookReceiver, type WebhookReceiver } from '@/tests/support/webhook-receiver';
import { addEvent, readDelivery, tryAgain, webhookScene } from '@/tests/support/webhook-scene';

beforeAll(() => {
  process.env.WEBHOOK_PRIVATE_TARGETS = '127.0.0.1:*';
});
const receivers: WebhookReceiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});
async function sceneThat(answer: (n: number) => number = () => 204) {
  const receiver = await startWebhookReceiver(answer);
  receivers.push(receiver);
  return { receiver, ...(await webhookScene(receiver.url)) };
}
const RANGE = { from: new Date(0), to: new Date('2100-01-01'), topics: [] };

test('what arrived, and what was given up, is sent again under the same id and text', async () => {
  const { receiver, by, event } = await sceneThat((n) => (n <= 10 ? 500 : 204));
  const lost = await event();
  for (let n = 1; n <= 10; n += 1) await tryAgain(lost);
  await resendDelivery({ by, deliveryId: lost });
  await deliverEvent({ deliveryId: lost });
  expect(await readDelivery(lost)).toMatchObject({ state: 'delivered', tries: 11 });
  await resendDelivery({ by, deliveryId: lost });
  await deliverEvent({ deliveryId: lost });
  expect(receiver.received).toHaveLength(12);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
});

test('what had arrived and fails when it is sent again has arrived all the same', async () => {
  const { by, event } = await sceneThat((n) => (n === 1 ? 204 : 410));
  const deliveryId = await event();
  await deliverEvent({ deliveryId });
  await resendDelivery({ by, deliveryId });
  await deliverEvent({ deliveryId });
  expect(await readDelivery(deliveryId)).toMatchObject({ state: 'delivered' });
  expect(await refusalCode(resendDelivery({ by, deliveryId }))).toBe('endpoint_off');
});

test('neither the merchant nor the office sends again what is just being tried or whose endpoint is off; the office nothing that arrived', async () => {
  const staff = await makeStaff('senior_agent');
  const { by, endpointId, event } = await sceneThat();
  const deliveryId = await event();
  const office = () => refusalCode(resendEvent({ by: staff, deliveryId }));
  const member = () => refusalCode(resendDelivery({ by, deliveryId }));
  const underWayFor = (seconds: number) => db().$executeRaw`
    UPDATE deliveries SET under_way_until = clock_timestamp() + make_interval(secs => ${seconds}::float8)
     WHERE id = ${deliveryId}`;
  await underWayFor(60);
  expect([await office(), await member()]).toEqual(['delivery_under_way', 'delivery_under_way']);
  await underWayFor(-1);
  expect([await office(), await member()]).toEqual(['fine', 'fine']);
  await deliverEvent({ deliveryId });
  expect(await office()).toBe('state_conflict');
  expect(await readDelivery(deliveryId)).toMatchObject({ state: 'delivered', tries: 1 });
  expect(await member()).toBe('fine');
  await switchWebhookEndpoint({ by, endpointId, on: false });
  expect([await office(), await member()]).toEqual(['endpoint_off', 'endpoint_off']);
});

test('what an endpoint missed while it was off is counted first, then sent, in order, once', async () => {
  const { receiver, by, endpointId, merchantId, event } = await sceneThat();
  await deliverEvent({ deliveryId: await event() });
  await switchWebhookEndpoint({ by, endpointId, on: false });
  const orderId = newId('ord');
  for (const topic of ['order.closed', 'order.expired']) {
    await fanOutEvent({ eventId: await addEvent({ merchantId, orderId, topic }) });
  }
  const missed = { by, endpointId, ...RANGE, which: 'missed' as const };
  expect(await resendDeliveries({ ...missed, countOnly: true })).toEqual({ count: 2 });
  expect(await refusalCode(resendDeliveries(missed))).toBe('endpoint_off');
  await switchWebhookEndpoint({ by, endpointId, on: true });
  const closed = { ...missed, topics: ['order.closed'], countOnly: true };
  expect(await resendDeliveries(closed)).toEqual({ count: 1 });
  const past = { ...missed, to: new Date('2020-01-01'), countOnly: true };
  expect(await resendDeliveries(past)).toEqual({ count: 0 });
  expect(await resendDeliveries(missed)).toEqual({ count: 2 });
  expect(await resendDeliveries(missed)).toEqual({ count: 0 });
  for (;;) {
    const due = await db().delivery.findFirst({
      where: { endpointId, state: 'pending', nextTryAt: { not: null } },
    });
    if (!due) break;
    await deliverEvent({ deliveryId: due.id });
  }
  const types = receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  expect(types.slice(1)).toEqual(['order.closed', 'order.expired']);

  const all = { ...missed, which: 'all' as const };
  expect(await resendDeliveries({ ...all, countOnly: true })).toEqual({ count: 3 });
});

test('of a great many that are sent again a few are at it at once, and the others stand in line', async () => {
  const { receiver, by, endpointId, event } = await sceneThat();
  for (let n = 1; n <= 12; n += 1) await event();
  await db().$executeRaw`
    UPDATE deliveries SET state = 'exhausted', next_try_at = NULL WHERE endpoint_id = ${endpointId}`;
  await db().$executeRaw`
    DELETE FROM pgboss.job WHERE data->>'deliveryId' IN
      (SELECT id FROM deliveries WHERE endpoint_id = ${endpointId})`;
  expect(await resendDeliveries({ by, endpointId, ...RANGE, which: 'missed' })).toEqual({
    count: 12,
  });
  const called = () => db().$queryRaw<{ id: string }[]>`
    SELECT j.data->>'deliveryId' AS id FROM pgboss.job j
      JOIN deliveries d ON d.id = j.data->>'deliveryId'
     WHERE d.endpoint_id = ${endpointId} ORDER BY j.created_on, j.id`;
  expect(await called()).toHaveLength(MOST_AT_ONCE.endpoint);
  // Each that arrives calls two more, until all have been called.
  const done = new Set<string>();
  for (;;) {
    const next = (await called()).find(({ id }) => !done.has(id));
    if (!next) break;
    await deliverEvent({ deliveryId: next.id });
    done.add(next.id);
  }
  expect(receiver.received).toHaveLength(12);
});

test('an endpoint that names topics is told about these only, and the events are listed all the same', async () => {
  const { by, endpointId, merchantId, event } = await sceneThat();
  const before = await event();
  await setWebhookEndpoint({ by, endpointId, topics: ['order.expired'] });
  const orderId = newId('ord');
  const closed = await addEvent({ merchantId, orderId, topic: 'order.closed' });
  const expired = await addEvent({ merchantId, orderId, topic: 'order.expired' });
  await fanOutEvent({ eventId: expired });
  const { deliveries } = await listDeliveries({ merchantId });
  expect(deliveries.map(({ eventId }) => eventId)).toEqual([
    expired,
    (await readDelivery(before)).eventId,
  ]);
  const { events, next } = await listEvents({ merchantId, objectId: orderId, limit: 1 });
  expect(events.map(({ id }) => id)).toEqual([expired]);
  const rest = await listEvents({ merchantId, objectId: orderId, before: next ?? '' });
  expect(rest).toMatchObject({ events: [{ id: closed, sequence: 1 }], next: null });
  expect(JSON.parse(rest.events[0]?.body ?? '')).toMatchObject({
    ...{ type: 'order.closed', sequence: 1, data: { order_id: orderId, state: 'closed' } },
  });
});

test('nothing of a merchant is seen, sent or changed by another one, nor by who may not', async () => {
  const own = await sceneThat();
  const { by: other, merchantId: elsewhere } = await sceneThat();
  const deliveryId = await own.event();
  const { eventId } = await readDelivery(deliveryId);
  const { endpointId } = own;
  const missed = { endpointId, ...RANGE, which: 'all' as const };
  expect(await refusalCode(getEvent({ merchantId: elsewhere, eventId }))).toBe('event_not_found');
  expect(await refusalCode(getDelivery({ merchantId: elsewhere, deliveryId }))).toBe(
    'delivery_not_found',
  );
  expect(await refusalCode(resendDelivery({ by: other, deliveryId }))).toBe('delivery_not_found');
  for (const call of [
    () => resendDeliveries({ by: other, ...missed }),
    () => sendTestEvent({ by: other, endpointId }),
    () => setWebhookEndpoint({ by: other, endpointId, topics: [] }),
  ]) {
    expect(await refusalCode(call())).toBe('endpoint_not_found');
  }
  const support: MerchantActor = { ...own.by, merchantRole: 'support' };
  for (const call of [
    () => resendDelivery({ by: support, deliveryId }),
    () => resendDeliveries({ by: support, ...missed }),
    () => sendTestEvent({ by: support, endpointId }),
  ]) {
    expect(await refusalCode(call())).toBe('not_permitted');
  }
});
