import { db, type Tx } from '@/lib/core/db';
import type { PhonePayment } from './phone-payment';
import { selectPhonePayment } from './phone-store';

/** What is kept of the phone whose bill an attempt charges; undefined for any other method. */
export const findPhonePayment = (
  attemptId: string,
  tx: Tx = db(),
): Promise<PhonePayment | undefined> =>
  selectPhonePayment({ id: attemptId, method: 'carrier' }, tx);
