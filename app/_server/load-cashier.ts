import { notFound } from 'next/navigation';
import { cache } from 'react';
import { currentUser } from '@/lib/auth/current-user';
import { isRefusal } from '@/lib/core/errors';
import type { CashierView } from '@/lib/payments/cashier-view';
import { getCashier } from '@/lib/payments/get-cashier';
import { readHost } from './read-host';

/** The cashier's view for a page, read once per request; an address nobody was given is a 404. */
export const loadCashier = cache(async (token: string): Promise<CashierView> => {
  const user = await currentUser();
  try {
    return await getCashier({ token, userId: user?.id ?? null, host: await readHost() });
  } catch (error) {
    if (isRefusal(error) && error.code === 'order_not_found') notFound();
    throw error;
  }
});
