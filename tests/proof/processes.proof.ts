import { strict as assert } from 'node:assert';
import path from 'node:path';
import { Pool } from 'pg';
import { TEST_SHOPPER } from '@/lib/demo/shop';
import { fromTestRun } from '@/tests/support/cluster';
import { type Fleet, startFleet } from '@/tests/support/fleet';
import { notHeardOnce, startListeningShop } from '@/tests/support/listening-shop';
import { deployAgain } from '@/tests/support/next-deploy';
import { findLost } from '@/tests/support/nothing-lost';
import { type Arrivals, arrive, quantile } from '@/tests/support/open-arrivals';
import { startOwnCluster } from '@/tests/support/own-cluster';
import {
  isPaid,
  type Journey,
  newBrowser,
  type PaidBy,
  type PayingAt,
  payOnce,
  placeAt,
} from '@/tests/support/paying-shopper';
import { formAsking } from '@/tests/support/plain-browser';
import { type Limits, proveLimits } from './processes-limits';

/** Shoppers go on to come for so long after what was done to the processes. */
const AFTERWARDS_MS = 8_000;
const OLD_PAGES = 6;
const METHODS: readonly PaidBy[] = ['balance', 'quickpass', 'carrier'];
const { reference, paymentPassword } = TEST_SHOPPER;
const PAYER = { reference, paymentPassword };

const say = (line: string) => process.stdout.write(`${line}\n`);

const PARTS = ['ends', 'builds', 'crash', 'limits'];

/**
 * `npm run proof -- processes [parts] [shoppers a second]`: two apps and two workers on one PostgreSQL, behind a plain
 * round-robin, while shoppers pay by three methods and do not wait for each other: ended in turn, changed for the next
 * build in turn, their database crashed under them, and at its limits.
 */
export async function prove(chosen = PARTS.join(), rate = '2'): Promise<void> {
  const parts = chosen.split(',');
  for (const part of parts) assert(PARTS.includes(part), `no part "${part}": ${PARTS.join()}`);
  const perSecond = Number(rate);
  assert(perSecond > 0, `not so many shoppers a second: ${rate}`);
  const cluster = await startOwnCluster('processes');
  const fleet = await startFleet('processes');
  const pool = new Pool({ connectionString: fleet.stack.databaseUrl, max: 10 });
  // The database is crashed on purpose.
  pool.on('error', () => undefined);
  const at: PayingAt = {
    origin: fleet.origin,
    sandboxOrigin: fleet.stack.sandboxOrigin,
    apiKey: fleet.stack.env.DEMO_SHOP_API_KEY ?? '',
    query: (text, values) => pool.query(text, values),
  };
  const shop = await startListeningShop(at.query);
  const heardPaid: string[] = [];
  const wrong: string[] = [];
  let removeDisk = (): void => undefined;
  /** Lets shoppers come while it is done; none of them may notice unless `mayFail`. */
  const during = async (what: string, act: () => Promise<void>, mayFail = false) => {
    const traffic = await payWhile(at, perSecond, act);
    const { offered, done, failed } = traffic;
    heardPaid.push(...done.map(({ result }) => result.order.id));
    const reasons = [...failed].map(([why, count]) => `${count} × ${why}`);
    say(tableRow(what, traffic, reasons));
    assert(done.length > 0, `${what}: nobody paid`);
    if (!mayFail && failed.size > 0) wrong.push(`${what}: ${offered - done.length} failed`);
  };
  try {
    say(`${'while shoppers pay'.padEnd(44)}  came  paid   p95 ms  failed`);
    await during('nothing happens', async () => undefined);
    for (const app of fleet.apps) assertServed(fleet, app.origin);
    if (parts.includes('ends')) await endInTurn(fleet, during);
    if (parts.includes('builds')) await changeBuilds(fleet, at, { during, heardPaid });
    assert.equal(fleet.before.brokenOff(), 0, 'an answer broke off before anything was killed');
    if (parts.includes('crash')) {
      await during('PostgreSQL crashes, and comes back', () => cluster.restartAtOnce(), true);
    }
    if (parts.includes('limits')) {
      const { databaseUrl } = fleet.stack;
      const keep = (remove: () => void) => {
        removeDisk = remove;
      };
      await proveLimits({ pool, databaseUrl, at, during, say, keep });
    }
    await during('nothing happens any more', async () => undefined);
    wrong.push(...(await findLost(pool, fleet.stack.sandboxOrigin, heardPaid)));
    wrong.push(...notHeardOnce(heardPaid, shop));
    say(`${heardPaid.length} payments told as paid; wrong afterwards: ${wrong.length}`);
    for (const sentence of wrong) say(`wrong: ${sentence}`);
    assert.deepEqual(wrong, []);
  } finally {
    await pool.end();
    await fleet.stop();
    await shop.close();
    await cluster.stop();
    removeDisk();
  }
}

