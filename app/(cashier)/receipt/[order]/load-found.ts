import { redirect } from 'next/navigation';
import { cache } from 'react';
import { readFoundReceipt } from '@/app/_server/found-receipt';
import { getReceipt } from '@/lib/receipts/get-receipt';
import type { Receipt } from '@/lib/receipts/receipt';

/** A receipt that this browser has found; any other address of this kind leads back to the search. */
export const loadFound = cache(async (orderId: string): Promise<Receipt> => {
  if ((await readFoundReceipt()) !== orderId) redirect('/receipt?over=1');
  return getReceipt({ orderId });
});
