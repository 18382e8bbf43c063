import { strict as assert } from 'node:assert';
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importCarrierStatement } from '@/lib/carrier-statements/import-carrier-statement';
import { listCarrierStatements } from '@/lib/carrier-statements/list-carrier-statements';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { READER } from '@/tests/support/any-staff';
import {
  makeCarrierLine,
  type PhonePayments,
  payByPhone,
  paymentsFor,
  statementFile,
  type Totals,
  totalsOf,
  wholeMonth,
} from '@/tests/support/carrier-statement-file';
import { bookedTotals, ours, stateOfStatements } from '@/tests/support/carrier-statement-scene';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { staffWithCode } from '@/tests/support/make-staff';

const LINES = 1_000_000;
const MERCHANTS = 7;
const MOST_GROWTH = 200 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** A carrier's month of a million lines comes in with bounded memory, and adds up to the fen. */
export async function prove(lines = String(LINES)): Promise<void> {
  const merchantIds: string[] = [];
  for (let n = 0; n < MERCHANTS; n += 1) merchantIds.push((await seedMerchant()).id);
  const lineId = await makeCarrierLine(ours);
  const payments = { lineId, merchantIds, series: 'p', count: paymentsFor(Number(lines)) };
  await timed(`${payments.count} payments by phone`, () => payByPhone(ours, payments));
  const file = join(tmpdir(), 'statement.csv');
  try {
    await timed('writing the file', () =>
      pipeline(Readable.from(statementFile(wholeMonth(payments))), createWriteStream(file)),
    );
    console.log(`a file of ${(statSync(file).size / MEGABYTE).toFixed(0)} MB`);
    await importAndCompare(payments, file);
  } finally {
    rmSync(file, { force: true });
  }
}

async function importAndCompare(payments: PhonePayments, file: string): Promise<void> {
  const { lineId } = payments;
  const send = async () =>
    importCarrierStatement({
      lineId,
      month: '2026-10',
      bytes: createReadStream(file),
      ...(await staffWithCode('finance')),
    });
  const totals = totalsOf(wholeMonth(payments));

  const growth = watchMemory();
  const booked = await timed(`importing ${totals.lines} lines`, send);
  const grown = growth();
  console.log(`memory grew by ${(grown / MEGABYTE).toFixed(0)} MB at most`);
  assert(grown < MOST_GROWTH, 'the import takes more memory than it may');
  assert(booked.kind === 'booked' && booked.matched === totals.lines, 'a line was not booked');

  const { told, booked: inLedger, owed } = await bookedTotals(booked.statementId);
  print({ file: totals, merchants: told, ledger: inLedger });
  assert.deepEqual(told, totals, 'the merchants were told otherwise');
  assert.deepEqual(inLedger, totals, 'the ledger says otherwise');
  const clearing = await balanceOf({ subject: 'channel_clearing', owner: 'carrier' });
  const [statement] = await listCarrierStatements({ by: READER });
  assert.deepEqual(clearing, cny(owed), 'the clearing account is not what the carrier owes');
  assert.deepEqual(statement?.owed, cny(owed), 'the statement is not what the carrier owes');
  console.log(`the carrier owes ${formatMoney(cny(owed))}, and the clearing account says so`);

  const before = await stateOfStatements();
  assert.equal((await timed('importing it again', send)).kind, 'known');
  assert.equal(await stateOfStatements(), before, 'the same file changed something');
  const { findings, entries } = await timed('checking the books', checkBooks);
  assert.deepEqual(findings, []);
  console.log(`${entries} entries, nothing to find; the same file again changed nothing`);
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = process.hrtime.bigint();
  const result = await work();
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
  console.log(`${what}: ${seconds.toFixed(1)} s`);
  return result;
}

/** Answers by how much the process's memory has grown at most since then. */
function watchMemory(): () => number {
  const start = process.memoryUsage().rss;
  let most = start;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const watching = setInterval(look, 50);
  return () => {
    clearInterval(watching);
    look();
    return most - start;
  };
}

function print(totals: Record<string, Totals>): void {
  for (const [whose, { lines, ...amounts }] of Object.entries(totals)) {
    const parts = Object.entries(amounts).map(
      ([name, minor]) => `${name} ${formatMoney(cny(minor))}`,
    );
    console.log(`${whose.padEnd(9)} ${lines} lines, ${parts.join(', ')}`);
  }
}
