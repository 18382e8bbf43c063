import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isRefusal } from '@/lib/core/errors';
import { getPaymentLink } from '@/lib/payment-links/get-payment-link';

/** The merchant's own link; another's is as unknown as none. */
export const loadOwnLink = cache(async (merchantId: string, linkId: string) => {
  try {
    return await getPaymentLink({ merchantId, linkId });
  } catch (error) {
    if (isRefusal(error) && error.code === 'payment_link_not_found') notFound();
    throw error;
  }
});
