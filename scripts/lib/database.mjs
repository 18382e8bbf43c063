import pg from 'pg';
import { Stop } from './stop.mjs';

/** @type {Record<string, (where: string) => string>} */
const CONNECTION_PROBLEMS = {
  ECONNREFUSED: (where) => `No PostgreSQL answers at ${where}: start it, or correct DATABASE_URL.`,
  ENOTFOUND: (where) => `The host of ${where} is unknown: correct DATABASE_URL.`,
  ETIMEDOUT: (where) => `${where} does not answer: check the network, or correct DATABASE_URL.`,
  '28P01': (where) => `The password for ${where} is wrong: correct DATABASE_URL.`,
  28000: (where) =>
    `${where} does not let this user in: correct DATABASE_URL or the server's pg_hba.conf.`,
  '3D000': (where) =>
    `${where} does not exist: create the database (createdb), or correct DATABASE_URL.`,
};

/**
 * Runs work on one connection of its own.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  // A connection that breaks while idle reports here; the next query on it fails with the cause.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Refuses in words when a given DATABASE_URL can't be used.
 * @param {string} url
 */
export async function requireDatabase(url) {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Stop(
      'DATABASE_URL is not the address of a PostgreSQL database: it reads postgres://user:password@host:5432/database.',
    );
  }
  try {
    await withClient(url, (client) => client.query('select 1'));
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    const words = CONNECTION_PROBLEMS[code ?? ''];
    const reason =
      words?.(nameOf(url)) ?? `${nameOf(url)} can't be used (${message}): correct DATABASE_URL.`;
    throw new Stop(reason);
  }
}

/**
 * @param {string} url
 * @returns {string} server and database, never the password
 */
function nameOf(url) {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/**
 * @param {string} url
 * @param {string} database
 * @returns {string} the same server and user, another database
 */
export function withDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/**
 * @param {string} serverUrl any database of the server
 * @param {string} database
 */
export async function createDatabaseIfMissing(serverUrl, database) {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      database,
    ]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  });
}
