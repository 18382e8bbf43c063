import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { WebhookEndpoint } from './endpoint';
import { selectEndpoint, updateEndpoint } from './endpoint-store';
import { insertMerchantChange } from './looks-store';
import { requireReachable } from './require-reachable';
import { topicsSchema, webhookUrlSchema } from './schema';
import { lockMerchant } from './store';

/**
 * Another address, or other topics (none named: everything), from the next event on. What is on its way
 * goes to the new address, too; the secret stays.
 * @throws Refusal not_permitted, endpoint_not_found, endpoint_address_refused
 */
export async function setWebhookEndpoint({
  by,
  endpointId,
  url,
  topics,
}: {
  by: MerchantActor;
  endpointId: string;
  url?: string;
  topics?: readonly string[];
}): Promise<WebhookEndpoint> {
  requireMerchantMay(by, 'endpoint.change');
  const { merchantId } = by;
  const set = {
    ...(url === undefined ? {} : { url: webhookUrlSchema.parse(url) }),
    ...(topics === undefined ? {} : { topics: topicsSchema.parse(topics) }),
  };
  return inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const before = await selectEndpoint({ merchantId, endpointId }, tx);
    if (!before) throw new Refusal('endpoint_not_found', { endpointId });
    if (set.url) await requireReachable(tx, { merchantId, url: set.url });
    await updateEndpoint(tx, endpointId, set);
    const after = { ...before, ...set };
    await insertMerchantChange(tx, {
      ...{ merchantId, subject: 'webhook_endpoint', actor: by.id },
      fromValue: wordsOf(before),
      toValue: wordsOf(after),
    });
    return after;
  });
}

const wordsOf = ({ id, url, topics }: WebhookEndpoint): string => [id, url, ...topics].join(' ');
