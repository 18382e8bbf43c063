import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { getWebhookEndpoint } from '@/lib/merchants/get-webhook-endpoint';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { seedMerchant } from './factories/merchants';

/** A merchant with one endpoint, and events of made-up orders that are closed one after the other. */
export async function webhookScene(url: string, terms: Parameters<typeof seedMerchant>[0] = {}) {
  const { id: merchantId } = await seedMerchant(terms);
  const { id: endpointId, secret } = await createWebhookEndpoint({ merchantId, url });
  const by: MerchantActor = { id: 'usr_owner', merchantId, merchantRole: 'owner' };
  return {
    ...{ merchantId, endpointId, secret, by },
    endpoint: () => getWebhookEndpoint({ merchantId, endpointId }),

    /** An event of a bare order; the delivery that is made of it. */
    async event(orderId: string = newId('ord'), topic = 'order.expired'): Promise<string> {
      const eventId = await addEvent({ merchantId, orderId, topic });
      await fanOutEvent({ eventId });
      const { id } = await db().delivery.findFirstOrThrow({ where: { eventId, endpointId } });
      return id;
    },
  };
}

/** Writes an event of an order, which is made when there is none, and does not fan it out. */
export async function addEvent({
  merchantId,
  orderId,
  topic,
}: {
  merchantId: string;
  orderId: string;
  topic: string;
}): Promise<string> {
  await pool().query(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods, pay_token,
                         content_hash, state, expires_at)
     VALUES ($1, $2, $1, 6800, 'CNY', '测试', 'digital', $1, 'test', 'closed', now()) ON CONFLICT DO NOTHING`,
    [orderId, merchantId],
  );
  const id = newId('evt');
  await pool().query(
    'INSERT INTO outbox_events (id, topic, merchant_id, subject_id) VALUES ($1, $2, $3, $4)',
    [id, topic, merchantId, orderId],
  );
  return id;
}

export const readDelivery = (id: string) => db().delivery.findUniqueOrThrow({ where: { id } });

/** Lets whatever this delivery and its endpoint wait for be over, and tries it. */
export async function tryAgain(deliveryId: string, timeoutMs?: number): Promise<void> {
  await db().$executeRaw`
    UPDATE deliveries SET next_try_at = now() WHERE id = ${deliveryId} AND next_try_at IS NOT NULL`;
  await db().$executeRaw`
    UPDATE webhook_endpoints SET paused_until = NULL
     WHERE id = (SELECT endpoint_id FROM deliveries WHERE id = ${deliveryId})`;
  await deliverEvent({ deliveryId, timeoutMs });
}

/** Moves all that an endpoint remembers, and its deliveries' next tries, so many hours back. */
export async function letHoursPass(endpointId: string, hours: number): Promise<void> {
  await db().$executeRaw`
    UPDATE webhook_endpoints
       SET failing_since = failing_since - make_interval(hours => ${hours}::int),
           paused_until = paused_until - make_interval(hours => ${hours}::int),
           previous_until = previous_until - make_interval(hours => ${hours}::int),
           probe_at = probe_at - make_interval(hours => ${hours}::int)
     WHERE id = ${endpointId}`;
  await db().$executeRaw`
    UPDATE deliveries SET next_try_at = next_try_at - make_interval(hours => ${hours}::int)
     WHERE endpoint_id = ${endpointId}`;
}
