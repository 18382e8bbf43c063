import { recordAudit } from '@/lib/audit/record-audit';
import { verifyCheckerCode } from '@/lib/auth/verify-checker-code';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { next } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { accountIdOf, type ExternalRef } from '@/lib/ledger/chart';
import { postEntry } from '@/lib/ledger/post-entry';
import { formatAmount } from '@/lib/money/format-money';
import { hasBalanceContract } from './balance-contract';
import { isVirtualNumber } from './rules';
import { SUSPENSE } from './states';
import { selectOwner } from './store';
import type { SuspenseCase } from './suspense-case';
import { lockSuspenseCase, markAssigned, markProposed, selectCase } from './suspense-store';

interface Assignment {
  caseId: string;
  number: string;
  /** Of the authenticator: money moves. */
  code: string;
  by: StaffActor;
}

/**
 * Credits unclaimed money to the account that a person found it belongs to. Of several who try, one
 * succeeds. A refund that nobody claimed takes two people: the first one's number is kept, and the money
 * moves when another one names the same; a different number starts over.
 *
 * @returns whether the money moved, or waits for a second person
 *
 * Refusals: not_permitted, those of verifyStaffCode, not_found, state_conflict (assigned already),
 * unknown_account (no such number), account_closed, balance_not_offered (no contract to keep money there),
 * suspense_is_owed (to us, by somebody who was refunded twice), suspense_same_person (who said it first),
 * checker_too_new
 */
export async function assignSuspenseCase(given: Assignment): Promise<'assigned' | 'proposed'> {
  const { caseId, code, by } = given;
  requireMay(by, 'suspense.assign');
  const seen = await selectCase(caseId);
  if (seen && isSecond(seen, given)) {
    refuseSame(seen, given);
    await verifyCheckerCode({ userId: by.id, code });
  } else {
    await verifyStaffCode({ userId: by.id, code });
  }
  return inTransaction(async (tx) => {
    const { found, account } = await checkAssignment(tx, given);
    const isAgreed = found.reason !== 'unclaimed_refund' || isSecond(found, given);
    // Said by somebody else since the code was asked for: who agrees is to have seen it.
    if (isAgreed && seen?.proposedBy !== found.proposedBy) {
      throw new Refusal('state_conflict', { caseId });
    }
    if (isAgreed) await assign(tx, found, account, given);
    else await propose(tx, found, given);
    return isAgreed ? 'assigned' : 'proposed';
  });
}

const isSecond = (known: SuspenseCase, { number }: Assignment): boolean =>
  known.reason === 'unclaimed_refund' && known.proposedNumber === number;

function refuseSame({ proposedBy }: SuspenseCase, { caseId, by }: Assignment): void {
  if (proposedBy === by.id) throw new Refusal('suspense_same_person', { caseId });
}

async function checkAssignment(
  tx: Tx,
  given: Assignment,
): Promise<{ found: SuspenseCase; account: ExternalRef }> {
  const { caseId, number } = given;
  const found = await lockSuspenseCase(tx, caseId);
  if (!found) throw new Refusal('not_found', { caseId });
  next(SUSPENSE, found.state, 'assign');
  if (found.reason === 'returned_twice') throw new Refusal('suspense_is_owed', { caseId });
  const account = isVirtualNumber(number) ? await selectOwner(number, tx) : undefined;
  if (!account) throw new Refusal('unknown_account', { caseId });
  if (!(await hasBalanceContract(tx, account))) throw new Refusal('balance_not_offered');
  if (isSecond(found, given)) refuseSame(found, given);
  return { found, account };
}

async function propose(tx: Tx, found: SuspenseCase, given: Assignment): Promise<void> {
  const { caseId, number, by } = given;
  if (!(await markProposed(tx, { caseId, number, actor: by.id }))) {
    throw new Refusal('state_conflict', { caseId });
  }
  await recordAudit(tx, {
    actor: by.id,
    action: 'suspense.assign',
    subjectType: 'suspense_case',
    subjectId: caseId,
    before: { state: found.state, proposedNumber: found.proposedNumber },
    after: { proposedNumber: number, amount: formatAmount(found.amount) },
  });
}

async function assign(
  tx: Tx,
  found: SuspenseCase,
  account: ExternalRef,
  { caseId, number, by }: Assignment,
): Promise<void> {
  if (!(await markAssigned(tx, { caseId, number, actor: by.id }))) {
    throw new Refusal('state_conflict', { caseId });
  }
  await postEntry(tx, {
    event: 'suspense_assigned',
    entryKey: `suspense-assigned:${caseId}`,
    businessRef: found.bankReference,
    amount: found.amount,
    account,
  });
  await recordAudit(tx, {
    actor: by.id,
    action: 'suspense.assign',
    subjectType: 'suspense_case',
    subjectId: caseId,
    before: { state: found.state, proposedBy: found.proposedBy },
    after: { number, account: accountIdOf(account), amount: formatAmount(found.amount) },
  });
}
