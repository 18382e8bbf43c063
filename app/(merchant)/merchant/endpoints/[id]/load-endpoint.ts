import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isRefusal } from '@/lib/core/errors';
import { getWebhookEndpoint } from '@/lib/merchants/get-webhook-endpoint';

/** The merchant's own endpoint; another's is as unknown as none. */
export const loadEndpoint = cache(async (merchantId: string, endpointId: string) => {
  try {
    return await getWebhookEndpoint({ merchantId, endpointId });
  } catch (error) {
    if (isRefusal(error) && error.code === 'endpoint_not_found') notFound();
    throw error;
  }
});
