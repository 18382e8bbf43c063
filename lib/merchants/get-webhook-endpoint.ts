import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { WebhookEndpoint } from './endpoint';
import { selectEndpoint } from './endpoint-store';

/** One endpoint of the merchant. Refusal: endpoint_not_found (another merchant's, too). */
export async function getWebhookEndpoint(
  which: { merchantId: string; endpointId: string },
  tx: Tx = db(),
): Promise<WebhookEndpoint> {
  const endpoint = await selectEndpoint(which, tx);
  if (!endpoint) throw new Refusal('endpoint_not_found', { endpointId: which.endpointId });
  return endpoint;
}
