import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import type { AccountingEvent } from '@/lib/ledger/events';
import { postAtOnce } from '@/lib/ledger/post-at-once';
import { cny } from '@/lib/money/money';
import { topUp } from '@/tests/support/factories/payable-order';

const payment = (customerId: string, amountMinor: bigint): AccountingEvent => ({
  event: 'balance_payment',
  entryKey: newId('ent'),
  businessRef: newId('ord'),
  amount: cny(amountMinor),
  customerId,
  merchantId: 'mer_gathered',
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    (done) => String(done),
    (error: { code?: string }) => error.code ?? String(error),
  );
const balance = async (owner: string) =>
  (await balanceOf({ subject: 'customer_balance', owner })).amountMinor;
const callsOf = async () =>
  Number(
    (await pool().query('SELECT count(DISTINCT posted_tx) AS calls FROM ledger_entries')).rows[0]
      .calls,
  );

test('payments of the same moment share few commits, and each is posted', async () => {
  const customers = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const customerId = newId('cus');
      await topUp(customerId, 100n);
      return customerId;
    }),
  );
  const before = await callsOf();
  const answers = await Promise.all(customers.map((id) => codeOf(postAtOnce(payment(id, 40n)))));
  expect(new Set(answers)).toEqual(new Set(['posted']));
  expect((await callsOf()) - before).toBeLessThanOrEqual(2);
  expect(await balance(customers[17] ?? '')).toBe(60n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('a refused payment never spoils its neighbours', async () => {
  const [rich, poor, frozen] = [newId('cus'), newId('cus'), newId('cus')];
  for (const id of [rich, poor, frozen]) await topUp(id, 1_000n);
  await pool().query("UPDATE ledger_accounts SET state = 'frozen' WHERE owner_id = $1", [frozen]);
  const known = payment(rich, 1n);
  await postAtOnce(known);
  const answers = await Promise.all(
    [
      payment(rich, 10n),
      payment(poor, 1_001n),
      payment(frozen, 1n),
      payment(rich, 0n),
      { ...payment(rich, 5n), entryKey: known.entryKey },
      known,
      payment(poor, 1_000n),
      payment(rich, 10n ** 19n),
      payment(rich, 20n),
    ].map((event) => codeOf(postAtOnce(event))),
  );
  expect(answers).toEqual([
    'posted',
    'insufficient_funds',
    'account_frozen',
    'line_not_positive',
    'entry_conflict',
    'repeated',
    'posted',
    'amount_out_of_range',
    'posted',
  ]);
  expect([await balance(rich), await balance(poor), await balance(frozen)]).toEqual([
    969n,
    0n,
    1_000n,
  ]);
  expect((await checkBooks()).findings).toEqual([]);
});

test('a payment from a frozen account is refused also beside money that comes in at the same moment', async () => {
  const customerId = newId('cus');
  await topUp(customerId, 100n);
  await pool().query("UPDATE ledger_accounts SET state = 'frozen' WHERE owner_id = $1", [
    customerId,
  ]);
  const topUpEvent: AccountingEvent = {
    event: 'top_up',
    entryKey: newId('ent'),
    businessRef: 'test',
    amount: cny(50n),
    customerId,
  };
  const answers = await Promise.all(
    [topUpEvent, payment(customerId, 30n)].map((event) => codeOf(postAtOnce(event))),
  );
  expect(answers).toEqual(['posted', 'account_frozen']);
  expect(await balance(customerId)).toBe(150n);
});

test('of twenty debits of 100 from 1000 at the same moment exactly ten succeed', async () => {
  const customerId = newId('cus');
  await topUp(customerId, 1_000n);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => codeOf(postAtOnce(payment(customerId, 100n)))),
  );
  expect(answers.filter((answer) => answer === 'posted')).toHaveLength(10);
  expect(answers.filter((answer) => answer === 'insufficient_funds')).toHaveLength(10);
  expect(await balance(customerId)).toBe(0n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('every line on a customer’s account says what it left behind, also within one call', async () => {
  const customerId = newId('cus');
  await topUp(customerId, 1_000n);
  await Promise.all([1n, 20n, 300n].map((amount) => postAtOnce(payment(customerId, amount))));
  const { rows } = await pool().query(
    'SELECT amount_minor, balance_after_minor FROM ledger_lines WHERE account_id = $1 ORDER BY id',
    [`customer_balance:${customerId}:CNY`],
  );
  let left = 0n;
  for (const [place, row] of rows.entries()) {
    left += place === 0 ? BigInt(row.amount_minor) : -BigInt(row.amount_minor);
    expect(BigInt(row.balance_after_minor)).toBe(left);
  }
  expect(left).toBe(679n);
});

test('the same event from twenty callers at once is one entry', async () => {
  const customerId = newId('cus');
  await topUp(customerId, 100n);
  const event = payment(customerId, 30n);
  const answers = await Promise.all(Array.from({ length: 20 }, () => postAtOnce(event)));
  expect(answers.filter((answer) => answer === 'posted')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'repeated')).toHaveLength(19);
  expect(await balance(customerId)).toBe(70n);
});

test('a payment never waits for the merchant’s account: somebody else may hold its row', async () => {
  const customerId = newId('cus');
  await topUp(customerId, 100n);
  await postAtOnce(payment(customerId, 1n));
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT FROM ledger_accounts WHERE owner_id = 'mer_gathered' FOR UPDATE");
    expect(await postAtOnce(payment(customerId, 1n))).toBe('posted');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
