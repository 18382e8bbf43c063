import { pool } from '@/lib/core/db';

/** The tables, of any schema, in which the text stands anywhere: as text, in JSON or in bytes. */
export async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool().query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM ${name} t WHERE t::text LIKE $1 OR t::text LIKE $2) AS found`,
      [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`],
    );
    if (rows[0]?.found) found.push(name);
  }
  return found;
}
