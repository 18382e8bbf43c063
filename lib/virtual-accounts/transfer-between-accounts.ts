import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { accountIdOf, type ExternalRef } from '@/lib/ledger/chart';
import { postEntry } from '@/lib/ledger/post-entry';
import type { Money } from '@/lib/money/money';
import { hasBalanceContract } from './balance-contract';
import { selectNumber } from './store';

/**
 * Moves money from one virtual account to another. The same key with the same content is the same
 * transfer. Who may do this, and whether it counts to a quota, is the caller's to decide.
 *
 * Refusals: invalid_request (to itself), unknown_account (one of the two has no number),
 * balance_not_offered (no contract to keep money there), line_not_positive, amount_out_of_range,
 * insufficient_funds, account_frozen, account_closed, entry_conflict
 */
export async function transferBetweenAccounts(transfer: {
  transferKey: string;
  from: ExternalRef;
  to: ExternalRef;
  amount: Money;
  actor: string;
}): Promise<'posted' | 'repeated'> {
  const { transferKey, from, to, amount, actor } = transfer;
  if (accountIdOf(from) === accountIdOf(to)) {
    throw new Refusal('invalid_request', {}, [{ path: 'to', problem: 'another account' }]);
  }
  return inTransaction(async (tx) => {
    const numbers = { from: await numberOf(tx, from), to: await numberOf(tx, to) };
    if (!(await hasBalanceContract(tx, to))) throw new Refusal('balance_not_offered');
    const booked = await postEntry(tx, {
      event: 'transfer',
      entryKey: `transfer:${transferKey}`,
      businessRef: transferKey,
      amount,
      from,
      to,
    });
    if (booked === 'posted') {
      await recordTransition(tx, {
        subjectType: 'transfer',
        subjectId: transferKey,
        event: 'post',
        from: 'requested',
        to: 'posted',
        actor,
        cause: `from ${numbers.from} to ${numbers.to}`,
      });
    }
    return booked;
  });
}

async function numberOf(tx: Tx, ref: ExternalRef): Promise<string> {
  const number = await selectNumber(ref, tx);
  if (!number) throw new Refusal('unknown_account', { account: accountIdOf(ref) });
  return number;
}
