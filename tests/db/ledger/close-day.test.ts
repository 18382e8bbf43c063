import { expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { closeDay } from '@/lib/ledger/close-day';
import { closePastDays } from '@/lib/ledger/close-past-days';
import { postEntry } from '@/lib/ledger/post-entry';
import { readTrialBalance } from '@/lib/ledger/read-trial-balance';
import {
  answerOf,
  findings,
  findingsWith,
  fundedCustomer,
  payment,
  postJson,
  topUp,
} from '@/tests/support/factories/ledger';

// Days go by in the order of the tests: what is closed stays closed.
const entryOn = (accountingDate: string, amount: number, subject = 'customer_balance') =>
  postJson({
    event: 'top_up',
    accountingDate,
    lines: [
      { subject: 'platform_bank', owner: 'platform', side: 'debit', amountMinor: String(amount) },
      { subject, owner: 'cus_of_old', side: 'credit', amountMinor: String(amount) },
    ],
  });
const close = (day: string) => answerOf(closeDay({ day, actor: 'usr_finance' }));
const totals = () =>
  db().ledgerSubjectTotal.findMany({ orderBy: [{ day: 'asc' }, { subjectCode: 'asc' }] });
const closingOf = async (day: string) => {
  const balance = await readTrialBalance(day);
  expect(balance.debitTotal).toEqual(balance.creditTotal);
  const rows = balance.rows.filter(({ closing }) => closing.amountMinor !== 0n);
  return Object.fromEntries(rows.map((row) => [row.subject, row.closing.amountMinor]));
};
const today = async () => (await readTrialBalance()).day;

test('a day that is not over is not closed', async () => {
  expect(await close(await today())).toBe('day_not_over');
  expect(await close('2999-01-01')).toBe('day_not_over');
  expect(await db().ledgerDay.count()).toBe(0);
});

test('closing a day closes the ones before it, from the first with entries, each with its totals', async () => {
  await entryOn('2026-01-05', 100);
  await entryOn('2026-01-07', 30);
  await entryOn('2026-01-08', 7, 'suspense');
  expect(await close('2026-01-07')).toBe(3);
  const days = await db().ledgerDay.findMany({ orderBy: { day: 'asc' } });
  expect(days.map(({ day, entries, closedBy }) => [day.getUTCDate(), entries, closedBy])).toEqual([
    [5, 1n, 'usr_finance'],
    [6, 0n, 'usr_finance'],
    [7, 1n, 'usr_finance'],
  ]);
  const rows = (await totals()).filter(({ subjectCode }) => subjectCode === 'customer_balance');
  expect(rows.map((row) => [row.openingMinor, row.creditMinor, row.closingMinor])).toEqual([
    [0n, 100n, 100n],
    [100n, 0n, 100n],
    [100n, 30n, 130n],
  ]);
  expect(await findings()).toEqual([]);
});

test('nothing is booked on a closed day or before it', async () => {
  for (const day of ['2026-01-07', '2026-01-06', '2026-01-01']) {
    expect(await entryOn(day, 1)).toEqual({ refused: 'day_closed' });
  }
  expect(await findings()).toEqual([]);
});

test('the trial balance of any day is level, closed or open', async () => {
  expect(await closingOf('2026-01-01')).toEqual({});
  expect(await closingOf('2026-01-06')).toEqual({ platform_bank: 100n, customer_balance: 100n });
  const until8 = { platform_bank: 137n, customer_balance: 130n, suspense: 7n };
  expect(await closingOf('2026-01-08')).toEqual(until8);
  expect(await closingOf('2026-02-01')).toEqual(until8);
  const open = await readTrialBalance('2026-01-08');
  expect(open.closed).toBe(false);
  expect(await close('2026-01-08')).toBe(1);
  expect(await readTrialBalance('2026-01-08')).toEqual({ ...open, closed: true });
});

test('closing a day again makes the same totals', async () => {
  const before = await totals();
  expect(await close('2026-01-06')).toBe(0);
  expect(await close('2026-01-08')).toBe(0);
  expect(await totals()).toEqual(before);
  // Also when somebody spoiled them.
  await pool().query('UPDATE ledger_subject_totals SET closing_minor = 1');
  await pool().query(`DELETE FROM ledger_subject_totals WHERE day = '2026-01-07'`);
  for (const day of ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08']) await close(day);
  expect(await totals()).toEqual(before);
});

test('a close that broke off after the day was shut is finished by the next one', async () => {
  await entryOn('2026-01-09', 5);
  await pool().query(`SELECT close_days('2026-01-09', 'x')`);
  expect(await closingOf('2026-01-09')).toMatchObject({ platform_bank: 142n });
  expect(await findings()).toEqual([]);
  expect(await close('2026-01-09')).toBe(0);
  const row = await db().ledgerDay.findUniqueOrThrow({ where: { day: new Date('2026-01-09') } });
  expect(row.entries).toBe(1n);
  expect(await findings()).toEqual([]);
});

test('closing waits for posts under way, and gives up rather than hold everybody up', async () => {
  const customerId = await fundedCustomer(10n);
  await inTransaction(async (tx) => {
    await postEntry(tx, payment(customerId, 1n));
    expect(await close('2026-01-10')).toBe('ledger_busy');
  });
  expect(await close('2026-01-10')).toBe(1);
});

test('closing and posting race: every entry is in a day that counts it', async () => {
  const customerId = await fundedCustomer(1000n);
  const days = Array.from({ length: 10 }, (_, n) => `2026-01-${n + 11}`);
  const posting = days.flatMap((day) => [
    entryOn(day, 1),
    inTransaction((tx) => postEntry(tx, topUp(customerId, 1n))),
  ]);
  const closing = [...days, ...days].map((day) => close(day));
  await Promise.all([...posting, ...closing]);
  expect(await close('2026-01-20')).toBe(0);
  expect(await findings()).toEqual([]);
});

test('the worker closes every day before today, many at once without harm', async () => {
  const answers = await Promise.all([closePastDays(), closePastDays(), closePastDays()]);
  expect(answers.filter((closed) => closed > 0)).toHaveLength(1);
  expect(await closePastDays()).toBe(0);
  const day = await today();
  expect((await readTrialBalance(day)).closed).toBe(false);
  expect(await entryOn(day, 1)).toEqual({ ok: 'posted' });
  expect(await findings()).toEqual([]);
});

test('totals that differ from the detail, and entries that came later, are found', async () => {
  expect(
    await findingsWith(
      `UPDATE ledger_subject_totals SET debit_minor = debit_minor + 1 WHERE day = '2026-01-07' AND subject_code = 'suspense'`,
      `UPDATE ledger_subject_totals SET closing_minor = 0 WHERE day = '2026-01-08' AND subject_code = 'platform_bank'`,
      `DELETE FROM ledger_subject_totals WHERE day = '2026-01-09' AND subject_code = 'customer_balance'`,
    ),
  ).toEqual([
    { code: 'subject_total_differs_from_lines', detail: '2026-01-08 platform_bank' },
    { code: 'subject_total_differs_from_lines', detail: '2026-01-09 customer_balance' },
  ]);
  const id = newId('ent');
  expect(
    await findingsWith(
      `INSERT INTO ledger_entries (id, entry_key, content_hash, event, currency, business_ref, accounting_date, posted_tx)
       VALUES ('${id}', '${id}', 'x', 'x', 'CNY', 'x', '2026-01-06', 1)`,
    ),
  ).toEqual([
    { code: 'entry_in_closed_day', detail: '2026-01-06' },
    { code: 'entry_unbalanced', detail: id },
  ]);
});
