import { Refusal } from '@/lib/core/errors';
import { accountIdOf, type ExternalRef } from '@/lib/ledger/chart';
import type { Payout } from './payout';
import { selectPayout } from './store';

/** A payout of this account; one of another account is `not_found`, too. */
export async function getPayout({
  payoutId,
  account,
}: {
  payoutId: string;
  account: ExternalRef;
}): Promise<Payout> {
  const payout = await selectPayout(payoutId);
  if (!payout || accountIdOf(payout.account) !== accountIdOf(account)) {
    throw new Refusal('not_found', { payoutId });
  }
  return payout;
}
