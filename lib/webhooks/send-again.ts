import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { enqueueJob } from '@/lib/core/queue';
import { getWebhookEndpoint } from '@/lib/merchants/get-webhook-endpoint';
import { lockWebhookEndpoints } from '@/lib/merchants/lock-webhook-endpoints';
import { findDeliveryPlace } from './delivery-store';
import { reopenDelivery } from './redelivery-store';

/**
 * Makes one delivery due at once, however it stands: the same event, id and text. If it fails, the ladder of tries
 * goes on where it was, or it is given up again. Its endpoint is held meanwhile, as by whoever claims a try there.
 * Answers how it stood.
 * @throws Refusal delivery_not_found (another merchant's, too, where one is named), endpoint_not_found (removed
 * since), endpoint_off, delivery_under_way
 */
export async function sendAgain(
  tx: Tx,
  { deliveryId, merchantId: of }: { deliveryId: string; merchantId?: string },
): Promise<{ state: string; tries: number }> {
  const place = await findDeliveryPlace(tx, deliveryId);
  if (!place || (of !== undefined && of !== place.merchantId)) {
    throw new Refusal('delivery_not_found', { deliveryId });
  }
  const { endpointId } = place;
  await lockWebhookEndpoints(tx, [endpointId]);
  const { disabledAt } = await getWebhookEndpoint(place, tx);
  if (disabledAt) throw new Refusal('endpoint_off', { endpointId });
  const before = await reopenDelivery(tx, deliveryId);
  if (!before) throw new Refusal('delivery_under_way', { deliveryId });
  await enqueueJob(tx, 'deliver-event', { deliveryId });
  return before;
}
