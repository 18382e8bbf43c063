import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { adapterOf } from '@/lib/channels/registry';
import type { StatementContract } from '@/lib/contracts/list-statement-contracts';
import { listStatementContracts } from '@/lib/contracts/list-statement-contracts';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import type { Attempt } from '@/lib/payments/attempt';
import { importStatement } from '@/lib/reconciliation/import-statement';
import { listDifferences } from '@/lib/reconciliation/list-differences';
import { listStatements } from '@/lib/reconciliation/list-statements';
import { dayBefore } from '@/lib/reconciliation/rules';
import { sweepStatements } from '@/lib/reconciliation/sweep-statements';
import { requestRefund } from '@/lib/refunds/request-refund';
import { READER } from '@/tests/support/any-staff';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import {
  clearingDayBegan,
  confirmAtChannel,
  learnedAt,
  makePaidByUnionPay,
  untilDecided,
} from '@/tests/support/paid-by-unionpay';
import { startUnionPayRail, type UnionPayRail } from '@/tests/support/unionpay-rail';

let rail: UnionPayRail;
let under: StatementContract;
let day: string;
beforeAll(async () => {
  rail = await startUnionPayRail();
  Object.assign(process.env, rail.env);
  const [first] = await listStatementContracts({ channel: 'unionpay', days: 8 });
  if (!first) throw new Error('no number at UnionPay');
  under = first;
  day = adapterOf('unionpay').statements?.clearingDayOf(new Date()) ?? '';
});
afterAll(() => rail.stop());
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const script = (match: object, behaviour: object) =>
  rail.ask('script', { match, behaviour, times: 1 });
const importDay = (which = day) => importStatement({ channel: 'unionpay', day: which, under });
const refund = (paid: { orderId: string; merchantId: string }, amountMinor: bigint) =>
  requestRefund({
    ...paid,
    amount: cny(amountMinor),
    merchantRefundNo: newSortableNumber(),
    actor: 'merchant',
  });

/** Confirmed at the channel, and we have not heard of it. */
async function unheard(amountMinor: bigint, change: Partial<Attempt> = {}): Promise<Attempt> {
  const { order } = await makePayableOrder({ amountMinor });
  const attempt = await makeAttempt(order);
  await confirmAtChannel(rail, { ...attempt, ...change });
  return attempt;
}

test('a day without a file, and a file that gets lost, leave nothing behind', async () => {
  expect(await importDay(dayBefore(day, 3))).toBe('absent');
  await script({ any: true, kind: 'file' }, { lose: 'reply' });
  expect(await importDay()).toBe('unknown');
  expect(await listStatements({ by: READER })).toEqual([]);
  expect(await sweepStatements()).toBe(0);
  expect(await listStatements({ by: READER })).toEqual([]);
});

test('every line is compared with our record and every record with the file, once', async () => {
  const paid = await makePaidByUnionPay(rail, 10_001n);
  const undone = await makePaidByUnionPay(rail, 10_002n);
  const part = await makePaidByUnionPay(rail, 10_003n);
  await script({ amount: '10004' }, { statement: 'missing' });
  const left = await makePaidByUnionPay(rail, 10_004n);
  await script({ amount: '10005' }, { statement: 'adjusted' });
  await makePaidByUnionPay(rail, 10_005n);
  await refund(undone, 10_002n);
  await refund(part, 3n);
  for (const { orderId } of [undone, part]) await untilDecided(orderId);
  // Whatever the hour of this test: these were learned of early in the day.
  for (const { attempt } of [paid, undone, part, left]) {
    await learnedAt(attempt.id, clearingDayBegan());
  }
  const foreign = await unheard(10_006n, { channelOrderNo: newSortableNumber() });
  const unlike = await unheard(10_007n, { amount: cny(9_007n) });
  const late = await unheard(10_008n);

  const results = await Promise.all([importDay(), importDay(), importDay()]);
  expect(results.filter((result) => result === 'imported')).toHaveLength(1);
  expect(await importDay()).toBe('known');

  const [file, ...others] = await listStatements({ by: READER });
  expect(others).toEqual([]);
  expect(file).toMatchObject({
    channel: 'unionpay',
    merchantNo: '777290058110048',
    day,
    // Four payments of ours, an undo and a refund agree; three lines do not.
    lines: 9,
    matched: 6,
    missing: 1,
    adjusted: 1,
  });
  const differences = await listDifferences({ by: READER });
  const found = differences.map(({ finding, amount, oursId }) => [
    finding,
    amount.amountMinor,
    oursId,
  ]);
  expect(found).toHaveLength(5);
  expect(found).toEqual(
    expect.arrayContaining([
      ['not_ours', 10_006n, null],
      ['amount_differs', 9_007n, unlike.id],
      ['state_differs', 10_008n, late.id],
      ['missing', 10_004n, left.attempt.id],
      ['adjusted', 10_005n, null],
    ]),
  );
  expect(differences.map(({ number }) => number)).not.toContain(foreign.channelOrderNo);
  // What the channel has and we have not heard of is a question, not a booking.
  const { rows } = await pool().query<{ id: string }>(
    `SELECT data->>'attemptId' AS id FROM pgboss.job WHERE name = 'resolve-attempt'`,
  );
  expect(rows).toEqual([{ id: late.id }]);
});

test('what a file said is never changed', async () => {
  for (const table of ['channel_statements', 'channel_statement_lines', 'statement_missing']) {
    await expect(pool().query(`DELETE FROM ${table}`)).rejects.toThrow();
  }
});
