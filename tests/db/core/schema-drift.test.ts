import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { declaredColumns, declaredEnums, type ModelColumn } from '@/tests/support/prisma-models';

const key = ({ table, column, type, nullable }: ModelColumn): string =>
  `${table}.${column} ${type}${nullable ? '?' : ''}`;

test('a freshly migrated database has the columns that the models declare, and no others', async () => {
  const { rows } = await pool().query<ModelColumn>(
    `SELECT c.table_name AS table, c.column_name AS column, c.is_nullable = 'YES' AS nullable,
            CASE WHEN c.data_type = 'USER-DEFINED' THEN c.udt_name ELSE c.data_type END AS type
       FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND c.table_name <> '_prisma_migrations'`,
  );
  const declared = declaredColumns().map(key).sort();
  expect(declared.length).toBeGreaterThan(150);
  expect(rows.map(key).sort()).toEqual(declared);
});

test('it has the enums that the models declare, value by value in the same order', async () => {
  const { rows } = await pool().query<{ name: string; values: string[] }>(
    `SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS values
       FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
       JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname = 'public' GROUP BY t.typname`,
  );
  expect(Object.fromEntries(rows.map(({ name, values }) => [name, values]))).toEqual(
    declaredEnums(),
  );
});
