import { headers } from 'next/headers';
import { after } from 'next/server';
import { noteOpening } from '@/lib/orders/note-opening';
import { isPageLoad } from './is-page-load';
import { isPrefetch } from './is-prefetch';
import { knownDevice } from './payer-device';
import { report } from './report';

/** Once the page is on its way, that this browser has opened it; an open page that is only drawn again has not. */
export async function openedPage(orderId: string): Promise<void> {
  const [sent, device] = [await headers(), await knownDevice()];
  if (!device || isPrefetch(sent) || !isPageLoad(sent)) return;
  after(async () => {
    try {
      await noteOpening({ orderId, device });
    } catch (error) {
      report(error, 'note that a page was opened');
    }
  });
}
