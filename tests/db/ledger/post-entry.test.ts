import { expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { CHART } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import type { AccountingEvent } from '@/lib/ledger/events';
import { placeHold } from '@/lib/ledger/place-hold';
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
  ['an amount of zero', 'line_not_positive', [line('debit', '0'), line('credit', '0', 'suspense')]],
  [
    'a negative amount',
    'line_not_positive',
    [line('debit', '-1'), line('credit', '-1', 'suspense')],
  ],
  [
    'more than a line can carry',
    'amount_out_of_range',
    [line('debit', '10000000000000000000'), line('credit', '10000000000000000000', 'suspense')],
  ],
  [
    'a part of a fen',
    'amount_out_of_range',
    [line('debit', '1.5'), line('credit', '1.5', 'suspense')],
  ],
  [
    'lines in two currencies',
    'mixed_currency',
    [line('debit', '1'), { ...line('credit', '1', 'suspense'), currency: 'USD' }],
  ],
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
  expect(rows[0].answer).toEqual({ refused: code });
  expect(await db().ledgerEntry.count({ where: { entryKey: id } })).toBe(0);
  expect((await checkBooks()).findings).toEqual([]);
});

test('money leaves a frozen account no more, and still reaches it; a closed one neither', async () => {
  const customerId = newId('cus');
  await post(topUp(customerId, 100n));
  const set = (state: string) =>
    pool().query('UPDATE ledger_accounts SET state = $1 WHERE owner_id = $2', [state, customerId]);
  await set('frozen');
  expect(await refusalOf(post(payment(customerId, 1n)))).toBe('account_frozen');
  expect(await post(topUp(customerId, 1n))).toBe('posted');
  await set('active');
  await post(payment(customerId, 101n));
  await set('closed');
  expect(await refusalOf(post(payment(customerId, 1n)))).toBe('account_closed');
  expect(await refusalOf(post(topUp(customerId, 1n)))).toBe('account_closed');
  expect(await balance(customerId)).toBe(0n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('a held part of the balance cannot be paid with', async () => {
  const customerId = newId('cus');
  await post(topUp(customerId, 100n));
  await inTransaction((tx) =>
    placeHold(tx, {
      holdKey: newId('hld'),
      account: { subject: 'customer_balance', owner: customerId },
      amount: cny(60n),
      businessRef: 'test',
      reason: 'test',
    }),
  );
  expect(await refusalOf(post(payment(customerId, 41n)))).toBe('insufficient_funds');
  expect(await post(payment(customerId, 40n))).toBe('posted');
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

test('nobody can add lines to an entry that is closed', async () => {
  const event = topUp(newId('cus'), 5n);
  await post(event);
  const { id } = await db().ledgerEntry.findUniqueOrThrow({ where: { entryKey: event.entryKey } });
  const added = pool().query(
    `INSERT INTO ledger_lines (entry_id, account_id, side, amount_minor, currency, accounting_date)
     SELECT id, 'platform_bank:platform:CNY', side, 1, 'CNY', accounting_date
       FROM ledger_entries, unnest(enum_range(NULL::ledger_side)) AS side WHERE id = $1`,
    [id],
  );
  expect(await refusalOf(added)).toBe('CA901');
});

const written = (lines: string) =>
  pool().query(
    `WITH made AS (
       INSERT INTO ledger_entries (id, entry_key, content_hash, event, currency, business_ref, accounting_date, posted_tx)
       VALUES ($1, $1, 'x', 'x', 'CNY', 'x', now(), pg_current_xact_id()::text::bigint)
       RETURNING id, accounting_date)
     ${lines}`,
    [newId('ent')],
  );
const INSERT_LINES = `INSERT INTO ledger_lines (entry_id, account_id, side, amount_minor, currency, accounting_date)
     SELECT id, account, side::ledger_side, minor, 'CNY', accounting_date FROM made, (VALUES`;

test.each([
  ['without lines', 'CA902', 'SELECT 1'],
  [
    'whose sides differ',
    'CA902',
    `${INSERT_LINES} ('platform_bank:platform:CNY', 'debit', 2), ('platform_bank:platform:CNY', 'credit', 1))
       AS l (account, side, minor)`,
  ],
  [
    'that names an account nobody has',
    'CA903',
    `${INSERT_LINES} ('platform_bank:platform:CNY', 'debit', 1), ('suspense:nobody:CNY', 'credit', 1))
       AS l (account, side, minor)`,
  ],
])('an entry %s is refused also when it is written past the function', async (_, state, lines) => {
  await post(topUp(newId('cus'), 1n));
  expect(await refusalOf(written(lines))).toBe(state);
  expect((await checkBooks()).findings).toEqual([]);
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
      {
        zh: row.nameZh,
        en: row.nameEn,
        side: row.normalSide,
        kind: row.kind,
        owner: row.ownerKind,
      },
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
