import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { readRows } from '@/lib/core/read-rows';
import { Prisma } from '@/prisma/generated/client';
import { type LedgerAccount, ledgerAccountOf } from './account';
import { type AccountRef, accountIdOf, isExternal, type Subject } from './chart';
import type { AccountState } from './states';

interface Row {
  id: string;
  subject: Subject;
  owner: string;
  balanceMinor: bigint;
  heldMinor: bigint;
  state: AccountState;
}

const COLUMNS = Prisma.sql`id, subject_code AS subject, owner_id AS owner,
  balance_minor AS "balanceMinor", held_minor AS "heldMinor", state::text`;

const accountOf = ({ id, subject, owner, ...row }: Row): LedgerAccount =>
  ledgerAccountOf(id, { subject, owner }, row);

export async function selectAccount(
  accountId: string,
  tx?: Tx,
): Promise<LedgerAccount | undefined> {
  const rows = await readRows<Row>(
    'ledger_account',
    Prisma.sql`SELECT ${COLUMNS} FROM ledger_balances WHERE id = ${accountId}`,
    tx,
  );
  return rows[0] && accountOf(rows[0]);
}

export interface AccountFilter {
  subject?: Subject;
  owner?: string;
  /** The id of the last account of the page before. */
  after?: string;
}

export async function selectAccounts(
  { subject, owner, after }: AccountFilter,
  most: number,
): Promise<LedgerAccount[]> {
  const conditions = [
    subject && Prisma.sql`subject_code = ${subject}`,
    owner && Prisma.sql`owner_id = ${owner}`,
    after && Prisma.sql`id > ${after}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  const where = conditions.length
    ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`
    : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM ledger_balances ${where} ORDER BY id LIMIT ${most}`;
  return rows.map(accountOf);
}

/**
 * Holds the account still until the transaction ends, made if it was never used. No post locks an
 * internal account, so there all posts are waited for and kept out.
 */
export async function lockAccount(tx: Tx, ref: AccountRef): Promise<LedgerAccount> {
  const id = accountIdOf(ref);
  if (!isExternal(ref.subject)) await tx.$executeRaw`SELECT pg_advisory_xact_lock(5120261121)`;
  await tx.$executeRaw`
    INSERT INTO ledger_accounts (id, subject_code, owner_id, currency, kind, normal_side, balance_minor)
    SELECT ${id}, code, ${ref.owner}, 'CNY', kind, normal_side, 0
      FROM ledger_subjects WHERE code = ${ref.subject}
    ON CONFLICT (id) DO NOTHING`;
  await tx.$queryRaw`SELECT FROM ledger_accounts WHERE id = ${id} FOR NO KEY UPDATE`;
  return present(await selectAccount(id, tx), 'the account just made');
}

/** Of an account that this transaction holds. */
export async function setAccountState(tx: Tx, id: string, state: AccountState): Promise<void> {
  await tx.ledgerAccount.update({ where: { id }, data: { state }, select: { id: true } });
}
