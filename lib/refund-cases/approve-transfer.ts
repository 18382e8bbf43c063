import { recordAudit } from '@/lib/audit/record-audit';
import { verifyCheckerCode } from '@/lib/auth/verify-checker-code';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { db, type Tx } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { next } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { findPayee } from '@/lib/payouts/find-payee';
import { approvalRefusal, dailyCapOf } from './approval-rules';
import { contentHashOf } from './content-hash';
import {
  countApproved,
  insertApproval,
  selectApprovedToday,
  selectProposal,
} from './proposal-store';
import type { Proposal, RefundCase } from './refund-case';
import { selectClaims } from './refund-claim-store';
import { REFUND_CASE } from './states';
import { lockCase, moveCase, selectCase } from './store';
import { refuseUnclear } from './unclear';

export interface Approval {
  caseId: string;
  /** Of what the checker was shown. */
  contentHash: string;
  /** Of the checker's authenticator. */
  code: string;
  by: StaffActor;
}

/**
 * A checker agrees to exactly what they saw: somebody else than the maker, in a role that the tier
 * asks for, within their cap of the day, with a fresh code of their authenticator. The last one that
 * is needed starts the cool-off, at whose end the money leaves. What would be refused anyway costs
 * no code.
 *
 * @throws Refusal not_permitted, not_found, state_conflict, approval_same_person, approval_stale,
 * approval_repeated, approval_claim_opener, approval_role_too_low, approval_cap_reached {left},
 * case_payee_missing, refund_in_doubt, case_payout_contradicted, checker_too_new, totp_wrong, totp_needed,
 * too_many_requests
 */
export async function approveTransfer(
  approval: Approval,
): Promise<{ state: 'proposed' | 'approved'; sendAt: Date | null }> {
  const { caseId, by, code } = approval;
  requireMay(by, 'case.approve');
  const seen = await selectCase(caseId);
  if (!seen) throw new Refusal('not_found', { caseId });
  await checkApproval(db(), seen, approval);
  await verifyCheckerCode({ userId: by.id, code });
  return inTransaction(async (tx) => {
    const known = await lockCase(tx, caseId);
    const proposal = await checkApproval(tx, known, approval);
    const { id: proposalId, makerId, contentHash, needed } = proposal;
    await insertApproval(tx, { proposalId, makerId, contentHash, checkerId: by.id });
    await countToDay(tx, known, by);
    const given = proposal.approvals.length + 1;
    const sendAt = given >= needed ? await approve(tx, known, by) : null;
    const state = sendAt ? 'approved' : 'proposed';
    await recordAudit(tx, {
      actor: by.id,
      action: 'case.approve',
      subjectType: 'refund_case',
      subjectId: caseId,
      before: { state: known.state, approvals: proposal.approvals.length },
      after: { state, approvals: given, amount: formatMoney(known.amount), contentHash },
    });
    return { state, sendAt };
  });
}

/** @returns what stands to be approved */
async function checkApproval(tx: Tx, known: RefundCase, approval: Approval): Promise<Proposal> {
  const { caseId, by, contentHash: seenHash } = approval;
  next(REFUND_CASE, known.state, 'approve');
  const proposal = await selectProposal(present(known.proposalId, `proposal of ${caseId}`), tx);
  const payee = await findPayee({ payeeId: present(known.payeeId, `payee of ${caseId}`) }, tx);
  if (!payee || payee.forgottenAt) throw new Refusal('case_payee_missing', { caseId });
  const refused = approvalRefusal({
    proposal: { ...proposal, approvedBy: proposal.approvals.map(({ checkerId }) => checkerId) },
    presentHash: contentHashOf(known, payee),
    seenHash,
    handedOverBy: await handedOverBy(tx, caseId),
    checker: by,
  });
  if (refused) throw new Refusal(refused, { caseId });
  await refuseUnclear(tx, known);
  const left = await leftToday(tx, by);
  if (known.amount.amountMinor > left) throw capReached(left);
  return proposal;
}

/** Who checked an identity and gave the link out by which the payee may have been named. */
async function handedOverBy(tx: Tx, caseId: string): Promise<string[]> {
  const claims = await selectClaims(caseId, tx);
  return claims
    .filter(({ proof, provedAt }) => proof === 'identity_check' && provedAt !== null)
    .map(({ openedBy }) => openedBy);
}

const leftToday = async (tx: Tx, { id, staffRole }: StaffActor): Promise<bigint> =>
  dailyCapOf(staffRole).amountMinor - (await selectApprovedToday(id, tx));

const capReached = (leftMinor: bigint): Refusal =>
  new Refusal('approval_cap_reached', { left: formatMoney(cny(leftMinor > 0n ? leftMinor : 0n)) });

/** One conditional statement: however many cases somebody approves at once, never above the cap. */
async function countToDay(tx: Tx, { amount }: RefundCase, by: StaffActor): Promise<void> {
  const { amountMinor } = amount;
  const capMinor = dailyCapOf(by.staffRole).amountMinor;
  if (!(await countApproved(tx, { userId: by.id, amountMinor, capMinor }))) {
    throw capReached(await leftToday(tx, by));
  }
}

async function approve(tx: Tx, known: RefundCase, by: StaffActor): Promise<Date> {
  const coolOffMs = env().REFUND_COOL_OFF_SECONDS * 1000;
  const sendAt = new Date((await databaseNow(tx)).getTime() + coolOffMs);
  const cause = 'everybody who has to has approved';
  await moveCase(tx, known, { event: 'approve', actor: by.id, cause, set: { sendAt } });
  return sendAt;
}
