import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { newWebhookSecret } from './new-webhook-secret';
import { placeWebhookSecret } from './place-webhook-secret';

/**
 * A new secret, shown this once. For a day notices are signed with the former one, too, so that none is lost
 * while the receiver changes over; `atOnce` (it has leaked) ends the former one now. Rotating again during
 * that day ends the oldest.
 * @throws Refusal not_permitted, endpoint_not_found
 */
export async function rotateWebhookSecret({
  by,
  endpointId,
  atOnce = false,
}: {
  by: MerchantActor;
  endpointId: string;
  atOnce?: boolean;
}): Promise<{ secret: string; previousUntil: Date | null }> {
  requireMerchantMay(by, 'endpoint.change');
  const { id: actor, merchantId } = by;
  const secret = newWebhookSecret();
  const change = { merchantId, endpointId, secret, atOnce, actor };
  const previousUntil = await inTransaction((tx) => placeWebhookSecret(tx, change));
  return { secret, previousUntil };
}
