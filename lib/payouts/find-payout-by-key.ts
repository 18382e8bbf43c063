import { db } from '@/lib/core/db';
import type { ExternalRef } from '@/lib/ledger/chart';
import type { Payout } from './payout';
import { selectPayoutByKey } from './store';

/** The payout that an earlier request under this key made, if there was one. */
export const findPayoutByKey = ({
  account,
  requestKey,
}: {
  account: ExternalRef;
  requestKey: string;
}): Promise<Payout | undefined> => selectPayoutByKey(db(), { ownerId: account.owner, requestKey });
