import { recordAudit } from '@/lib/audit/record-audit';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { formatAmount } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import {
  insertRemittance,
  lockStatement,
  type Remittance,
  selectRemittance,
} from './remittance-store';
import { selectBusinessDay, selectStatement } from './view-store';

/**
 * A carrier's transfer for a statement has reached our bank account. The bank's reference is its key: the
 * same again changes nothing.
 *
 * Refusals: not_permitted, those of verifyStaffCode, not_found, remittance_day_invalid,
 * remittance_exceeds_owed {owed}, remittance_reference_used.
 */
export async function recordRemittance({
  statementId,
  amount,
  reference,
  receivedOn,
  code,
  by,
}: {
  statementId: string;
  amount: Money;
  reference: string;
  /** YYYY-MM-DD, Beijing. */
  receivedOn: string;
  /** Of the authenticator. */
  code: string;
  by: StaffActor;
}): Promise<'recorded' | 'repeated'> {
  requireMay(by, 'remittance.record');
  await verifyStaffCode({ userId: by.id, code });
  const remittance: Remittance = {
    statementId,
    reference,
    amountMinor: amount.amountMinor,
    receivedOn,
  };
  return inTransaction(async (tx) => {
    await lockStatement(tx, statementId);
    const statement = await selectStatement(statementId, tx);
    if (!statement) throw new Refusal('not_found', { statementId });
    const row = { ...remittance, id: newId('rem'), recordedBy: by.id };
    if (!(await insertRemittance(tx, row))) {
      if (isSame(remittance, await selectRemittance(tx, reference))) return 'repeated';
      throw new Refusal('remittance_reference_used', { reference });
    }
    if (receivedOn > (await selectBusinessDay(tx))) throw new Refusal('remittance_day_invalid');
    if (amount.amountMinor > statement.owed.amountMinor) {
      const owed = formatAmount(statement.owed);
      throw new Refusal('remittance_exceeds_owed', { statementId, owed });
    }
    await postEntry(tx, {
      event: 'carrier_remittance',
      entryKey: `carrier_remittance:${reference}`,
      businessRef: statementId,
      amount,
    });
    await recordAudit(tx, {
      actor: by.id,
      action: 'remittance.record',
      subjectType: 'carrier_statement',
      subjectId: statementId,
      before: { owed: formatAmount(statement.owed) },
      after: { reference, received: formatAmount(amount), receivedOn },
    });
    return 'recorded';
  });
}

const isSame = (a: Remittance, b: Remittance | undefined): boolean =>
  a.statementId === b?.statementId &&
  a.amountMinor === b.amountMinor &&
  a.receivedOn === b.receivedOn;
