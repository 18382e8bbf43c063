import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { newWebhookSecret } from './new-webhook-secret';
import { placeWebhookEndpoint } from './place-webhook-endpoint';
import { topicsSchema, webhookSecretSchema, webhookUrlSchema } from './schema';

/** A member of the merchant, or the platform itself, which sets merchants up. */
type Whose = { by: MerchantActor } | { merchantId: string };

/**
 * An address that the merchant's events are sent to, with the secret they are signed with (Standard
 * Webhooks), shown this once. `topics` is what it is told about; none named: everything. Whether the
 * address may be reached is decided at each delivery.
 * @throws Refusal not_permitted, endpoint_limit, endpoint_address_refused, not_found
 */
export async function createWebhookEndpoint({
  url,
  topics = [],
  secret = newWebhookSecret(),
  ...whose
}: Whose & { url: string; topics?: readonly string[]; secret?: string }): Promise<{
  id: string;
  secret: string;
}> {
  if ('by' in whose) requireMerchantMay(whose.by, 'endpoint.change');
  const merchantId = 'by' in whose ? whose.by.merchantId : whose.merchantId;
  webhookUrlSchema.parse(url);
  webhookSecretSchema.parse(secret);
  const wanted = topicsSchema.parse(topics);
  const actor = 'by' in whose ? whose.by.id : 'system';
  const endpoint = { merchantId, url, topics: wanted, secret, actor };
  const id = await inTransaction((tx) => placeWebhookEndpoint(tx, endpoint));
  return { id, secret };
}
