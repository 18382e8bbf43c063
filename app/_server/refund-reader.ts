import { currentUser } from '@/lib/auth/current-user';
import { isRefusal } from '@/lib/core/errors';
import { provePayer, type Reader } from '@/lib/refunds/prove-payer';
import { readFoundReceipt } from './found-receipt';
import { knownDevice } from './payer-device';

/** What this browser brings along that says whose payments these are. */
export async function refundReader(): Promise<Reader> {
  const [found, user, device] = await Promise.all([
    readFoundReceipt(),
    currentUser(),
    knownDevice(),
  ]);
  return { found, userId: user?.id ?? null, device };
}

/** May whoever reads this page ask for a refund of the order? */
export async function isPayer(orderId: string): Promise<boolean> {
  try {
    await provePayer({ orderId, ...(await refundReader()) });
    return true;
  } catch (error) {
    if (isRefusal(error) && error.code === 'refund_asker_unknown') return false;
    throw error;
  }
}
