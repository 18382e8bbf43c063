import { announce } from '@/lib/core/announce';
import type { Tx } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import type { DisabledReason } from './endpoint';
import { probeWaitSeconds } from './endpoint-rules';
import { findEndpointOwner, markDisabled } from './endpoint-store';
import { insertMerchantChange } from './looks-store';

/**
 * Nothing more is sent there: it said that it is gone, or nothing has arrived for days (then it is probed,
 * and comes back by itself). The merchant's other endpoints are told, its console shows it.
 */
export async function disableWebhookEndpoint(
  tx: Tx,
  endpointId: string,
  reason: DisabledReason = 'gone',
): Promise<void> {
  const probeInSeconds = reason === 'failing' ? probeWaitSeconds(0) : null;
  if (!(await markDisabled(tx, endpointId, { reason, probeInSeconds }))) return;
  const merchantId = await findEndpointOwner(tx, endpointId);
  await insertMerchantChange(tx, {
    ...{ merchantId, subject: 'webhook_endpoint', actor: 'system' },
    fromValue: `${endpointId} on`,
    toValue: `${endpointId} off: ${reason}`,
  });
  const subjectId = `${endpointId}-${newSortableNumber()}`;
  await announce(tx, [{ topic: 'endpoint.disabled', merchantId, subjectId }]);
}
