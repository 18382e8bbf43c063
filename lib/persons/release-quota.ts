import type { Tx } from '@/lib/core/db';
import { giveQuotaBack } from './quota-store';

/** Gives back what `holdQuota` counted under this reference, once; of a day that is over there is nothing left. */
export const releaseQuota = (tx: Tx, { reference }: { reference: string }): Promise<void> =>
  giveQuotaBack(tx, reference);
