import { randomBytes } from 'node:crypto';
import { seal } from '@/lib/core/crypto';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { endpointContext } from './rules';
import { webhookSecretSchema, webhookUrlSchema } from './schema';
import { insertWebhookEndpoint, lockMerchant } from './store';

/**
 * An address that the merchant's events are sent to, with the secret they are signed with
 * (Standard Webhooks). Whether the address may be reached is decided at each delivery.
 */
export async function createWebhookEndpoint({
  merchantId,
  url,
  secret = `whsec_${randomBytes(32).toString('base64')}`,
}: {
  merchantId: string;
  url: string;
  secret?: string;
}): Promise<{ id: string; secret: string }> {
  webhookUrlSchema.parse(url);
  webhookSecretSchema.parse(secret);
  const id = newId('whe');
  const sealedSecret = seal(secret, endpointContext(id));
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    await insertWebhookEndpoint(tx, { id, merchantId, url, sealedSecret });
  });
  return { id, secret };
}
