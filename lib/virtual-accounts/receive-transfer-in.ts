import type { Tx } from '@/lib/core/db';
import { isRefusal, Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { ExternalRef } from '@/lib/ledger/chart';
import type { AccountingEvent } from '@/lib/ledger/events';
import { postEntry } from '@/lib/ledger/post-entry';
import { sameMoney } from '@/lib/money/money';
import { hasBalanceContract } from './balance-contract';
import type { TransferIn } from './incoming-transfer';
import { openSuspenseCase } from './open-suspense-case';
import { bankCreditKey, isVirtualNumber } from './rules';
import { selectOwner } from './store';
import type { SuspenseCase, SuspenseReason } from './suspense-case';
import { selectCaseByReference } from './suspense-store';

type Result = 'credited' | 'repeated' | 'suspense';

/**
 * Books money that the bank says has arrived, once per bank reference however often it is told. A
 * frozen account still takes money in. Money for a number we never gave out, for a closed account or
 * for a balance without a contract goes into suspense, with a case for a person: it is at our bank
 * already, so there is nobody to refuse it to.
 *
 * Refusals: entry_conflict (the reference came before with another amount or number),
 * line_not_positive, amount_out_of_range
 */
export async function receiveTransferIn(credit: TransferIn): Promise<Result> {
  return inTransaction(async (tx) => {
    const known = await selectCaseByReference(tx, credit.bankReference);
    if (known) return repeatOf(known, credit);
    const ref = isVirtualNumber(credit.number) ? await selectOwner(credit.number, tx) : undefined;
    if (!ref) return suspend(tx, credit, 'unknown_number');
    const event = creditEvent(credit, ref);
    if (!(await hasBalanceContract(tx, ref))) return suspend(tx, credit, 'no_contract', event);
    try {
      return (await postEntry(tx, event)) === 'posted' ? 'credited' : 'repeated';
    } catch (error) {
      if (isRefusal(error) && error.code === 'account_closed') {
        return suspend(tx, credit, 'closed_account');
      }
      throw error;
    }
  });
}

function creditEvent(credit: TransferIn, ref: ExternalRef): AccountingEvent {
  const { amount, bankReference: businessRef } = credit;
  const entry = { entryKey: bankCreditKey(credit.bankReference), businessRef, amount };
  return ref.subject === 'customer_balance'
    ? { ...entry, event: 'top_up', customerId: ref.owner }
    : { ...entry, event: 'transfer_in', account: ref };
}

/** A repeat is a repeat even when the case was assigned meanwhile. */
function repeatOf(known: SuspenseCase, credit: TransferIn): Result {
  const same = sameMoney(known.amount, credit.amount) && known.claimedNumber === credit.number;
  if (!same) throw new Refusal('entry_conflict', { bankReference: credit.bankReference });
  return 'repeated';
}

async function suspend(
  tx: Tx,
  credit: TransferIn,
  reason: SuspenseReason,
  creditedBefore?: AccountingEvent,
): Promise<Result> {
  try {
    const opened = await openSuspenseCase(tx, {
      entryKey: bankCreditKey(credit.bankReference),
      credit,
      reason,
    });
    return opened === 'opened' ? 'suspense' : 'repeated';
  } catch (error) {
    if (!creditedBefore || !isRefusal(error) || error.code !== 'entry_conflict') throw error;
    // Credited while there was a contract. The key is taken, so this can only find the same entry
    // again or refuse: it books nothing.
    await postEntry(tx, creditedBefore);
    return 'repeated';
  }
}