async function endInTurn(fleet: Fleet, during: Limits['during']): Promise<void> {
  await during('an app is asked to end, and started again', () => again(fleet, 1));
  await during('a worker is asked to end, and started again', async () => {
    await fleet.worker.end('SIGTERM');
    await fleet.worker.start();
  });
  await during('a worker is killed, and started again', async () => {
    await fleet.worker.end('SIGKILL');
    await fleet.worker.start();
  });
}

/** Pages that the old build drew pay beside both builds, and after it is gone. */
async function changeBuilds(
  fleet: Fleet,
  at: PayingAt,
  { during, heardPaid }: { during: Limits['during']; heardPaid: string[] },
): Promise<void> {
  const old = await openPages(at);
  const next = deployAgain(path.join(fromTestRun('CASHIER_TEST_DIR'), 'processes'));
  await during('both apps change to the next build in turn', async () => {
    await again(fleet, 0, next);
    await payFromOld(at, old.splice(0, OLD_PAGES / 2), heardPaid);
    await again(fleet, 1, next);
  });
  await payFromOld(at, old, heardPaid);
  say(`${OLD_PAGES} pages of the old build paid: half beside both builds, half after it was gone`);
}

/** Shoppers who come from before it is done until some time after it. */
async function payWhile(
  at: PayingAt,
  perSecond: number,
  act: () => Promise<void>,
): Promise<Arrivals<Journey>> {
  let endMs = Number.POSITIVE_INFINITY;
  const startedMs = performance.now();
  const acted = act().finally(() => {
    endMs = performance.now() - startedMs + AFTERWARDS_MS;
  });
  // Looked at once those who are still paying have ended.
  acted.catch(() => undefined);
  const lasts = (sinceMs: number) => sinceMs < endMs;
  const traffic = await arrive({ perSecond, lasts }, (number) =>
    payOnce(at, METHODS[number % METHODS.length] ?? 'balance', PAYER),
  );
  await acted;
  return traffic;
}

async function again(fleet: Fleet, which: 0 | 1, buildIn?: string): Promise<void> {
  const app = fleet.apps[which];
  await app?.end('SIGTERM');
  await app?.start(buildIn);
}

/** Orders whose pages have been drawn, and not yet paid. */
async function openPages(at: PayingAt) {
  return Promise.all(
    Array.from({ length: OLD_PAGES }, async () => {
      const order = await placeAt(at, 'balance', PAYER);
      const browser = newBrowser(at);
      return { order, browser, page: await browser.open(order.payPath) };
    }),
  );
}

async function payFromOld(
  at: PayingAt,
  pages: Awaited<ReturnType<typeof openPages>>,
  heardPaid: string[],
): Promise<void> {
  for (const { order, browser, page } of pages) {
    await browser.send(
      order.payPath,
      formAsking(page, 'method', { method: 'balance', paymentPassword }),
    );
    assert(await isPaid(at, order), 'a page of the old build did not pay');
    heardPaid.push(order.id);
  }
}

function assertServed({ before }: Fleet, origin: string): void {
  assert((before.answered().get(origin) ?? 0) > 0, `${origin} was never asked`);
}

function tableRow(what: string, { offered, done }: Arrivals<Journey>, failed: string[]): string {
  const p95 = quantile(
    done.map(({ tookMs }) => tookMs),
    0.95,
  );
  const figures = [String(offered).padStart(6), String(done.length).padStart(6)];
  return [
    what.padEnd(44),
    ...figures,
    p95.toFixed(0).padStart(9),
    ` ${failed.join(', ') || 'none'}`,
  ].join('');
}
