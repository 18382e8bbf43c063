import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
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
  given: { entryKey: string; credit: TransferIn; reason: SuspenseReason },
): Promise<'opened' | 'repeated'> {
  const { credit, entryKey, reason } = given;
  const { bankReference, amount, channel } = credit;
  const booked = await postEntry(tx, {
    event: 'suspense_received',
    entryKey,
    businessRef: bankReference,
    amount,
    channel,
  });
  if (booked === 'repeated') return 'repeated';
  const id = newId('ssp');
  await insertCase(tx, {
    id,
    bankReference,
    claimedNumber: credit.number,
    amount,
    payerNameMasked: maskName(credit.payerName),
    payerAccountMasked: maskAccount(credit.payerAccount),
    remark: credit.remark,
    reason,
  });
  log().warn({ caseId: id, reason }, 'money came in that could not be credited');
  return 'opened';
}
