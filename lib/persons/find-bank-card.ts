import { db, type Tx } from '@/lib/core/db';
import type { BankCard } from './bank-card';
import { selectLiveCard } from './bank-card-store';

/** The card, unless it was removed. Whose it is, the caller has to look at. */
export async function findBankCard(
  { bankCardId }: { bankCardId: string },
  tx: Tx = db(),
): Promise<BankCard | undefined> {
  return (await selectLiveCard(bankCardId, tx)) ?? undefined;
}
