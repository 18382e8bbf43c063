import { Refusal } from '@/lib/core/errors';
import { next } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { hasBalanceContract } from './balance-contract';
import { isVirtualNumber } from './rules';
import { SUSPENSE } from './states';
import { selectOwner } from './store';
import { markAssigned, selectCase } from './suspense-store';

/**
 * Credits unclaimed money to the account that a person found it belongs to. Of several who try, one
 * succeeds.
 *
 * Refusals: not_found, state_conflict (assigned already), unknown_account (no such number),
 * account_closed, balance_not_offered (no contract to keep money there)
 */
export async function assignSuspenseCase(given: {
  caseId: string;
  number: string;
  actor: string;
}): Promise<void> {
  const { caseId, number, actor } = given;
  await inTransaction(async (tx) => {
    const found = await selectCase(caseId, tx);
    if (!found) throw new Refusal('not_found', { caseId });
    next(SUSPENSE, found.state, 'assign');
    const account = isVirtualNumber(number) ? await selectOwner(number, tx) : undefined;
    if (!account) throw new Refusal('unknown_account', { caseId });
    if (!(await hasBalanceContract(tx, account))) throw new Refusal('balance_not_offered');
    if (!(await markAssigned(tx, { caseId, number, actor }))) {
      throw new Refusal('state_conflict', { caseId });
    }
    await postEntry(tx, {
      event: 'suspense_assigned',
      entryKey: `suspense-assigned:${caseId}`,
      businessRef: found.bankReference,
      amount: found.amount,
      account,
    });
  });
}
