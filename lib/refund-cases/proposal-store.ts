import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import type { Tier } from './approval-rules';
import type { Proposal } from './refund-case';

const COLUMNS = {
  id: true,
  caseId: true,
  payeeId: true,
  amountMinor: true,
  contentHash: true,
  tier: true,
  needed: true,
  makerId: true,
  note: true,
  voidedAt: true,
  voidReason: true,
  createdAt: true,
} satisfies Prisma.RefundProposalSelect;

async function withApprovals(
  rows: Prisma.RefundProposalGetPayload<{ select: typeof COLUMNS }>[],
  tx: Tx,
): Promise<Proposal[]> {
  const approvals = await tx.refundApproval.findMany({
    where: { proposalId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ approvedAt: 'asc' }, { checkerId: 'asc' }],
    select: { proposalId: true, checkerId: true, approvedAt: true },
  });
  return rows.map(({ amountMinor, tier, ...row }) => ({
    ...row,
    // Written by this module only.
    tier: tier as Tier,
    amount: cny(amountMinor),
    approvals: approvals
      .filter(({ proposalId }) => proposalId === row.id)
      .map(({ checkerId, approvedAt }) => ({ checkerId, approvedAt })),
  }));
}

export async function selectProposal(id: string, tx: Tx = db()): Promise<Proposal> {
  const row = await tx.refundProposal.findUnique({ where: { id }, select: COLUMNS });
  const [proposal] = await withApprovals([present(row, `proposal ${id}`)], tx);
  return present(proposal, `proposal ${id}`);
}

/** All that was ever proposed for a case, oldest first. */
export async function selectProposals(caseId: string, tx: Tx = db()): Promise<Proposal[]> {
  const rows = await tx.refundProposal.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: COLUMNS,
  });
  return withApprovals(rows, tx);
}

export async function insertProposal(
  tx: Tx,
  { amount, ...columns }: Omit<Proposal, 'voidedAt' | 'voidReason' | 'createdAt' | 'approvals'>,
): Promise<void> {
  const data = { ...columns, amountMinor: amount.amountMinor };
  await tx.refundProposal.create({ data, select: { id: true } });
}

export async function markVoid(
  tx: Tx,
  { proposalId, reason }: { proposalId: string; reason: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE refund_proposals SET voided_at = clock_timestamp(), void_reason = ${reason}
     WHERE id = ${proposalId} AND voided_at IS NULL`;
}

export async function insertApproval(
  tx: Tx,
  approval: { proposalId: string; makerId: string; contentHash: string; checkerId: string },
): Promise<void> {
  const { proposalId, makerId, contentHash, checkerId } = approval;
  // The day that it counts to is the database's: so is its time.
  await tx.$executeRaw`
    INSERT INTO refund_approvals (proposal_id, checker_id, maker_id, content_hash, approved_at)
    VALUES (${proposalId}, ${checkerId}, ${makerId}, ${contentHash}, CURRENT_TIMESTAMP)`;
}

/**
 * Counts an amount to what somebody approved today (Beijing time); false, and nothing counted, when
 * that would be more than the day's cap.
 */
export async function countApproved(
  tx: Tx,
  given: { userId: string; amountMinor: bigint; capMinor: bigint },
): Promise<boolean> {
  const { userId, amountMinor, capMinor } = given;
  const changed = await tx.$executeRaw`
    INSERT INTO approval_days AS d (user_id, day, used_minor, cap_minor)
    SELECT ${userId}, (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Shanghai')::date,
           ${amountMinor}::bigint, ${capMinor}::bigint
     WHERE ${amountMinor}::bigint <= ${capMinor}::bigint
    ON CONFLICT (user_id, day) DO UPDATE
       SET used_minor = d.used_minor + excluded.used_minor, cap_minor = excluded.cap_minor
     WHERE d.used_minor + excluded.used_minor <= excluded.cap_minor`;
  return changed === 1;
}

/** What somebody has approved today, in fen. */
export async function selectApprovedToday(userId: string, tx: Tx = db()): Promise<bigint> {
  const rows = await tx.$queryRaw<{ used: bigint }[]>`
    SELECT used_minor AS used FROM approval_days
     WHERE user_id = ${userId} AND day = (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Shanghai')::date`;
  return rows[0]?.used ?? 0n;
}
