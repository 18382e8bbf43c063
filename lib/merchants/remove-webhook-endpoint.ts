import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { markRemoved, selectEndpoint } from './endpoint-store';
import { insertMerchantChange } from './looks-store';
import { lockMerchant } from './store';

/**
 * Nothing more is sent there, and nobody sees it any more; the log of what was sent stays.
 * @throws Refusal not_permitted, endpoint_not_found
 */
export async function removeWebhookEndpoint({
  by,
  endpointId,
}: {
  by: MerchantActor;
  endpointId: string;
}): Promise<void> {
  requireMerchantMay(by, 'endpoint.change');
  const { merchantId } = by;
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const endpoint = await selectEndpoint({ merchantId, endpointId }, tx);
    if (!endpoint) throw new Refusal('endpoint_not_found', { endpointId });
    await markRemoved(tx, endpointId);
    await insertMerchantChange(tx, {
      ...{ merchantId, subject: 'webhook_endpoint', actor: by.id },
      fromValue: `${endpointId} ${endpoint.url}`,
      toValue: null,
    });
  });
}
