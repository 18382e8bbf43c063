import { present } from '@/lib/core/assert';
import { disconnect, pool } from '@/lib/core/db';
import { createDatabase } from '@/tests/support/cluster';

/** Something of the database that can be switched off: a statement, or a part of a function's text. */
export type Statement = { sql: string } | { function: string; text: string; instead: string };

/** Switches it off in this process's own database, for good: it is to be thrown away. */
export async function switchOffInDatabase(statement: Statement): Promise<void> {
  if ('sql' in statement) {
    await pool().query(statement.sql);
    return;
  }
  const { rows } = await pool().query<{ text: string }>(
    'SELECT pg_get_functiondef($1::regproc) AS text',
    [statement.function],
  );
  const { text } = present(rows[0], `the function ${statement.function}`);
  const parts = text.split(statement.text);
  if (parts.length !== 2) throw new Error(`${statement.function} has changed: see mutants.ts`);
  await pool().query(parts.join(statement.instead));
}

/** A new database in the place of the one that was used, which may have been spoilt. */
export async function toOwnDatabase(): Promise<void> {
  const name = new URL(present(process.env.DATABASE_URL, 'DATABASE_URL')).pathname.slice(1);
  await disconnect();
  await createDatabase(name);
}

/** As if payments that are on their way had been made in the transaction that died. */
export async function rollBackPayments(): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    // What keeps a transition as it is is off meanwhile.
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(
      `DELETE FROM transitions WHERE subject_id IN (SELECT id FROM attempts WHERE state = 'sent')`,
    );
    await client.query(`DELETE FROM attempts WHERE state = 'sent'`);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
