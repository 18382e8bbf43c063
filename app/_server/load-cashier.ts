import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import { cache } from 'react';
import { currentUser } from '@/lib/auth/current-user';
import { isRefusal } from '@/lib/core/errors';
import type { CashierView } from '@/lib/payments/cashier-view';
import { getCashier } from '@/lib/payments/get-cashier';
import { isPageLoad } from './is-page-load';
import { knownDevice } from './payer-device';
import { readHost } from './read-host';
import { report } from './report';
import { troubleAddress } from './trouble-address';
import { unknownOrderAddress } from './unknown-order-address';

/**
 * The cashier's view for a page, read once per request. An address that nobody was given, and a fault of
 * ours, lead to plain pages (404; 500 or 503): Next's own answers to them are empty without scripts. Where an open
 * page is only drawn again, it stays at its address and tries further (app/error.tsx).
 */
export const loadCashier = cache(async (token: string): Promise<CashierView> => {
  try {
    const user = await currentUser();
    const [host, device] = [await readHost(), await knownDevice()];
    return await getCashier({ token, userId: user?.id ?? null, host, device });
  } catch (error) {
    unstable_rethrow(error);
    if (isRefusal(error) && error.code === 'order_not_found') {
      redirect(unknownOrderAddress(token));
    }
    const sorted = report(error, 'page of an order');
    if (sorted.kind === 'refused') throw error;
    if (isPageLoad(await headers())) redirect(troubleAddress(token, sorted));
    // The page shows the reference of what is in the log.
    throw Object.assign(new Error('an order could not be drawn again'), {
      cause: error,
      digest: sorted.reference,
    });
  }
});
