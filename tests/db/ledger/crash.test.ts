import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '@/scripts/lib/database.mjs';
import { makePrivateDirectory } from '@/scripts/lib/files.mjs';
import { migrateDatabase } from '@/scripts/lib/migrate-database.mjs';
import { startPostgres } from '@/scripts/lib/postgres.mjs';
import { createProcesses } from '@/scripts/lib/processes.mjs';
import { waitUntil } from '@/scripts/lib/wait-until.mjs';
import { fromTestRun } from '@/tests/support/cluster';

const POSTS = 10_000;
const never = new AbortController().signal;
// A server of its own: it is going to be pulled down.
const home = path.join(fromTestRun('CASHIER_TEST_DIR'), 'crash');
makePrivateDirectory(home);
const processes = createProcesses(path.join(home, 'processes.json'));
const serve = () => startPostgres(processes, never, { home, database: 'crash' });
let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await serve();
  await migrateDatabase(processes, never, { url: postgres.url, logDir: home });
});
afterAll(async () => {
  await postgres.stop();
  postgres.remove();
});

/** Fresh money for every customer, so that each test can spend a fen per post. */
const topUp = (key: string) =>
  withClient(postgres.url, (client) =>
    client.query(
      `SELECT post_entries(jsonb_agg(jsonb_build_object('id', $1 || n, 'entryKey', $1 || n, 'event', 'top_up',
                'businessRef', $1, 'currency', 'CNY', 'lines', jsonb_build_array(
                  jsonb_build_object('subject', 'platform_bank', 'owner', 'platform', 'side', 'debit', 'amountMinor', '100000'),
                  jsonb_build_object('subject', 'customer_balance', 'owner', 'cus_crash_' || n, 'side', 'credit', 'amountMinor', '100000')))))
         FROM generate_series(0, 49) AS n`,
      [key],
    ),
  );

/** The app's part: a process that posts, and the numbers it was given word of. */
function startPosting(prefix: string) {
  const file = path.join('tests', 'support', 'post-many.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, prefix, String(POSTS)], {
    env: { ...process.env, DATABASE_URL: postgres.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push(Number(line));
    for (const { count, go } of waiting) if (acknowledged.length >= count) go();
  });
  const closed = once(child, 'close');
  return {
    child,
    acknowledged,
    closed,
    atLeast: (count: number) => new Promise<void>((go) => waiting.push({ count, go })),
  };
}

/** Nobody works on the database any more: what was under way is committed or gone. */
const quiet = () =>
  waitUntil(
    () =>
      withClient(postgres.url, async (client) => {
        const { rows } = await client.query(
          `SELECT count(*)::int AS busy FROM pg_stat_activity
            WHERE datname = 'crash' AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
        );
        return rows[0].busy === 0;
      }),
    { timeoutMs: 15_000, otherwise: 'somebody still works on the database' },
  );

const books = (prefix: string) =>
  withClient(postgres.url, async (client) => {
    const entries = await client.query(
      `SELECT split_part(e.entry_key, ':', 2)::int AS number, count(l.id)::int AS lines
         FROM ledger_entries e LEFT JOIN ledger_lines l ON l.entry_id = e.id
        WHERE split_part(e.entry_key, ':', 1) = $1 GROUP BY e.id ORDER BY 1`,
      [prefix],
    );
    const findings = await client.query('SELECT * FROM check_books()');
    const pending = await client.query(
      `SELECT balance_minor AS minor FROM ledger_balances WHERE id = 'merchant_pending:mer_' || $1 || ':CNY'`,
      [prefix],
    );
    return {
      numbers: entries.rows.map(({ number }): number => number),
      lines: new Set(entries.rows.map(({ lines }): number => lines)),
      findings: findings.rows,
      paidMinor: Number(pending.rows[0].minor),
    };
  });

test('the app is killed while it posts: what it acknowledged is there once, and nothing by halves', async () => {
  await topUp('before-kill');
  const posting = startPosting('kill');
  await posting.atLeast(1_000);
  posting.child.kill('SIGKILL');
  await posting.closed;
  await quiet();
  const left = await books('kill');
  expect(posting.acknowledged.length).toBeLessThan(POSTS);
  expect(new Set(left.numbers).size).toBe(left.numbers.length);
  const there = new Set(left.numbers);
  expect(posting.acknowledged.filter((number) => !there.has(number))).toEqual([]);
  expect(left).toMatchObject({ lines: new Set([2]), findings: [], paidMinor: there.size });

  // The next process sends all of them again: each is there once.
  const again = startPosting('kill');
  await again.closed;
  const whole = await books('kill');
  expect(again.acknowledged).toHaveLength(POSTS);
  expect(whole.numbers).toEqual(Array.from({ length: POSTS }, (_, number) => number));
  expect(whole).toMatchObject({ lines: new Set([2]), findings: [], paidMinor: POSTS });
}, 180_000);

test('PostgreSQL is restarted at once while the app posts: the callers never notice, and each post is there once', async () => {
  await topUp('before-restart');
  const posting = startPosting('restart');
  await posting.atLeast(1_000);
  // Immediate shutdown: no session is asked, nothing is written out, the next start recovers.
  postgres.child.kill('SIGQUIT');
  await postgres.child.exited;
  postgres = await serve();
  await posting.closed;
  const whole = await books('restart');
  expect(posting.acknowledged).toHaveLength(POSTS);
  expect(whole.numbers).toEqual(Array.from({ length: POSTS }, (_, number) => number));
  expect(whole).toMatchObject({ lines: new Set([2]), findings: [], paidMinor: POSTS });
}, 180_000);
