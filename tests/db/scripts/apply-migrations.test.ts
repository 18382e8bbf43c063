import { expect, test } from 'vitest';
import { withClient, withDatabase } from '@/scripts/lib/database.mjs';
import { applyMigrations, checksumOf } from '@/scripts/lib/migrations.mjs';
import { fromTestRun } from '../../support/cluster';

const FIRST = { name: '20260101000000_first', sql: 'create table a (); create table b ();' };
const SECOND = { name: '20260102000000_second', sql: 'create table c ();' };

/** An empty database: the template has been migrated already. */
async function emptyDatabase(): Promise<string> {
  const cluster = fromTestRun('CASHIER_TEST_CLUSTER');
  const name = `migrations_${process.env.VITEST_POOL_ID}`;
  await withClient(cluster, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
  return withDatabase(cluster, name);
}

const tables = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    );
    return rows.map(({ tablename }) => tablename);
  });

test('what is missing is applied in order and recorded as Prisma records it', async () => {
  const url = await emptyDatabase();
  const apply = (migrations: (typeof FIRST)[]) =>
    withClient(url, (client) => applyMigrations(client, migrations));
  expect(await apply([FIRST])).toEqual([FIRST.name]);
  expect(await apply([FIRST, SECOND])).toEqual([SECOND.name]);
  expect(await apply([FIRST, SECOND])).toEqual([]);

  const { rows } = await withClient(url, (client) =>
    client.query('select * from _prisma_migrations order by migration_name'),
  );
  expect(rows).toEqual(
    [FIRST, SECOND].map(({ name, sql }) => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: checksumOf(sql),
      finished_at: expect.any(Date),
      migration_name: name,
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      applied_steps_count: 1,
    })),
  );
});

test('a migration that fails leaves neither its tables nor a record', async () => {
  const url = await emptyDatabase();
  const broken = { ...SECOND, sql: 'create table c (); select 1 / 0;' };
  const apply = withClient(url, (client) => applyMigrations(client, [FIRST, broken]));
  await expect(apply).rejects.toThrow(/20260102000000_second failed, and nothing of it was kept/);
  expect(await tables(url)).toEqual(['_prisma_migrations', 'a', 'b']);
});

test('two that migrate at once apply each migration once', async () => {
  const url = await emptyDatabase();
  const apply = () => withClient(url, (client) => applyMigrations(client, [FIRST, SECOND]));
  const applied = await Promise.all([apply(), apply(), apply()]);
  expect(applied.flat().sort()).toEqual([FIRST.name, SECOND.name]);
});
