import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { BalanceContract } from './merchant';
import { updateBalanceContract } from './store';

/** On what ground money may rest on balances with this party from now on. Refusal: not_found. */
export async function setBalanceContract({
  merchantId,
  balanceContract,
}: {
  merchantId: string;
  balanceContract: BalanceContract;
}): Promise<void> {
  const changed = await inTransaction((tx) =>
    updateBalanceContract(tx, merchantId, balanceContract),
  );
  if (!changed) throw new Refusal('not_found', { merchantId });
}
