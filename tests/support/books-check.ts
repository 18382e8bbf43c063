import pg from 'pg';
import { afterAll, afterEach, expect } from 'vitest';
import { present } from '@/lib/core/assert';

// Where a proof asks for it, so are the steps of everything; many tests write states that no step led to.
const HISTORIES =
  process.env.CHECK_HISTORIES === '1' ? 'UNION ALL SELECT code, detail FROM check_histories()' : '';
const CHECK = `SELECT code, detail FROM check_books() ${HISTORIES} ORDER BY code, detail`;

/** One connection for a file: a new one for each test would be most of what the check costs. */
let kept: pg.Client | undefined;

async function connection(): Promise<pg.Client> {
  if (kept) return kept;
  const connectionString = present(process.env.DATABASE_URL, 'DATABASE_URL');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 15_000 });
  const forget = () => {
    if (kept === client) kept = undefined;
  };
  // Some tests break every connection of their database.
  client.on('error', forget);
  client.on('end', forget);
  await client.connect();
  kept = client;
  return client;
}

// Whatever a test did: afterwards the books of its database are clean.
afterEach(async () => {
  const ask = async () => (await (await connection()).query(CHECK)).rows;
  const rows = await ask().catch((error) => {
    // Broken while it was idle: once more, on another one.
    if (kept) throw error;
    return ask();
  });
  expect(rows).toEqual([]);
});

afterAll(() => kept?.end());
