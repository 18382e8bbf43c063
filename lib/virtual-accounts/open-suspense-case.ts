import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import type { AccountingEvent } from '@/lib/ledger/events';
import { postEntry } from '@/lib/ledger/post-entry';
import type { TransferIn } from './incoming-transfer';
import { maskAccount, maskName } from './rules';
import type { SuspenseReason } from './suspense-case';
import { insertCase } from './suspense-store';

/**
 * Books money into suspense together with the case that a person will decide. The caller has made
 * sure that there is no case of this bank reference yet.
 *
 * Refusal: entry_conflict when the same money was booked elsewhere.
 */
export async function openSuspenseCase(
  tx: Tx,
  given: {
    entryKey: string;
    /** Without number and payer where nobody paid it in. */
    credit: Pick<TransferIn, 'bankReference' | 'amount' | 'remark'> & Partial<TransferIn>;
    reason: SuspenseReason;
    /** How it is booked, where it did not come in from outside. */
    event?: AccountingEvent;
  },
): Promise<'opened' | 'repeated'> {
  const { credit, entryKey, reason } = given;
  const { bankReference, amount, channel } = credit;
  const { number = '', payerName = '', payerAccount = '' } = credit;
  const received = {
    event: 'suspense_received' as const,
    entryKey,
    businessRef: bankReference,
    amount,
    ...(channel && { channel }),
  };
  const booked = await postEntry(tx, given.event ?? received);
  if (booked === 'repeated') return 'repeated';
  const id = newId('ssp');
  await insertCase(tx, {
    id,
    bankReference,
    claimedNumber: number,
    amount,
    payerNameMasked: maskName(payerName),
    payerAccountMasked: maskAccount(payerAccount),
    remark: credit.remark,
    reason,
  });
  log().warn({ caseId: id, reason }, 'money came in that could not be credited');
  return 'opened';
}
