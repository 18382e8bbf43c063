import type { Tx } from '@/lib/core/db';
import type { VerificationSource } from './sources';
import { insertVerification } from './store';

/** An outside source has confirmed who the person is. The same source again changes nothing. */
export const recordVerification = (
  tx: Tx,
  verification: { personId: string; source: VerificationSource },
): Promise<void> => insertVerification(tx, verification);
