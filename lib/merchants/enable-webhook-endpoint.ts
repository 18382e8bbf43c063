import { announce } from '@/lib/core/announce';
import type { Tx } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { findEndpointOwner, markEnabled } from './endpoint-store';
import { insertMerchantChange } from './looks-store';

/** An endpoint that was off for failing has answered a probe: it is on again. */
export async function enableWebhookEndpoint(tx: Tx, endpointId: string): Promise<void> {
  if (!(await markEnabled(tx, endpointId))) return;
  const merchantId = await findEndpointOwner(tx, endpointId);
  await insertMerchantChange(tx, {
    ...{ merchantId, subject: 'webhook_endpoint', actor: 'system' },
    fromValue: `${endpointId} off: failing`,
    toValue: `${endpointId} on`,
  });
  const subjectId = `${endpointId}-${newSortableNumber()}`;
  await announce(tx, [{ topic: 'endpoint.enabled', merchantId, subjectId }]);
}
