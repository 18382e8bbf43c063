import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getWebhookEndpoint } from '@/lib/merchants/get-webhook-endpoint';
import { placePing } from './place-ping';

/**
 * Sends a signed `test.ping` to one endpoint, also to one that is off, once: whether it arrives is seen in its
 * delivery. One that was off for failing, and takes it, is on again.
 * @throws Refusal not_permitted, endpoint_not_found
 */
export async function sendTestEvent({
  by,
  endpointId,
}: {
  by: MerchantActor;
  endpointId: string;
}): Promise<{ deliveryId: string; eventId: string }> {
  requireMerchantMay(by, 'delivery.resend');
  const { merchantId } = by;
  return inTransaction(async (tx) => {
    await getWebhookEndpoint({ merchantId, endpointId }, tx);
    return placePing(tx, { merchantId, endpointId });
  });
}
