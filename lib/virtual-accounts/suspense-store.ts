import { db, type Tx } from '@/lib/core/db';
import { recordTransition } from '@/lib/core/transitions';
import { cny } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import type { SuspenseState } from './states';
import type { SuspenseCase } from './suspense-case';

const COLUMNS = {
  id: true,
  bankReference: true,
  claimedNumber: true,
  amountMinor: true,
  payerNameMasked: true,
  payerAccountMasked: true,
  remark: true,
  reason: true,
  state: true,
  proposedNumber: true,
  proposedBy: true,
  assignedNumber: true,
  resolvedBy: true,
  resolvedAt: true,
  createdAt: true,
} satisfies Prisma.SuspenseCaseSelect;

const toCase = ({
  amountMinor,
  ...row
}: Prisma.SuspenseCaseGetPayload<{ select: typeof COLUMNS }>): SuspenseCase => ({
  ...row,
  amount: cny(amountMinor),
});

export async function insertCase(
  tx: Tx,
  {
    amount,
    ...columns
  }: Pick<
    SuspenseCase,
    | 'id'
    | 'bankReference'
    | 'claimedNumber'
    | 'amount'
    | 'payerNameMasked'
    | 'payerAccountMasked'
    | 'remark'
    | 'reason'
  >,
): Promise<void> {
  await tx.suspenseCase.create({ data: { ...columns, ...amount }, select: { id: true } });
}

export async function selectCase(id: string, tx: Tx = db()): Promise<SuspenseCase | undefined> {
  const row = await tx.suspenseCase.findUnique({ where: { id }, select: COLUMNS });
  return row ? toCase(row) : undefined;
}

export async function selectCaseByReference(
  tx: Tx,
  bankReference: string,
): Promise<SuspenseCase | undefined> {
  const row = await tx.suspenseCase.findUnique({ where: { bankReference }, select: COLUMNS });
  return row ? toCase(row) : undefined;
}

/** Oldest first: who waits longest is seen first. */
export async function selectCases(filter: {
  state?: SuspenseState;
  after?: string;
  limit: number;
}): Promise<SuspenseCase[]> {
  const rows = await db().suspenseCase.findMany({
    where: filter.state ? { state: filter.state } : {},
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    ...(filter.after ? { cursor: { id: filter.after }, skip: 1 } : {}),
    take: filter.limit,
    select: COLUMNS,
  });
  return rows.map(toCase);
}

/** In the place of what anybody said before; false when it was assigned meanwhile. */
export async function markProposed(
  tx: Tx,
  { caseId, number, actor }: { caseId: string; number: string; actor: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE suspense_cases SET proposed_number = ${number}, proposed_by = ${actor},
           proposed_at = clock_timestamp()
     WHERE id = ${caseId} AND state = 'open'`;
  return changed === 1;
}

/** The case, nobody else's until the transaction ends. */
export async function lockSuspenseCase(tx: Tx, id: string): Promise<SuspenseCase | undefined> {
  await tx.$executeRaw`SELECT 1 FROM suspense_cases WHERE id = ${id} FOR UPDATE`;
  return selectCase(id, tx);
}

/** False when somebody else assigned it meanwhile: exactly one caller is told true. */
export async function markAssigned(
  tx: Tx,
  { caseId, number, actor }: { caseId: string; number: string; actor: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE suspense_cases SET state = 'assigned', assigned_number = ${number},
           resolved_by = ${actor}, resolved_at = clock_timestamp()
     WHERE id = ${caseId} AND state = 'open'`;
  if (changed !== 1) return false;
  await recordTransition(tx, {
    subjectType: 'suspense_case',
    subjectId: caseId,
    event: 'assign',
    from: 'open',
    to: 'assigned',
    actor,
    cause: `to ${number}`,
  });
  return true;
}
