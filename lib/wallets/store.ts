import type { Tx } from '@/lib/core/db';
import { accountIdOf, type ExternalRef } from '@/lib/ledger/chart';

/** Why the account was frozen the last time; undefined if it never was. */
export async function selectFreezeCause(
  tx: Tx,
  account: ExternalRef,
): Promise<string | null | undefined> {
  const last = await tx.transition.findFirst({
    where: { subjectType: 'account', subjectId: accountIdOf(account), toState: 'frozen' },
    orderBy: { id: 'desc' },
    select: { cause: true },
  });
  return last?.cause;
}
