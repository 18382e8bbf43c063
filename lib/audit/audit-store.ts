import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { AuditFilter, AuditHead, AuditRecord, AuditRow } from './audit';

/** Appends a row to the chain; the function locks its head, so that rows are in one order. */
export async function appendAudit(tx: Tx, record: AuditRecord): Promise<void> {
  const { actor, action, subjectType, subjectId, why, before, after } = record;
  await tx.$queryRaw`
    SELECT FROM append_audit(${actor}, ${action}, ${subjectType}, ${subjectId}, ${why ?? null},
      ${before ? JSON.stringify(before) : null}::jsonb, ${after ? JSON.stringify(after) : null}::jsonb)`;
}

const COLUMNS = Prisma.sql`
  id, at, actor_id AS "actorId", action, subject_type AS "subjectType", subject_id AS "subjectId", why,
  before::text, after::text, previous_hash AS "previousHash", hash`;

/** The rows behind one, in their order. */
export const selectChain = (after: bigint, most: number): Promise<AuditRow[]> =>
  db().$queryRaw<AuditRow[]>`
    SELECT ${COLUMNS} FROM audit_rows WHERE id > ${after} ORDER BY id LIMIT ${most}`;

export async function selectHead(): Promise<AuditHead> {
  const rows = await db().$queryRaw<AuditHead[]>`SELECT rows, hash FROM audit_head`;
  return present(rows[0], 'the head of the audit chain');
}

/** What fits, newest first. */
export function selectAudit(
  { actorId, action, subjectId }: AuditFilter,
  { before, most }: { before?: bigint | undefined; most: number },
): Promise<AuditRow[]> {
  const fits = [
    Prisma.sql`true`,
    ...(actorId === undefined ? [] : [Prisma.sql`actor_id = ${actorId}`]),
    ...(action === undefined ? [] : [Prisma.sql`action = ${action}`]),
    ...(subjectId === undefined ? [] : [Prisma.sql`subject_id = ${subjectId}`]),
    ...(before === undefined ? [] : [Prisma.sql`id < ${before}`]),
  ];
  return db().$queryRaw<AuditRow[]>`
    SELECT ${COLUMNS} FROM audit_rows WHERE ${Prisma.join(fits, ' AND ')} ORDER BY id DESC LIMIT ${most}`;
}
