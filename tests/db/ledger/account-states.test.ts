import { expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { AccountRef } from '@/lib/ledger/chart';
import { closeAccount } from '@/lib/ledger/close-account';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { freezeAccount } from '@/lib/ledger/freeze-account';
import { listLedgerAccounts } from '@/lib/ledger/list-ledger-accounts';
import { postEntry } from '@/lib/ledger/post-entry';
import { releaseHold } from '@/lib/ledger/release-hold';
import { ACCOUNT } from '@/lib/ledger/states';
import { sumInternalAccounts } from '@/lib/ledger/sum-internal-accounts';
import { unfreezeAccount } from '@/lib/ledger/unfreeze-account';
import { cny } from '@/lib/money/money';
import { READER } from '@/tests/support/any-staff';
import {
  answerOf,
  customerAccount,
  findings,
  fundedCustomer,
  hold,
  payment,
  post,
  topUp,
  waitingForTheDayLock,
} from '@/tests/support/factories/ledger';

const MOVES = { freeze: freezeAccount, unfreeze: unfreezeAccount, close: closeAccount };
const move = (event: keyof typeof MOVES, account: AccountRef) =>
  answerOf(inTransaction((tx) => MOVES[event](tx, { account, actor: 'usr_1', cause: 'asked' })));

test('a frozen account pays nothing out and still takes money in', async () => {
  const customerId = await fundedCustomer(1000n);
  const account = customerAccount(customerId);
  await move('freeze', account);
  expect(await answerOf(post(payment(customerId, 1n)))).toBe('account_frozen');
  expect(await answerOf(post(topUp(customerId, 5n)))).toBe('posted');
  expect(await findLedgerAccount(account)).toMatchObject({ state: 'frozen', balance: cny(1005n) });
  await move('unfreeze', account);
  expect(await answerOf(post(payment(customerId, 1n)))).toBe('posted');
  expect(await findings()).toEqual([]);
});

test('who froze, unfroze and closed an account, and why, stays on record', async () => {
  const customerId = newId('cus');
  const account = customerAccount(customerId);
  for (const event of ['freeze', 'unfreeze', 'close'] as const) await move(event, account);
  const rows = await db().transition.findMany({
    where: { subjectType: 'account', subjectId: `customer_balance:${customerId}:CNY` },
    orderBy: { id: 'asc' },
  });
  expect(rows.map((row) => [row.event, row.fromState, row.toState, row.actor, row.cause])).toEqual([
    ['freeze', 'active', 'frozen', 'usr_1', 'asked'],
    ['unfreeze', 'frozen', 'active', 'usr_1', 'asked'],
    ['close', 'active', 'closed', 'usr_1', 'asked'],
  ]);
});

test('a closed account neither pays nor takes, and never opens again', async () => {
  const customerId = newId('cus');
  const account = customerAccount(customerId);
  await move('close', account);
  expect(await answerOf(post(topUp(customerId, 1n)))).toBe('account_closed');
  expect(await answerOf(post(payment(customerId, 1n)))).toBe('account_closed');
  expect(await answerOf(hold(customerId, 1n))).toBe('account_closed');
  for (const event of ['freeze', 'unfreeze', 'close'] as const) {
    expect(await move(event, account)).toBe('account_closed');
  }
  expect(await findings()).toEqual([]);
});

test('an account is closed only when nothing is on it', async () => {
  const customerId = await fundedCustomer(100n);
  const account = customerAccount(customerId);
  expect(await move('close', account)).toBe('account_not_empty');
  const { holdId } = await hold(customerId, 100n);
  expect(await move('close', account)).toBe('account_not_empty');
  await inTransaction((tx) => releaseHold(tx, { holdId }));
  await post(payment(customerId, 100n));
  expect(await move('close', account)).toBeUndefined();
  expect(await findings()).toEqual([]);
});

test('closing and paying in race: either the money is in or the account is closed', async () => {
  for (let round = 0; round < 10; round += 1) {
    const customerId = await fundedCustomer(1n);
    await post(payment(customerId, 1n));
    const account = customerAccount(customerId);
    const [closed, paid] = await Promise.all([
      move('close', account),
      answerOf(post(topUp(customerId, 5n))),
    ]);
    expect([undefined, 'account_not_empty']).toContain(closed);
    expect(paid).toBe(closed === undefined ? 'account_closed' : 'posted');
  }
  expect(await findings()).toEqual([]);
});

test('an internal account is always bookable: it cannot be frozen', async () => {
  expect(await move('freeze', { subject: 'platform_bank', owner: 'platform' })).toBe(
    'account_internal',
  );
});

test('an internal account is closed at zero, lines not yet summed included', async () => {
  const merchantId = newId('mer');
  const account = { subject: 'merchant_pending', owner: merchantId } as const;
  await post(payment(await fundedCustomer(100n), 100n, merchantId));
  expect(await move('close', account)).toBe('account_not_empty');
  await sumInternalAccounts();
  await sumInternalAccounts();
  const settlement = { event: 'settlement', entryKey: newId('stl'), businessRef: 'x' } as const;
  await post({ ...settlement, merchantId, amount: cny(100n), fee: cny(1n) });
  expect(await move('close', account)).toBeUndefined();
  const late = payment(await fundedCustomer(1n), 1n, merchantId);
  expect(await answerOf(post(late))).toBe('account_closed');
  expect(await findings()).toEqual([]);
});

test('closing an internal account waits for the posts that are under way', async () => {
  const merchantId = newId('mer');
  const account = { subject: 'merchant_pending', owner: merchantId } as const;
  const event = payment(await fundedCustomer(100n), 100n, merchantId);
  const closing = await inTransaction(async (tx) => {
    await postEntry(tx, event);
    const answer = move('close', account);
    await expect.poll(waitingForTheDayLock).toBe(1);
    return { answer };
  });
  expect(await closing.answer).toBe('account_not_empty');
  expect(await findings()).toEqual([]);
});

test('the states in the code are the states in the database', async () => {
  const { rows } = await pool().query(
    `SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS states
       FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = 'account_state'`,
  );
  expect(rows[0].states).toEqual(Object.keys(ACCOUNT));
});

test('accounts are listed by owner and subject, page by page', async () => {
  const owner = newId('mer');
  await post({ ...payment(await fundedCustomer(9n), 5n), merchantId: owner } as ReturnType<
    typeof payment
  >);
  await inTransaction((tx) =>
    freezeAccount(tx, { account: { subject: 'merchant_balance', owner }, actor: 'x', cause: 'x' }),
  );
  const first = await listLedgerAccounts({ owner, limit: 1, by: READER });
  expect(first.accounts).toMatchObject([{ ref: { subject: 'merchant_balance' }, state: 'frozen' }]);
  const second = await listLedgerAccounts({ owner, limit: 1, after: first.next ?? '', by: READER });
  expect(second).toMatchObject({ accounts: [{ balance: cny(5n) }], next: null });
  const narrowed = await listLedgerAccounts({ owner, subject: 'merchant_pending', by: READER });
  expect(narrowed.accounts).toHaveLength(1);
});
