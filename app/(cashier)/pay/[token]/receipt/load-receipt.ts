import { redirect } from 'next/navigation';
import { cache } from 'react';
import { loadCashier } from '@/app/_server/load-cashier';
import { isRefusal } from '@/lib/core/errors';
import { getReceipt } from '@/lib/receipts/get-receipt';
import type { Receipt } from '@/lib/receipts/receipt';

/** The receipt of a pay link's order, read once per request; where nothing was paid, the order's page. */
export const loadReceipt = cache(async (token: string): Promise<Receipt> => {
  const { order } = await loadCashier(token);
  try {
    return await getReceipt({ orderId: order.id });
  } catch (error) {
    if (isRefusal(error) && error.code === 'order_not_paid') redirect(`/pay/${token}`);
    throw error;
  }
});
