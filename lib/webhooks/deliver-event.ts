import { Webhook } from 'standardwebhooks';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { disableWebhookEndpoint } from '@/lib/merchants/disable-webhook-endpoint';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { openWebhookSecret } from '@/lib/merchants/open-webhook-secret';
import { deliver } from './deliver';
import {
  type ClaimedDelivery,
  claimDelivery,
  insertTry,
  markDelivered,
  markExhausted,
  setNextTry,
} from './delivery-store';
import { type DeliveryAnswer, decideAfterTry } from './rules';

/**
 * Tries one delivery, if it is due and nobody else is at it, and commits what came of it together
 * with the next try's job. Every try of one event carries the same webhook-id and the same text.
 */
export async function deliverEvent({ deliveryId }: { deliveryId: string }): Promise<void> {
  const claimed = await claimDelivery(deliveryId);
  if (!claimed) return;
  const live = await listWebhookEndpoints(claimed.merchantId);
  if (!live.some(({ id }) => id === claimed.endpointId)) {
    // The endpoint was switched off after this delivery was made: there is nobody to try.
    await inTransaction((tx) => markExhausted(tx, claimed.id, claimed.tries));
    return;
  }
  await commitTry(claimed, await post(claimed));
}

async function post({ eventId, endpointId, body, at }: ClaimedDelivery): Promise<DeliveryAnswer> {
  const { url, secret } = await openWebhookSecret(endpointId);
  return deliver({
    url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'cashier-webhooks/1',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(eventId, at, body),
    },
    allowPrivate: env().WEBHOOK_ALLOW_PRIVATE,
  });
}

async function commitTry(claimed: ClaimedDelivery, answer: DeliveryAnswer): Promise<void> {
  const { id, tries, at, endpointId } = claimed;
  const { status, problem, durationMs } = answer;
  const after = decideAfterTry({ answer, triesMade: tries, now: at, chance: Math.random() });
  await inTransaction(async (tx) => {
    await insertTry(tx, { deliveryId: id, status, problem, durationMs });
    switch (after.state) {
      case 'delivered':
        return markDelivered(tx, id);
      case 'pending': {
        const nextTryAt = await setNextTry(tx, id, { tries, inSeconds: after.inSeconds });
        if (nextTryAt) await enqueueJob(tx, 'deliver-event', { deliveryId: id }, nextTryAt);
        return;
      }
      case 'exhausted':
        if (after.endpointGone) await disableWebhookEndpoint(tx, endpointId);
        return markExhausted(tx, id, tries);
    }
  });
  const facts = { deliveryId: id, endpointId, tries, status, problem, durationMs };
  if (after.state === 'delivered') log().info(facts, 'notice delivered');
  else log().warn({ ...facts, after: after.state }, 'notice not delivered');
}
