import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { namesIn } from './files.mjs';
import { Stop } from './stop.mjs';
import { waitUntil } from './wait-until.mjs';

// Number and table are those of `prisma migrate deploy`, so that either can follow the other, and neither runs
// while the other does.
const LOCK_NUMBER = 72707369;
const TABLE = `create table if not exists _prisma_migrations (
  id                  varchar(36) primary key not null,
  checksum            varchar(64) not null,
  finished_at         timestamptz,
  migration_name      varchar(255) not null,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** @typedef {{ name: string, sql: string }} Migration */
/** @typedef {{ migration_name: string, checksum: string, finished_at: Date | null, logs: string | null }} Row */

/**
 * @param {string} directory prisma/migrations
 * @returns {Migration[]} in the order to apply them
 */
export function readMigrations(directory) {
  const names = namesIn(directory).filter((name) =>
    fs.existsSync(path.join(directory, name, 'migration.sql')),
  );
  return names.sort().map((name) => ({
    name,
    sql: fs.readFileSync(path.join(directory, name, 'migration.sql'), 'utf8'),
  }));
}

/** @param {string} sql @returns {string} Prisma's checksum of a migration: SHA-256, hex */
export function checksumOf(sql) {
  return createHash('sha256').update(sql).digest('hex');
}

/**
 * Applies what is missing, one transaction each, and refuses a history that is not ours.
 * @param {import('pg').Client} client a session of its own: it holds an advisory lock
 * @param {Migration[]} migrations
 * @param {AbortSignal} [signal]
 * @returns {Promise<string[]>} the names applied now
 */
export async function applyMigrations(client, migrations, signal) {
  await waitUntil(() => tryLock(client), {
    timeoutMs: 120_000,
    everyMs: 200,
    signal,
    otherwise:
      'Another process has been migrating this database for two minutes: let it finish, then run the command again.',
  });
  try {
    await client.query(TABLE);
    /** @type {{ rows: Row[] }} */
    const { rows } = await client.query(
      'select migration_name, checksum, finished_at, logs from _prisma_migrations where rolled_back_at is null',
    );
    checkHistory(migrations, rows);
    const applied = new Set(rows.map((row) => row.migration_name));
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await applyOne(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK_NUMBER]);
  }
}

/** @param {import('pg').Client} client @returns {Promise<boolean>} */
async function tryLock(client) {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [LOCK_NUMBER]);
  return rows[0].held;
}

/**
 * Throws when the database was migrated by other files than these.
 * @param {Migration[]} migrations
 * @param {Row[]} rows
 */
export function checkHistory(migrations, rows) {
  for (const row of rows) {
    const name = row.migration_name;
    const migration = migrations.find((one) => one.name === name);
    if (!row.finished_at) {
      throw new Stop(
        `Migration ${name} failed earlier and was left unfinished: repair the database, then mark it with prisma migrate resolve.`,
        { details: row.logs ?? '' },
      );
    }
    if (!migration) {
      throw new Stop(
        `The database has migration ${name}, which this version of the project does not know: use the version that made it, or another database.`,
      );
    }
    // Prisma, too, accepts a file whose line ends were turned by git on another system.
    const accepted = [migration.sql, migration.sql.replaceAll('\r\n', '\n')].map(checksumOf);
    if (!accepted.includes(row.checksum)) {
      throw new Stop(
        `Migration ${name} was changed after it was applied to this database: put its migration.sql back as it was, and make the change in a new migration.`,
      );
    }
  }
}

/**
 * The change and its record commit together, so that a kill in the middle leaves neither.
 * @param {import('pg').Client} client
 * @param {Migration} migration
 */
async function applyOne(client, { name, sql }) {
  const startedAt = new Date();
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(sql), name, startedAt],
    );
    await client.query('commit');
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    await client.query('rollback');
    throw new Stop(`Migration ${name} failed, and nothing of it was kept: ${message}.`);
  }
}
