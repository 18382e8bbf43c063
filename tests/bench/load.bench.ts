import { availableParallelism } from 'node:os';
import autocannon from 'autocannon';
import { pool } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';
import { stackInfo } from '@/tests/support/browser-settings';
import { makePayers } from '@/tests/support/demo-payers';
import { startListeningShop } from '@/tests/support/listening-shop';
import type { Payer } from '@/tests/support/paying-shopper';
import { remember } from './load-memory';
import { findKnee, KNEE_FACTOR, reasons, runStep, type Step } from './load-ramp';
import { costsNow, payingAt, startSecondApp } from './load-scene';
import { holdStreams } from './load-streams';
import { fillOrders, ORDERS } from './office-search-scene';
import { emptyPage } from './page-journey';
import { findPgbench, runPgbench } from './pgbench';

const PAYERS = 40;
const GENTLE = 2;
const STREAMS = 2_000;

const say = (line = '') => process.stdout.write(`${line}\n`);
const ms = (value: number) => value.toFixed(0).padStart(7);

/**
 * `npm run bench -- load [minutes]`: shoppers who come whether or not others have been answered, faster and faster until
 * the knee; then as many minutes at half of that, 2,000 open status streams, a second app process, and a million
 * orders more. Everything in one run on one machine, beside an empty page and beside PostgreSQL alone.
 */
async function run(minutes = Number(process.argv[2] ?? 20)): Promise<void> {
  if (!(minutes >= 1)) throw new Error('npm run bench -- load [minutes]: one or more');
  const missed: string[] = [];
  say(`${availableParallelism()} cores for shoppers, simulator, app, worker and database together`);
  const payers = await makePayers(PAYERS);
  const shop = await startListeningShop(payingAt().query);
  // Code and connections are warm before anything is counted.
  await runStep(payingAt(), payers, { perSecond: GENTLE, seconds: 10 });

  say('\none app process');
  const { light, knee } = await findKnee(payingAt(), payers, { from: GENTLE, print: printStep });
  await besideOthers(light, knee);
  const gently = { perSecond: knee.arrivals.perSecond / 2, minutes, say };
  missed.push(...(await remember(payers, gently)));
  missed.push(...(await streams()));
  await twoProcesses(payers, knee);

  // What comes next is written past the books.
  const { findings, entries } = await checkBooks();
  say(`\nbooks: ${entries} entries, ${findings.length} findings`);
  for (const { code, detail } of findings) missed.push(`${code}: ${detail}`);
  await aMillionMore(payers, knee.arrivals.perSecond / 2);
  for (const sentence of missed) say(`missed: ${sentence}`);
  if (missed.length > 0) process.exitCode = 1;
  await shop.close();
  await pool().end();
}

function printStep(step: Step, held: boolean): void {
  const { arrivals, p50, p95, p99, paidPerSecond, cpuMsEach, cpuMsParts } = step;
  if (arrivals.perSecond === GENTLE) {
    say(
      'arrivals/s   paid/s    p50 ms  p95 ms  p99 ms   CPU ms each (app, worker, database)   lag ms   failed',
    );
  }
  const columns = [
    arrivals.perSecond.toFixed(1).padStart(10),
    paidPerSecond.toFixed(1).padStart(8),
    `  ${ms(p50)} ${ms(p95)} ${ms(p99)}`,
    `${cpuMsEach.toFixed(0)} (${cpuMsParts.map((part) => part.toFixed(0)).join(', ')})`.padStart(
      38,
    ),
    ms(arrivals.lagMs),
    `  ${reasons(step)}${held ? '' : ' (beyond the knee)'}`,
  ];
  say(columns.join(' '));
}

/** The knee beside what the same framework and the same database do with nothing to do. */
async function besideOthers(light: Step, knee: Step): Promise<void> {
  say(
    `knee: ${knee.arrivals.perSecond.toFixed(1)} payments a second (p95 within ${KNEE_FACTOR} × an idle machine's)`,
  );
  const rest = light.p95 / light.p50;
  say(`p95 ÷ p50: ${rest.toFixed(2)} at rest, ${(knee.p95 / knee.p50).toFixed(2)} at the knee`);
  const { url } = emptyPage(stackInfo());
  const from = costsNow();
  const empty = await autocannon({ url, connections: 8, duration: 10 });
  const cpu = (costsNow().app.cpuMs - from.app.cpuMs) / empty.requests.total;
  const paid = knee.paidPerSecond;
  say(
    `empty pages: ${empty.requests.average.toFixed(0)} a second; payments ÷ empty pages: ${(paid / empty.requests.average).toFixed(4)}`,
  );
  say(`CPU of a payment ÷ CPU of an empty page: ${(knee.cpuMsEach / cpu).toFixed(1)}`);
  const program = findPgbench();
  if (!program) {
    say('pgbench is not on this machine: no ratio to it');
    return;
  }
  await pool().query('CREATE TABLE IF NOT EXISTS load_bench (written timestamptz NOT NULL)');
  const sql = 'INSERT INTO load_bench VALUES (now())';
  const commits = await runPgbench(program, { sql, clients: 8, seconds: 10 });
  await pool().query('DROP TABLE load_bench');
  say(
    `pgbench, one row a commit: ${commits.toFixed(0)} a second; payments ÷ commits: ${(paid / commits).toFixed(5)}`,
  );
}

async function streams(): Promise<string[]> {
  const held = await holdStreams(stackInfo().origin, STREAMS);
  say(
    `\nstatus streams at once: ${held.open} open, ${held.refused} refused, ${held.again} ended and opened again, ${(held.bytesEach / 1_024).toFixed(1)} kB each, ${(held.idleCpu * 100).toFixed(0)} % of a core while nothing happens`,
  );
  say(
    `from a change to its page: p50 ${held.told.p50.toFixed(0)} ms, p95 ${held.told.p95.toFixed(0)} ms`,
  );
  return held.open < STREAMS ? [`${held.refused} of ${STREAMS} streams refused`] : [];
}

async function twoProcesses(payers: readonly Payer[], knee: Step): Promise<void> {
  const second = await startSecondApp();
  try {
    say('\ntwo app processes behind a round-robin');
    const at = payingAt(second.origin);
    await runStep(at, payers, { perSecond: GENTLE, seconds: 10, more: [second.pid] });
    const two = await findKnee(at, payers, { from: GENTLE, more: [second.pid], print: printStep });
    const ratio = two.knee.paidPerSecond / knee.paidPerSecond;
    say(
      `two ÷ one at the knee: ${ratio.toFixed(2)}; CPU each, two ÷ one: ${(two.knee.cpuMsEach / knee.cpuMsEach).toFixed(2)}`,
    );
    say(`answered by each: ${second.answered().join(', ')}`);
  } finally {
    await second.stop();
  }
}

/** What a payment costs among a million others, beside what it costs without, at the same rate. */
async function aMillionMore(payers: readonly Payer[], perSecond: number): Promise<void> {
  const before = await runStep(payingAt(), payers, { perSecond });
  await fillOrders();
  const after = await runStep(payingAt(), payers, { perSecond });
  const ratio = (of: (step: Step) => number) => (of(after) / of(before)).toFixed(2);
  say(
    `\namong ${ORDERS} orders ÷ among few, at ${perSecond.toFixed(1)} a second: p50 ${ratio(({ p50 }) => p50)}, p95 ${ratio(({ p95 }) => p95)}, CPU ${ratio(({ cpuMsEach }) => cpuMsEach)}; failed: ${reasons(after)}`,
  );
}

void run();
