import type { z } from 'zod';
import type { Store } from '../state/store';
import type { Contract, contractChange } from './schema';

/** Switches permissions on and off; orders that are already there are not touched. */
export function changeContract(store: Store, change: z.infer<typeof contractChange>): Contract {
  const contract = store.readContract();
  return store.saveContract({
    permissions: { ...contract.permissions, ...change.permissions },
    smsForPayments: change.smsForPayments ?? contract.smsForPayments,
  });
}
