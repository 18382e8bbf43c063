import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { WebhookEndpoint } from './endpoint';
import {
  markDisabled,
  markDisabledByMerchant,
  markEnabled,
  selectEndpoint,
} from './endpoint-store';
import { insertMerchantChange } from './looks-store';
import { lockMerchant } from './store';

/**
 * Switches an endpoint on or off by its merchant's hand. What happens while it is off is not sent later by
 * itself: it can be sent again by a range of time. As it is already, nothing changes.
 * @throws Refusal not_permitted, endpoint_not_found
 */
export async function switchWebhookEndpoint({
  by,
  endpointId,
  on,
}: {
  by: MerchantActor;
  endpointId: string;
  on: boolean;
}): Promise<WebhookEndpoint> {
  requireMerchantMay(by, 'endpoint.change');
  const { merchantId } = by;
  return inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const before = await selectEndpoint({ merchantId, endpointId }, tx);
    if (!before) throw new Refusal('endpoint_not_found', { endpointId });
    const changed = on
      ? await markEnabled(tx, endpointId)
      : await markDisabled(tx, endpointId, { reason: 'merchant', probeInSeconds: null });
    if (!on && !changed) await markDisabledByMerchant(tx, endpointId);
    if (changed) {
      await insertMerchantChange(tx, {
        ...{ merchantId, subject: 'webhook_endpoint', actor: by.id },
        fromValue: `${endpointId} ${on ? 'off' : 'on'}`,
        toValue: `${endpointId} ${on ? 'on' : 'off'}`,
      });
    }
    return (await selectEndpoint({ merchantId, endpointId }, tx)) ?? before;
  });
}
