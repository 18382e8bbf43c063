import type { Tx } from '@/lib/core/db';
import type { Payee } from './payee';
import { selectPayee } from './payee-store';

/** The payee with masks only, also when forgotten since. */
export const findPayee = async (
  { payeeId }: { payeeId: string },
  tx?: Tx,
): Promise<Payee | undefined> => (await selectPayee(payeeId, tx)) ?? undefined;
