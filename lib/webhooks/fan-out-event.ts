import { isEventTopic } from '@/lib/core/event-topics';
import { failPoint } from '@/lib/core/fail-point';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { aboutObject, noteInLog } from '@/lib/core/log-context';
import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { lockWebhookEndpoints } from '@/lib/merchants/lock-webhook-endpoints';
import { eventBody } from './event-body';
import { TELLERS } from './event-data';
import {
  type CommittedEvent,
  insertDeliveries,
  markFannedOut,
  selectToFanOut,
} from './event-store';
import { isToldAbout } from './rules';

/**
 * Makes one delivery of an event for each of the merchant's live endpoints that is to be told, with the text that
 * every try will send, and keeps that text for the merchant's list of events. Earlier events of the same object
 * go first. Doing it again adds nothing.
 */
export async function fanOutEvent({ eventId }: { eventId: string }): Promise<void> {
  for (const event of await selectToFanOut(eventId)) {
    await fanOut(event);
    failPoint('webhook.made');
  }
}

async function fanOut(event: CommittedEvent): Promise<void> {
  const { id: eventId, merchantId, topic, objectId, sequence } = event;
  noteInLog({ eventId, ...aboutObject(objectId) });
  const body = await writeBody(event);
  await inTransaction(async (tx) => {
    const endpoints = await listWebhookEndpoints(merchantId, tx);
    const told = body === null ? [] : endpoints.filter((one) => isToldAbout(one, topic));
    await lockWebhookEndpoints(
      tx,
      told.map(({ id }) => id),
    );
    if (!(await markFannedOut(tx, eventId, body))) return;
    const wanted = told.map(({ id: endpointId }) => {
      const of = { id: newId('dlv'), eventId, endpointId, merchantId };
      return { ...of, body: body ?? '', objectId, sequence };
    });
    const due = await insertDeliveries(tx, wanted);
    const jobs = due.map((deliveryId) => ({ deliveryId }));
    await enqueueJobs(tx, 'deliver-event', jobs);
  });
}

/** Null: nobody is told about this. */
async function writeBody(event: CommittedEvent): Promise<string | null> {
  const { id: eventId, topic, createdAt: at, sequence } = event;
  const data = isEventTopic(topic) ? await TELLERS[topic](event) : undefined;
  if (isEventTopic(topic) && data) return eventBody({ topic, at, sequence, data });
  log().warn({ eventId, topic }, 'nobody is told about this');
  return null;
}
