import { strict as assert } from 'node:assert';
import type { Pool } from 'pg';
import { waitUntil } from '@/scripts/lib/wait-until.mjs';
import {
  moveToSmallDisk,
  refuseSome,
  type SmallDisk,
  takeAllConnections,
} from '@/tests/support/database-limits';
import { newBrowser, type PayingAt } from '@/tests/support/paying-shopper';

/** What every payment writes to. */
const WRITTEN = ['orders', 'attempts', 'transitions', 'ledger_lines', 'outbox_events'];
/** What an answer shows that was meant for the log. */
const INSIDE =
  /node_modules|\.(ts|js):\d+|\bat \w+ \(|Prisma|pg_|SQLSTATE|tablespace|No space left/;
const PATIENCE_MS = 120_000;
const ASKED = 6;

export interface Limits {
  pool: Pool;
  databaseUrl: string;
  at: PayingAt;
  /** Lets shoppers come while it is done. */
  during(what: string, act: () => Promise<void>, mayFail?: boolean): Promise<void>;
  say(line: string): void;
  /** Takes what is to be called once the database has ended, however this ends. */
  keep(removeDisk: () => void): void;
}

/**
 * The database at its limits while shoppers pay: transactions that are to be run again, no connection left, no room
 * on the disk.
 */
export async function proveLimits({
  pool,
  databaseUrl,
  at,
  during,
  say,
  keep,
}: Limits): Promise<void> {
  const again = await refuseSome(pool, ['attempts', 'ledger_entries', 'outbox_events']);
  await during('deadlocks, serialisation failures', async () => undefined);
  await again();

  await during(
    'PostgreSQL has no connection left',
    async () => {
      const release = await takeAllConnections(pool, databaseUrl);
      try {
        say(`  answers meanwhile: ${await untilRefused(at)}`);
      } finally {
        await release();
      }
    },
    true,
  );

  const disk = await moveToSmallDisk(pool, WRITTEN);
  if (!disk) {
    say('the disk is full: not shown, as nobody may make a small one here (root on Linux may)');
    return;
  }
  keep(() => disk.remove());
  await during('the disk is full', () => whileFull(disk, at, say), true);
}

async function whileFull(disk: SmallDisk, at: PayingAt, say: Limits['say']): Promise<void> {
  disk.fill();
  try {
    say(`  answers meanwhile: ${await untilRefused(at)}`);
  } finally {
    disk.clear();
  }
}

/** Asks until it is refused for want of what the database lacks, and looks at what is said then. */
async function untilRefused(at: PayingAt): Promise<string> {
  const seen = new Map<string, number>();
  const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  await waitUntil(
    async () => {
      note(await placedOr(at));
      note(await pageOr(at));
      const refused = [...seen].filter(([what]) => what.includes('503'));
      return refused.reduce((sum, [, count]) => sum + count, 0) >= ASKED;
    },
    { timeoutMs: PATIENCE_MS, everyMs: 100, otherwise: 'nobody was refused' },
  );
  return [...seen].map(([what, count]) => `${count} × ${what}`).join(', ');
}

async function placedOr(at: PayingAt): Promise<string> {
  const number = `L${crypto.randomUUID()}`;
  const response = await fetch(`${at.origin}/api/v1/orders`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${at.apiKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': number,
    },
    body: JSON.stringify({
      ...{ merchant_order_no: number, amount: 1, currency: 'CNY' },
      ...{ subject: '测试商品', goods: 'digital' },
    }),
  });
  const text = await response.text();
  if (response.ok) return 'order placed';
  assert(!INSIDE.test(text), `the answer shows what belongs in the log: ${text}`);
  const { code, title } = JSON.parse(text);
  assert.equal(code, 'temporarily_unavailable', `${response.status}: ${text}`);
  assert(title.length > 0 && Number(response.headers.get('retry-after')) > 0);
  return `${response.status} ${code}`;
}

/** The page of a payment link that is none: it is looked up all the same. */
async function pageOr(at: PayingAt): Promise<string> {
  const response = await newBrowser(at).fetch(`/pay/${'x'.repeat(43)}`);
  const text = await response.text();
  assert(!INSIDE.test(text.replace(/<script[\s\S]*?<\/script>|<link[^>]*>/g, '')), text);
  return `page ${response.status}`;
}
