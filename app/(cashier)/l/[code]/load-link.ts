import { redirect } from 'next/navigation';
import { cache } from 'react';
import { knownDevice } from '@/app/_server/payer-device';
import { isRefusal } from '@/lib/core/errors';
import { getLinkPage, type LinkPage } from '@/lib/payment-links/get-link-page';

/** The link's page, read once per request; a code that nobody was given leads to a plain 404. */
export const loadLink = cache(async (code: string): Promise<LinkPage> => {
  const device = await knownDevice();
  try {
    return await getLinkPage({ code, device });
  } catch (error) {
    if (isRefusal(error) && error.code === 'payment_link_not_found') redirect('/unknown-link');
    throw error;
  }
});
