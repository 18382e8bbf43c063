import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { requestRefund } from '@/lib/refunds/request-refund';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { startWebhookReceiver, type WebhookReceiver } from '@/tests/support/webhook-receiver';
import { tryAgain } from '@/tests/support/webhook-scene';
import { type Die, diedAt } from './die';
import { findingsNow } from './findings';
import type { WebhookCrash } from './plan';
import { type Played, payByBalance } from './play';

const MOST_TRIES = 20;

/** Plays one crash of telling a merchant that an order is paid and then refunded, until its endpoint has both. */
export async function playWebhook(crash: WebhookCrash, die: Die = diedAt): Promise<Played> {
  const receiver = await startWebhookReceiver((n) =>
    crash.endpoint === 'fails' && n === 1 ? 500 : 204,
  );
  try {
    return await playAt(receiver, crash, die);
  } finally {
    await receiver.close();
  }
}

async function playAt(receiver: WebhookReceiver, crash: WebhookCrash, die: Die): Promise<Played> {
  const { order, merchantId } = await makePayableOrder();
  await createWebhookEndpoint({ merchantId, url: receiver.url });
  await payByBalance(order);
  const asked = { orderId: order.id, merchantId, actor: 'merchant' };
  await requestRefund({ ...asked, merchantRefundNo: newSortableNumber() });
  const events = await eventsOf(order.id);
  const died: string[] = [];
  const attack = async (path: string, name: string, input: object) => {
    for (let time = 0; time < (crash.recoveryToo ? 2 : 1); time += 1) {
      await wakeAll(order.id);
      if (await die(crash.worker, path, name, input)) died.push(crash.worker);
    }
  };
  const made = crash.worker === 'webhook.made';
  for (const eventId of events) {
    if (made) await attack('@/lib/webhooks/fan-out-event', 'fanOutEvent', { eventId });
    await fanOutEvent({ eventId });
  }
  const [first, last] = await deliveriesOf(order.id);
  // The later one comes up first: it has to wait.
  if (last) await deliverEvent({ deliveryId: last.id });
  if (!made && first) {
    await attack('@/lib/webhooks/deliver-event', 'deliverEvent', { deliveryId: first.id });
  }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const open = (await deliveriesOf(order.id)).filter(({ state }) => state === 'pending');
    if (open.length === 0) break;
    for (const { id } of open) await tryAgain(id);
  }
  const found = [...(await findingsNow()), ...(await arrivalFindings(receiver, order.id, events))];
  return { died, findings: [...new Set(found)] };
}

async function arrivalFindings(
  { received }: WebhookReceiver,
  orderId: string,
  events: readonly string[],
): Promise<string[]> {
  const states = (await deliveriesOf(orderId)).map(({ state }) => state);
  const ids = received.map(({ headers }) => headers['webhook-id'] ?? '');
  const texts = new Set(received.map(({ headers, body }) => `${headers['webhook-id']} ${body}`));
  const inOrder = ids.map((id) => events.indexOf(id));
  return [
    ...(states.length === events.length && states.every((state) => state === 'delivered')
      ? []
      : ['not delivered']),
    ...(events.every((id) => ids.includes(id)) ? [] : ['an event never arrived']),
    ...(ids.every((id) => events.includes(id)) ? [] : ['an event arrived under another id']),
    ...(texts.size === events.length ? [] : ['an event was told in two ways']),
    ...(inOrder.every((at, n) => at >= (inOrder[n - 1] ?? 0)) ? [] : ['a step back was told']),
  ];
}

async function eventsOf(orderId: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    'SELECT id FROM outbox_events WHERE object_id = $1 ORDER BY sequence',
    [orderId],
  );
  return rows.map(({ id }) => id);
}

async function deliveriesOf(orderId: string): Promise<{ id: string; state: string }[]> {
  const { rows } = await pool().query<{ id: string; state: string }>(
    `SELECT d.id, d.state FROM deliveries d JOIN outbox_events e ON e.id = d.event_id
      WHERE e.object_id = $1 ORDER BY e.sequence`,
    [orderId],
  );
  return rows;
}

/** Whatever a delivery waits for is over. */
async function wakeAll(orderId: string): Promise<void> {
  await pool().query(
    `UPDATE deliveries d SET next_try_at = now() FROM outbox_events e
      WHERE e.id = d.event_id AND e.object_id = $1 AND d.next_try_at IS NOT NULL`,
    [orderId],
  );
}
