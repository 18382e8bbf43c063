import { Webhook } from 'standardwebhooks';
import type { Tx } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { failPoint } from '@/lib/core/fail-point';
import { log } from '@/lib/core/log';
import { aboutObject, noteInLog } from '@/lib/core/log-context';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { lockWebhookEndpoints } from '@/lib/merchants/lock-webhook-endpoints';
import { noteEndpointAnswer } from '@/lib/merchants/note-endpoint-answer';
import { openWebhookSecret } from '@/lib/merchants/open-webhook-secret';
import { sm2NoticeSignature } from '@/lib/merchants/sm2-notice-signature';
import { claimTry } from './claim-try';
import { deliver } from './deliver';
import {
  type ClaimedDelivery,
  insertTry,
  markDelivered,
  markExhausted,
  setNextTry,
} from './delivery-store';
import { callFromLine, exhaustEndpoint, releaseNext } from './line-store';
import {
  type AfterTry,
  type DeliveryAnswer,
  decideAfterTry,
  pauseSeconds,
  slowForSeconds,
} from './rules';

/**
 * Tries one delivery, if it is due, its turn, and nobody else is at it, and commits what came of it together
 * with what follows: the next try's job, the next event of the same object, who is next in line. Every try
 * of one event carries the same webhook-id and the same text. `timeoutMs` is for all of a try.
 */
export async function deliverEvent({
  deliveryId,
  quick = false,
  timeoutMs,
}: {
  deliveryId: string;
  quick?: boolean;
  timeoutMs?: number;
}): Promise<void> {
  const claimed = await claimTry(deliveryId, { quick });
  if (!claimed) return;
  noteInLog({ deliveryId, eventId: claimed.eventId, ...aboutObject(claimed.objectId) });
  failPoint('webhook.claimed');
  const made = await post(claimed, timeoutMs);
  failPoint('webhook.answered');
  await commitTry(claimed, made);
  failPoint('webhook.noted');
}

interface Made {
  answer: DeliveryAnswer;
  /** But for the signature. */
  requestHeaders: Record<string, string>;
}

async function post(
  { eventId, endpointId, merchantId, body, at }: ClaimedDelivery,
  timeoutMs?: number,
): Promise<Made> {
  const { url, secrets, isLive } = await openWebhookSecret(endpointId);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const requestHeaders = {
    'content-type': 'application/json',
    'user-agent': 'cashier-webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
  };
  // While a secret is being replaced, either will do for the receiver.
  const signatures = secrets.map((secret) => new Webhook(secret).sign(eventId, at, body));
  const national = await sm2NoticeSignature(merchantId, `${eventId}.${timestamp}.${body}`);
  const answer = await deliver({
    url,
    body,
    headers: {
      ...requestHeaders,
      'webhook-signature': [...signatures, ...(national ? [national] : [])].join(' '),
    },
    privateTargets: isLive ? [] : env().WEBHOOK_PRIVATE_TARGETS,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  return { answer, requestHeaders };
}

async function commitTry(claimed: ClaimedDelivery, { answer, requestHeaders }: Made) {
  const { id, tries, at, endpointId } = claimed;
  const { status, problem, errorCode, durationMs } = answer;
  const isTest = claimed.topic === 'test.ping';
  const chance = Math.random();
  const after = decideAfterTry({ answer, triesMade: tries, now: at, chance, once: isTest });
  await inTransaction(async (tx) => {
    await lockWebhookEndpoints(tx, [endpointId]);
    await insertTry(tx, {
      ...{ deliveryId: id, status, problem, errorCode, durationMs, requestHeaders },
      ...{ answerHeaders: answer.headers, answerBody: answer.body },
    });
    const endpoint = await noteEndpointAnswer(tx, endpointId, {
      ...{ arrived: after.state === 'delivered', isTest, status },
      pauseSeconds: pauseSeconds(answer, at),
      slowForSeconds: slowForSeconds(durationMs),
    });
    await moveOn(tx, claimed, after);
    if (endpoint === 'off') await exhaustEndpoint(tx, endpointId);
    await wakeNext(tx, claimed, after.state);
  });
  const facts = { deliveryId: id, endpointId, tries, status, problem, errorCode, durationMs };
  if (after.state === 'delivered') log().info(facts, 'notice delivered');
  else log().warn({ ...facts, after: after.state }, 'notice not delivered');
}

async function moveOn(tx: Tx, { id, tries }: ClaimedDelivery, after: AfterTry): Promise<void> {
  if (after.state === 'delivered') return markDelivered(tx, id);
  if (after.state === 'exhausted') return markExhausted(tx, id, tries);
  const nextTryAt = await setNextTry(tx, id, { tries, inSeconds: after.inSeconds });
  if (nextTryAt) await enqueueJob(tx, 'deliver-slowly', { deliveryId: id }, nextTryAt);
}

/**
 * Who waited for this try to end: a later event of the same object, and whoever is next in line; two of
 * them where it arrived, so that the places fill again; and who is first in line where nothing happens.
 */
async function wakeNext(tx: Tx, claimed: ClaimedDelivery, state: AfterTry['state']): Promise<void> {
  const { endpointId, merchantId, objectId, sequence } = claimed;
  const isOver = state !== 'pending' && objectId !== null && sequence !== null;
  const later = isOver ? await releaseNext(tx, { endpointId, objectId, sequence }) : undefined;
  const most = state === 'delivered' ? 2 : 1;
  const next = await callFromLine(tx, { merchantId, endpointId, most });
  for (const deliveryId of new Set([...(later ? [later] : []), ...next])) {
    await enqueueJob(tx, 'deliver-event', { deliveryId });
  }
}
