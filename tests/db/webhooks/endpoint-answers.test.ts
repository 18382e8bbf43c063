import type { RequestListener } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { rotateWebhookSecret } from '@/lib/merchants/rotate-webhook-secret';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { getDelivery } from '@/lib/webhooks/get-delivery';
import { sendTestEvent } from '@/lib/webhooks/send-test-event';
import { sweepEndpointProbes } from '@/lib/webhooks/sweep-endpoint-probes';
import { startLocalGateway } from '@/tests/support/local-gateway';
import { SOON } from '@/tests/support/soon';
import { startWebhookReceiver } from '@/tests/support/webhook-receiver';
import { letHoursPass, readDelivery, tryAgain, webhookScene } from '@/tests/support/webhook-scene';

beforeAll(() => {
  process.env.WEBHOOK_PRIVATE_TARGETS = '127.0.0.1:*';
});
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function sceneAt(listener: RequestListener) {
  const { origin, close } = await startLocalGateway(listener);
  closers.push(close);
  return webhookScene(`${origin}/hook`);
}
async function sceneThat(answer: (n: number) => number) {
  const receiver = await startWebhookReceiver(answer);
  closers.push(receiver.close);
  return { receiver, ...(await webhookScene(receiver.url)) };
}
const seen = async (merchantId: string, deliveryId: string) =>
  (await getDelivery({ merchantId, deliveryId })).made.at(-1);

test.each<[string, RequestListener, object]>([
  [
    'hangs',
    () => undefined,
    { problem: 'timeout', diagnosis: { code: 'answer_timeout', kind: 'failure' } },
  ],
  [
    'redirects',
    (_, response) => response.writeHead(301, { location: 'https://new.example/' }).end(),
    {
      ...{ status: 301, problem: 'redirect' },
      diagnosis: { code: 'redirect', facts: { to: 'https://new.example/' } },
    },
  ],
  [
    'breaks off',
    (request) => request.socket.destroy(),
    { problem: 'connect', errorCode: 'ECONNRESET', diagnosis: { code: 'connection_broken' } },
  ],
  [
    'speaks no HTTP',
    (request) => request.socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
    { problem: 'connect', diagnosis: { code: 'not_http' } },
  ],
  [
    'fails with a page',
    (_, response) => response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops'),
    { status: 500, answerBody: '<h1>Oops', diagnosis: { code: 'status_server' } },
  ],
  [
    'lets a log-in page answer',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<form>'),
    { status: 200, problem: null, diagnosis: { code: 'answer_is_page', kind: 'warning' } },
  ],
  [
    'trickles its text',
    (_, response) => void response.writeHead(200).write('.'),
    { status: 200, problem: null, diagnosis: null },
  ],
  [
    'floods',
    (_, response) => response.writeHead(200).end('x'.repeat(5_000_000)),
    { status: 200, problem: null, answerBody: 'x'.repeat(1_024), diagnosis: null },
  ],
])(
  'an endpoint that %s: its merchant sees what was sent, what came back and what to do',
  async (_, listener, expected) => {
    const { merchantId, event } = await sceneAt(listener);
    const deliveryId = await event();
    await deliverEvent({ deliveryId, timeoutMs: 300 });
    const made = await seen(merchantId, deliveryId);
    expect(made).toMatchObject(expected);
    expect(made?.requestHeaders).toMatchObject({ 'content-type': 'application/json' });
    expect(JSON.stringify(made)).not.toMatch(/signature|v1,/);
  },
);

test('two hours of 500: four tries, ever further apart, and the notice arrives once the endpoint is back', async () => {
  let isBroken = true;
  const { receiver, event, endpoint, endpointId } = await sceneThat(() => (isBroken ? 500 : 204));
  const deliveryId = await event();
  const end = Date.now() + 2 * 3_600_000;
  let passed = 0;
  while (Date.now() + passed < end) {
    await deliverEvent({ deliveryId });
    const { nextTryAt } = await readDelivery(deliveryId);
    const waitMs = Number(nextTryAt) - Date.now();
    await db().$executeRaw`
      UPDATE deliveries SET next_try_at = now() WHERE id = ${deliveryId}`;
    passed += waitMs;
  }
  expect(receiver.received).toHaveLength(4);
  expect((await endpoint()).failingSince).not.toBeNull();
  isBroken = false;
  await deliverEvent({ deliveryId });
  expect(await readDelivery(deliveryId)).toMatchObject({ state: 'delivered', tries: 5 });
  expect(await endpoint()).toMatchObject({ id: endpointId, failingSince: null, disabledAt: null });
});

test('429 leaves the whole endpoint alone for as long as it asks', async () => {
  const { receiver, event, endpoint } = await sceneAtRetryAfter('3600');
  const [first, second] = [await event(), await event()];
  await deliverEvent({ deliveryId: first });
  await deliverEvent({ deliveryId: second });
  expect(receiver()).toBe(1);
  const { pausedUntil } = await endpoint();
  expect(Number(pausedUntil) - Date.now()).toBeGreaterThan(3_500_000);
  const { nextTryAt, tries } = await readDelivery(second);
  expect(tries).toBe(0);
  expect(Number(nextTryAt)).toBeGreaterThanOrEqual(Number(pausedUntil));
});

