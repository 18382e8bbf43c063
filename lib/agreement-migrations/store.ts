import { db, type Tx } from '@/lib/core/db';
import { recordTransition } from '@/lib/core/transitions';
import type { Prisma } from '@/prisma/generated/client';
import type { AgreementMigration } from './migration';
import { MIGRATION, type MigrationEvent, type MigrationState } from './states';

const COLUMNS = {
  id: true,
  merchantId: true,
  state: true,
  rows: true,
  signed: true,
  rejected: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} satisfies Prisma.AgreementMigrationSelect;

/** A file that is not whole, or was given up, is nobody's to see. */
const SHOWN: MigrationState[] = ['ready', 'running', 'done'];

export async function selectMigration(
  id: string,
  tx: Tx = db(),
): Promise<AgreementMigration | undefined> {
  const row = await tx.agreementMigration.findUnique({ where: { id }, select: COLUMNS });
  return row ?? undefined;
}

export async function selectShownMigration(which: {
  merchantId: string;
  migrationId: string;
}): Promise<AgreementMigration | undefined> {
  const { merchantId, migrationId: id } = which;
  const where = { id, merchantId, state: { in: SHOWN } };
  const row = await db().agreementMigration.findFirst({ where, select: COLUMNS });
  return row ?? undefined;
}

/** A merchant's migrations, newest first. */
export const selectShownMigrations = (
  merchantId: string,
  limit: number,
): Promise<AgreementMigration[]> =>
  db().agreementMigration.findMany({
    where: { merchantId, state: { in: SHOWN } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: COLUMNS,
  });

export async function insertMigration(
  tx: Tx,
  migration: { id: string; merchantId: string; requestedBy: string; consentVersion: string },
): Promise<void> {
  const data = { ...migration, state: 'receiving' as const };
  await tx.agreementMigration.create({ data, select: { id: true } });
}

/** One at a time may bring in the same file of a merchant. */
export async function lockFile(
  tx: Tx,
  { merchantId, fileHash }: { merchantId: string; fileHash: string },
): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`migration:${merchantId}:${fileHash}`}, 0))::text`;
}

export async function selectMigrationByFile(
  tx: Tx,
  { merchantId, fileHash }: { merchantId: string; fileHash: string },
): Promise<AgreementMigration | undefined> {
  const where = { merchantId_fileHash: { merchantId, fileHash } };
  const row = await tx.agreementMigration.findUnique({ where, select: COLUMNS });
  return row ?? undefined;
}

/** Nobody gives the file up while some of it is being stored. False when somebody has. */
export async function lockReceiving(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM agreement_migrations WHERE id = ${id} AND state = 'receiving' FOR UPDATE`;
  return rows.length === 1;
}

/** More of the file has come in: so many lines, of which so many are no good. */
export async function countReceived(
  tx: Tx,
  { id, rows, rejected }: { id: string; rows: number; rejected: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE agreement_migrations
       SET rows = rows + ${rows}, rejected = rejected + ${rejected}, received_at = clock_timestamp()
     WHERE id = ${id}`;
}

/** False when another move was quicker. */
export async function moveMigration(
  tx: Tx,
  move: { id: string; event: MigrationEvent; actor: string; fileHash?: string },
): Promise<boolean> {
  const { id, event, actor, fileHash = null } = move;
  const now = await tx.agreementMigration.findUnique({ where: { id }, select: { state: true } });
  if (!now) return false;
  const to = MIGRATION[now.state][event];
  if (!to) return false;
  const changed = await tx.$executeRaw`
    UPDATE agreement_migrations SET state = ${to}::migration_state,
           file_hash = coalesce(${fileHash}, file_hash),
           started_at = CASE WHEN ${to} = 'running' THEN clock_timestamp() ELSE started_at END,
           finished_at = CASE WHEN ${to} = 'done' THEN clock_timestamp() ELSE finished_at END
     WHERE id = ${id} AND state = ${now.state}::migration_state`;
  if (changed !== 1) return false;
  const record = { subjectType: 'agreement_migration' as const, subjectId: id, event, actor };
  await recordTransition(tx, { ...record, from: now.state, to });
  return true;
}

/** A row is done: the counts with it in them. */
export async function countDone(
  tx: Tx,
  { id, signed }: { id: string; signed: boolean },
): Promise<{ left: number } | undefined> {
  const rows = await tx.$queryRaw<{ left: number }[]>`
    UPDATE agreement_migrations
       SET signed = signed + ${signed ? 1 : 0}, rejected = rejected + ${signed ? 0 : 1}
     WHERE id = ${id} AND state = 'running' RETURNING rows - signed - rejected AS "left"`;
  return rows[0];
}
