import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isRefusal } from '@/lib/core/errors';
import { getDelivery } from '@/lib/webhooks/get-delivery';

/** The merchant's own delivery; another's is as unknown as none. */
export const loadDelivery = cache(async (merchantId: string, deliveryId: string) => {
  try {
    return await getDelivery({ merchantId, deliveryId });
  } catch (error) {
    if (isRefusal(error) && error.code === 'delivery_not_found') notFound();
    throw error;
  }
});