test('what was on its way and arrives does not end that pause; a test event that arrives does', async () => {
  let letArrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letArrive = resolve;
  });
  let calls = 0;
  const { event, endpoint, by, endpointId } = await sceneAt(async (_request, response) => {
    calls += 1;
    const call = calls;
    if (call === 1) await held;
    response.writeHead(call === 2 ? 429 : 204).end();
  });
  const [slow, asking] = [await event(), await event()];
  const arriving = deliverEvent({ deliveryId: slow });
  await vi.waitFor(() => expect(calls).toBe(1), SOON);
  await deliverEvent({ deliveryId: asking });
  letArrive();
  await arriving;
  expect(await readDelivery(slow)).toMatchObject({ state: 'delivered' });
  expect(await endpoint()).toMatchObject({ failingSince: null, pausedUntil: expect.any(Date) });
  const { deliveryId } = await sendTestEvent({ by, endpointId });
  await deliverEvent({ deliveryId });
  expect((await endpoint()).pausedUntil).toBeNull();
});

async function sceneAtRetryAfter(seconds: string) {
  let calls = 0;
  const scene = await sceneAt((_request, response) => {
    calls += 1;
    response.writeHead(429, { 'retry-after': seconds }).end();
  });
  return { ...scene, receiver: () => calls };
}

test('five days and ten tries without an arrival switch an endpoint off, with notice; a probe that arrives switches it on', async () => {
  let isBroken = true;
  const { receiver, event, endpoint, endpointId, merchantId } = await sceneThat(() =>
    isBroken ? 500 : 204,
  );
  const [failing, another, waiting] = [await event(), await event(), await event()];
  for (let n = 1; n <= 7; n += 1) await tryAgain(failing);
  // Days alone prove nothing …
  await letHoursPass(endpointId, 119);
  await tryAgain(failing);
  await letHoursPass(endpointId, 1);
  await tryAgain(failing);
  expect((await endpoint()).disabledAt).toBeNull();
  // … with as many tries as an event has, they do.
  await tryAgain(another);
  expect(await endpoint()).toMatchObject({ disabledReason: 'failing', probeAt: expect.any(Date) });
  expect(await readDelivery(waiting)).toMatchObject({ state: 'exhausted', tries: 0 });
  const told = () =>
    db().outboxEvent.findMany({ where: { objectId: endpointId }, orderBy: { sequence: 'asc' } });
  expect((await told()).map(({ topic }) => topic)).toEqual(['endpoint.disabled']);

  const probe = async () => {
    await letHoursPass(endpointId, 24);
    expect(await sweepEndpointProbes()).toBe(1);
    expect(await sweepEndpointProbes()).toBe(0);
    const { id } = await db().delivery.findFirstOrThrow({
      where: { endpointId },
      orderBy: { id: 'desc' },
    });
    await deliverEvent({ deliveryId: id });
    return readDelivery(id);
  };
  expect(await probe()).toMatchObject({ state: 'exhausted', tries: 1 });
  expect((await endpoint()).disabledReason).toBe('failing');
  isBroken = false;
  expect(await probe()).toMatchObject({ state: 'delivered' });
  expect(await endpoint()).toMatchObject({ disabledAt: null, failingSince: null, probeAt: null });
  expect(JSON.parse(receiver.received.at(-1)?.body ?? '')).toMatchObject({ type: 'test.ping' });
  expect((await told()).map(({ topic }) => topic).at(-1)).toBe('endpoint.enabled');
  const changes = await db().merchantChange.findMany({ where: { merchantId } });
  expect(changes.map(({ toValue }) => toValue)).toContain(`${endpointId} off: failing`);
});

test('while a secret is replaced a notice verifies with either, and after a day with the new one only', async () => {
  const { receiver, event, endpointId, secret: former, by, endpoint } = await sceneThat(() => 204);
  const { secret: present } = await rotateWebhookSecret({ by, endpointId });
  expect((await endpoint()).previousUntil).not.toBeNull();
  await deliverEvent({ deliveryId: await event() });
  await letHoursPass(endpointId, 24);
  await deliverEvent({ deliveryId: await event() });
  await rotateWebhookSecret({ by, endpointId, atOnce: true });
  await deliverEvent({ deliveryId: await event() });
  const verifies = (secret: string) =>
    receiver.received.map(({ body, headers }) => {
      try {
        return Boolean(new Webhook(secret).verify(body, headers));
      } catch {
        return false;
      }
    });
  expect(verifies(former)).toEqual([true, false, false]);
  expect(verifies(present)).toEqual([true, true, false]);
});

test('a test event goes to one endpoint, signed, once, also while the merchant has switched it off', async () => {
  const { receiver, by, endpointId, secret, merchantId } = await sceneThat(() => 500);
  const { deliveryId, eventId } = await sendTestEvent({ by, endpointId });
  await deliverEvent({ deliveryId });
  expect(await readDelivery(deliveryId)).toMatchObject({ state: 'exhausted', tries: 1 });
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received;
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    ...{ type: 'test.ping', data: { endpoint_id: endpointId } },
  });
  expect(headers).toMatchObject({ 'webhook-id': eventId });
  expect(await db().delivery.count({ where: { merchantId } })).toBe(1);
});
