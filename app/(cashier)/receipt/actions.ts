'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { forgetFoundReceipt, keepFoundReceipt } from '@/app/_server/found-receipt';
import { payerDevice } from '@/app/_server/payer-device';
import { clientAddress } from '@/lib/auth/client-address';
import { findReceipt } from '@/lib/receipts/find-receipt';
import { receiptSearchSchema } from '@/lib/receipts/schema';

/** Looks for a receipt; what was found stays open on this browser for a while. */
export const findReceiptAction = action({
  name: 'find receipt',
  input: receiptSearchSchema,
  may: anyone,
  run: async (search) => {
    await forgetFoundReceipt();
    const [address, device] = [await clientAddress(), await payerDevice()];
    const orderId = await findReceipt({ ...search, address, device });
    await keepFoundReceipt(orderId);
    redirect(`/receipt/${orderId}`);
  },
});
