import { seal } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { MOST_ENDPOINTS } from './endpoint-rules';
import { selectEndpoints } from './endpoint-store';
import { insertMerchantChange } from './looks-store';
import { requireReachable } from './require-reachable';
import { endpointContext } from './rules';
import { insertWebhookEndpoint, lockMerchant } from './store';

/**
 * Makes an endpoint inside the caller's transaction; its fields are checked already.
 * @throws Refusal endpoint_limit, endpoint_address_refused, not_found
 */
export async function placeWebhookEndpoint(
  tx: Tx,
  {
    merchantId,
    url,
    topics,
    secret,
    actor,
  }: { merchantId: string; url: string; topics: string[]; secret: string; actor: string },
): Promise<string> {
  const id = newId('whe');
  await lockMerchant(tx, merchantId);
  await requireReachable(tx, { merchantId, url });
  const there = await selectEndpoints(merchantId, tx);
  if (there.length >= MOST_ENDPOINTS) throw new Refusal('endpoint_limit', { most: MOST_ENDPOINTS });
  const sealedSecret = seal(secret, endpointContext(id));
  await insertWebhookEndpoint(tx, { id, merchantId, url, topics, sealedSecret });
  await insertMerchantChange(tx, {
    ...{ merchantId, subject: 'webhook_endpoint', actor },
    fromValue: null,
    toValue: `${id} ${url}`,
  });
  return id;
}
