import { inTransaction } from '@/lib/core/unit-of-work';
import { forgetPayee } from '@/lib/payouts/forget-payee';
import { RETURN_WATCH_DAYS } from './case-rules';
import { selectDonePayees } from './store';

const AT_ONCE = 50;

/** Forgets whom refunds were paid to once no bank sends them back any more; answers how many. */
export async function forgetDonePayees(): Promise<number> {
  return inTransaction(async (tx) => {
    const done = await selectDonePayees(tx, { days: RETURN_WATCH_DAYS, most: AT_ONCE });
    for (const payeeId of done) await forgetPayee(tx, { payeeId });
    return done.length;
  });
}
