import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { startWorkers, type Workers } from '@/lib/jobs/workers';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { MOST_AT_ONCE } from '@/lib/webhooks/rules';
import { type LocalGateway, startLocalGateway } from '@/tests/support/local-gateway';
import { SOON } from '@/tests/support/soon';
import { startWebhookReceiver, type WebhookReceiver } from '@/tests/support/webhook-receiver';
import { readDelivery, webhookScene } from '@/tests/support/webhook-scene';

beforeAll(() => {
  process.env.WEBHOOK_PRIVATE_TARGETS = '127.0.0.1:*';
});
let workers: Workers | undefined;
let dead: LocalGateway | undefined;
const receivers: WebhookReceiver[] = [];
afterEach(async () => {
  // What hangs breaks off first, so that nobody waits for its time to be over.
  await dead?.close();
  await workers?.stop();
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});

test('an endpoint that never answers delays no other merchant, and holds only its own few places', async () => {
  let hanging = 0;
  dead = await startLocalGateway(() => {
    hanging += 1;
  });
  const silent = await webhookScene(`${dead.origin}/hook`);
  for (let n = 1; n <= 40; n += 1) await silent.event();
  const receiver = await startWebhookReceiver();
  receivers.push(receiver);
  const prompt = await webhookScene(receiver.url);
  workers = await startWorkers();
  await vi.waitFor(() => expect(hanging).toBe(MOST_AT_ONCE.endpoint), SOON);

  const later = await Promise.all(Array.from({ length: 20 }, () => prompt.event()));
  const arrived = { id: { in: later }, state: 'delivered' as const, tries: 1 };
  await vi.waitFor(async () => {
    expect(await db().delivery.count({ where: arrived })).toBe(20);
  }, SOON);
  expect(receiver.received).toHaveLength(20);
  // All of that while the other one's first tries still hang, and its other 32 notices wait.
  expect(hanging).toBe(MOST_AT_ONCE.endpoint);
  const tried = { merchantId: silent.merchantId, tries: { gt: 0 } };
  expect(await db().delivery.count({ where: tried })).toBe(MOST_AT_ONCE.endpoint);
});

test('a merchant with many notices waiting gets them all, though only a few may be under way', async () => {
  let atOnce = 0;
  let most = 0;
  const receiver = await startWebhookReceiver(async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    // Lets the others come in: whoever is let in meanwhile is counted.
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
    return 204;
  });
  receivers.push(receiver);
  const scene = await webhookScene(receiver.url);
  const made: string[] = [];
  for (let n = 1; n <= 60; n += 1) made.push(await scene.event());
  workers = await startWorkers();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(60), SOON);
  expect(most).toBeLessThanOrEqual(MOST_AT_ONCE.endpoint);
  const last = made.at(-1) ?? '';
  await vi.waitFor(async () => {
    expect(await readDelivery(last)).toMatchObject({ state: 'delivered', tries: 1 });
  }, SOON);
});

test('when a try ends, a merchant’s other endpoint at which nothing happens is called from the line, too', async () => {
  const receiver = await startWebhookReceiver();
  receivers.push(receiver);
  const scene = await webhookScene(receiver.url);
  const { merchantId, endpointId: busy } = scene;
  const { id: idle } = await createWebhookEndpoint({ merchantId, url: receiver.url });
  const [first = ''] = [await scene.event(), await scene.event(), await scene.event()];
  await db().$executeRaw`
    UPDATE deliveries SET in_line = true WHERE merchant_id = ${merchantId} AND id <> ${first}`;
  const inLine = (endpointId: string) =>
    db().delivery.count({ where: { endpointId, inLine: true } });
  expect([await inLine(busy), await inLine(idle)]).toEqual([2, 3]);
  await deliverEvent({ deliveryId: first });
  expect([await inLine(busy), await inLine(idle)]).toEqual([0, 2]);
});
