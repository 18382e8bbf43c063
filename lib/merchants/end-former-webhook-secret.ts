import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { clearPreviousSecret, selectEndpoint } from './endpoint-store';
import { insertMerchantChange } from './looks-store';

/**
 * The receiver has changed over: from now on notices are signed with the new secret only.
 * @throws Refusal not_permitted, endpoint_not_found
 */
export async function endFormerWebhookSecret({
  by,
  endpointId,
}: {
  by: MerchantActor;
  endpointId: string;
}): Promise<void> {
  requireMerchantMay(by, 'endpoint.change');
  const { merchantId } = by;
  await inTransaction(async (tx) => {
    const endpoint = await selectEndpoint({ merchantId, endpointId }, tx);
    if (!endpoint) throw new Refusal('endpoint_not_found', { endpointId });
    if (!endpoint.previousUntil) return;
    await clearPreviousSecret(tx, endpointId);
    await insertMerchantChange(tx, {
      ...{ merchantId, subject: 'webhook_secret', actor: by.id },
      fromValue: endpointId,
      toValue: 'former ended',
    });
  });
}
