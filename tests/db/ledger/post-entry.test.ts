import { expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { CHART } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import type { AccountingEvent } from '@/lib/ledger/events';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';

const post = (event: AccountingEvent) => inTransaction((tx) => postEntry(tx, event));
const topUp = (
  customerId: string,
  amountMinor: bigint,
  entryKey: string = newId('ent'),
): AccountingEvent => ({
  event: 'top_up',
  entryKey,
  businessRef: `top-up:${customerId}`,
  amount: cny(amountMinor),
  customerId,
});
const payment = (customerId: string, amountMinor: bigint): AccountingEvent => ({
  event: 'balance_payment',
  entryKey: newId('ent'),
  businessRef: newId('ord'),
  amount: cny(amountMinor),
  customerId,
  merchantId: 'mer_ledger_test',
});
const balance = async (owner: string) =>
  (await balanceOf({ subject: 'customer_balance', owner })).amountMinor;
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

test('the same entry again is the same entry', async () => {
  const customerId = newId('cus');
  const event = topUp(customerId, 1000n);
  expect(await post(event)).toBe('posted');
  expect(await post(event)).toBe('repeated');
  expect(await balance(customerId)).toBe(1000n);
});

test('the same key with other content is a conflict, and nothing changes', async () => {
  const customerId = newId('cus');
  await post(topUp(customerId, 1000n, `key:${customerId}`));
  expect(await refusalOf(post(topUp(customerId, 999n, `key:${customerId}`)))).toBe(
    'entry_conflict',
  );
  expect(await balance(customerId)).toBe(1000n);
});

test('a user’s account never goes below zero, also when twenty payments race', async () => {
  const customerId = newId('cus');
  await post(topUp(customerId, 1000n));
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => refusalOf(post(payment(customerId, 100n)))),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(10);
  expect(answers.filter((answer) => answer === 'insufficient_funds')).toHaveLength(10);
  expect(await balance(customerId)).toBe(0n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('twenty racing repeats of one entry are one entry', async () => {
  const customerId = newId('cus');
  const event = topUp(customerId, 7n);
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(event)));
  expect(answers.filter((answer) => answer === 'posted')).toHaveLength(1);
  expect(await balance(customerId)).toBe(7n);
});

const line = (side: string, amountMinor: string, subject = 'platform_bank') => ({
  subject,
  owner: 'platform',
  side,
  amountMinor,
});
test.each([
  ['unequal sides', 'entry_unbalanced', [line('debit', '2'), line('credit', '1', 'late_payments')]],
  ['a single line', 'entry_unbalanced', [line('debit', '1')]],
  ['no lines', 'entry_unbalanced', []],
  ['an amount of zero', 'entry_unbalanced', [line('debit', '0'), line('credit', '0')]],
  ['a negative amount', 'entry_unbalanced', [line('debit', '-1'), line('credit', '-1')]],
  [
    'a subject that is not in the chart',
    'unknown_subject',
    [line('debit', '1'), line('credit', '1', 'x')],
  ],
])('an entry with %s is refused', async (_, code, lines) => {
  const id = newId('ent');
  const entry = { id, entryKey: id, event: 'x', businessRef: 'x', currency: 'CNY', lines };
  const { rows } = await pool().query('SELECT try_post_entry($1::jsonb) AS answer', [
    JSON.stringify(entry),
  ]);
  expect(rows[0].answer).toEqual({ result: 'refused', code });
  expect(await db().ledgerEntry.count({ where: { entryKey: id } })).toBe(0);
});

test('entries and lines can neither be changed nor deleted nor emptied', async () => {
  const customerId = newId('cus');
  await post(topUp(customerId, 5n));
  for (const statement of [
    'UPDATE ledger_lines SET amount_minor = 6',
    'DELETE FROM ledger_lines',
    'TRUNCATE ledger_lines CASCADE',
    "UPDATE ledger_entries SET event = 'x'",
    'DELETE FROM ledger_entries',
  ]) {
    expect(await refusalOf(pool().query(statement))).toBe('CA900');
  }
});

test('nobody can add a line to an entry that is closed', async () => {
  const customerId = newId('cus');
  const event = topUp(customerId, 5n);
  await post(event);
  const { id } = await db().ledgerEntry.findUniqueOrThrow({ where: { entryKey: event.entryKey } });
  const added = pool().query(
    `INSERT INTO ledger_lines (entry_id, account_id, side, amount_minor, currency)
     VALUES ($1, $2, 'credit', 1, 'CNY')`,
    [id, `customer_balance:${customerId}:CNY`],
  );
  expect(await refusalOf(added)).toBe('CA901');
});

test('an entry written past the function must still balance at commit', async () => {
  const unbalanced = pool().query(
    `INSERT INTO ledger_entries (id, entry_key, content_hash, event, business_ref, accounting_date, posted_tx)
     VALUES ($1, $1, 'x', 'x', 'x', now(), pg_current_xact_id()::text::bigint)`,
    [newId('ent')],
  );
  expect(await refusalOf(unbalanced)).toBe('CA902');
});

test('a balance that was tampered with is found by the books check', async () => {
  const customerId = newId('cus');
  await post(topUp(customerId, 5n));
  const set = (minor: number) =>
    pool().query('UPDATE ledger_accounts SET balance_minor = $1 WHERE owner_id = $2', [
      minor,
      customerId,
    ]);
  await set(6);
  expect((await checkBooks()).findings).toEqual([
    { code: 'balance_differs_from_lines', detail: `customer_balance:${customerId}:CNY` },
  ]);
  await set(5);
  expect((await checkBooks()).findings).toEqual([]);
});

test('the chart in the code is the chart in the database', async () => {
  const rows = await db().ledgerSubject.findMany();
  const stored = Object.fromEntries(
    rows.map((row) => [
      row.code,
      { zh: row.nameZh, en: row.nameEn, side: row.normalSide, kind: row.kind },
    ]),
  );
  expect(stored).toEqual(CHART);
});

test('the accounting date is Shanghai’s', async () => {
  const event = topUp(newId('cus'), 1n);
  await post(event);
  const { rows } = await pool().query(
    `SELECT accounting_date = (posted_at AT TIME ZONE 'Asia/Shanghai')::date AS same
       FROM ledger_entries WHERE entry_key = $1`,
    [event.entryKey],
  );
  expect(rows[0].same).toBe(true);
});
