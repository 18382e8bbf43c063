import { expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { captureHold } from '@/lib/ledger/capture-hold';
import { expireHolds } from '@/lib/ledger/expire-holds';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { freezeAccount } from '@/lib/ledger/freeze-account';
import { listHolds } from '@/lib/ledger/list-holds';
import { releaseHold } from '@/lib/ledger/release-hold';
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
} from '@/tests/support/factories/ledger';

const stands = async (customerId: string) => {
  const account = await findLedgerAccount(customerAccount(customerId));
  return [account?.balance.amountMinor, account?.held.amountMinor, account?.available.amountMinor];
};
const capture = (holdId: string, event: ReturnType<typeof payment>) =>
  answerOf(inTransaction((tx) => captureHold(tx, { holdId, event })));
const release = (holdId: string) => answerOf(inTransaction((tx) => releaseHold(tx, { holdId })));
const stateOf = async (id: string) =>
  (await db().ledgerHold.findUniqueOrThrow({ where: { id } })).state;
const endTimeOf = (holdId: string) =>
  pool().query(
    `UPDATE ledger_holds SET expires_at = clock_timestamp() - interval '1 ms' WHERE id = $1`,
    [holdId],
  );

test('what is held stays the owner’s and cannot be spent otherwise', async () => {
  const customerId = await fundedCustomer(1000n);
  await hold(customerId, 700n);
  expect(await stands(customerId)).toEqual([1000n, 700n, 300n]);
  expect(await answerOf(post(payment(customerId, 301n)))).toBe('insufficient_funds');
  expect(await answerOf(post(payment(customerId, 300n)))).toBe('posted');
  expect(await findings()).toEqual([]);
});

test('a hold takes no more than what is available, also when twenty race', async () => {
  const customerId = await fundedCustomer(1000n);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => answerOf(hold(customerId, 100n))),
  );
  expect(answers.filter((answer) => answer === 'insufficient_funds')).toHaveLength(10);
  expect(await stands(customerId)).toEqual([1000n, 1000n, 0n]);
  expect(await findings()).toEqual([]);
});

test('the same key with the same content is the same hold, also after it has ended', async () => {
  const customerId = await fundedCustomer(1000n);
  const holdKey = newId('hld');
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => hold(customerId, 600n, { holdKey })),
  );
  expect(new Set(answers.map(({ holdId }) => holdId)).size).toBe(1);
  expect(await stands(customerId)).toEqual([1000n, 600n, 400n]);
  expect(await answerOf(hold(customerId, 599n, { holdKey }))).toBe('hold_conflict');
  expect(await answerOf(hold(customerId, 600n, { holdKey, reason: 'x' }))).toBe('hold_conflict');
  const other = await fundedCustomer(1000n);
  expect(await answerOf(hold(other, 600n, { holdKey }))).toBe('hold_conflict');
  await release(answers[0]?.holdId ?? '');
  expect(await hold(customerId, 600n, { holdKey })).toEqual(answers[0]);
  expect(await stands(customerId)).toEqual([1000n, 0n, 1000n]);
  expect(await findings()).toEqual([]);
});

test('one key for two accounts at once is one hold and one conflict', async () => {
  const [one, two] = [await fundedCustomer(10n), await fundedCustomer(10n)];
  for (let round = 0; round < 10; round += 1) {
    const holdKey = newId('hld');
    const answers = await Promise.all([
      answerOf(hold(one, 1n, { holdKey })),
      answerOf(hold(two, 1n, { holdKey })),
    ]);
    expect(answers.filter((answer) => answer === 'hold_conflict')).toHaveLength(1);
  }
  expect(await findings()).toEqual([]);
});

test.each([
  ['nothing', 0n, 'line_not_positive'],
  ['less than nothing', -1n, 'line_not_positive'],
  ['more than can be booked', 10n ** 15n + 1n, 'amount_out_of_range'],
  ['more than a number of the database', 10n ** 19n, 'amount_out_of_range'],
  ['more than there is', 1001n, 'insufficient_funds'],
])('holding %s is refused', async (_, amountMinor, code) => {
  const customerId = await fundedCustomer(1000n);
  expect(await answerOf(hold(customerId, amountMinor))).toBe(code);
  expect(await stands(customerId)).toEqual([1000n, 0n, 1000n]);
});

test('an account never used, a frozen one and a time that is over are refused by name', async () => {
  expect(await answerOf(hold(newId('cus'), 1n))).toBe('unknown_account');
  const customerId = await fundedCustomer(1000n);
  const past = { expiresAt: new Date(Date.now() - 60_000) };
  expect(await answerOf(hold(customerId, 1n, past))).toBe('hold_expired');
  const account = customerAccount(customerId);
  await inTransaction((tx) => freezeAccount(tx, { account, actor: 'test', cause: 'test' }));
  expect(await answerOf(hold(customerId, 1n))).toBe('account_frozen');
  expect(await capture(newId('hld'), payment(customerId, 1n))).toBe('hold_not_found');
  expect(await release(newId('hld'))).toBe('hold_not_found');
});

test('a refused hold leaves the caller’s transaction usable', async () => {
  const customerId = await fundedCustomer(5n);
  await inTransaction(async (tx) => {
    const refused = releaseHold(tx, { holdId: newId('hld') });
    expect(await answerOf(refused)).toBe('hold_not_found');
    await tx.ledgerAccount.count();
  });
  expect(await stands(customerId)).toEqual([5n, 0n, 5n]);
});

test('a hold is captured in parts and the rest is released', async () => {
  const customerId = await fundedCustomer(1000n);
  const { holdId } = await hold(customerId, 700n);
  expect(await capture(holdId, payment(customerId, 200n))).toBe('posted');
  expect(await stands(customerId)).toEqual([800n, 500n, 300n]);
  expect(await capture(holdId, payment(customerId, 501n))).toBe('hold_over_capture');
  expect(await stateOf(holdId)).toBe('held');
  expect(await release(holdId)).toBeUndefined();
  expect(await release(holdId)).toBeUndefined();
  expect(await stands(customerId)).toEqual([800n, 0n, 800n]);
  expect(await stateOf(holdId)).toBe('released');
  expect(await capture(holdId, payment(customerId, 1n))).toBe('hold_ended');
  expect(await findings()).toEqual([]);
});

test('a hold captured in whole has ended; the same entry again changes nothing', async () => {
  const customerId = await fundedCustomer(1000n);
  const { holdId } = await hold(customerId, 700n);
  const event = payment(customerId, 700n);
  const answers = await Promise.all(Array.from({ length: 10 }, () => capture(holdId, event)));
  expect(answers.filter((answer) => answer === 'posted')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'repeated')).toHaveLength(9);
  expect(await stands(customerId)).toEqual([300n, 0n, 300n]);
  expect(await stateOf(holdId)).toBe('captured');
  expect(await release(holdId)).toBeUndefined();
  expect(await capture(holdId, { ...event, businessRef: 'other' })).toBe('entry_conflict');
  expect(await findings()).toEqual([]);
});

test('racing captures never take more than was held', async () => {
  const customerId = await fundedCustomer(1000n);
  const { holdId } = await hold(customerId, 500n);
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => capture(holdId, payment(customerId, 100n))),
  );
  expect(answers.filter((answer) => answer === 'posted')).toHaveLength(5);
  expect(await stands(customerId)).toEqual([500n, 0n, 500n]);
  expect(await findings()).toEqual([]);
});

test('an entry that takes nothing from the held account is no capture', async () => {
  const customerId = await fundedCustomer(1000n);
  const { holdId } = await hold(customerId, 500n);
  expect(await capture(holdId, topUp(customerId, 1n))).toBe('hold_over_capture');
  expect(await capture(holdId, payment(await fundedCustomer(9n), 1n))).toBe('hold_over_capture');
  expect(await stands(customerId)).toEqual([1000n, 500n, 500n]);
  expect(await findings()).toEqual([]);
});

test('a freeze does not break a promise made before it, and stays', async () => {
  const customerId = await fundedCustomer(1000n);
  const { holdId } = await hold(customerId, 500n);
  const account = customerAccount(customerId);
  await inTransaction((tx) => freezeAccount(tx, { account, actor: 'test', cause: 'test' }));
  expect(await capture(holdId, payment(customerId, 500n))).toBe('posted');
  expect((await findLedgerAccount(account))?.state).toBe('frozen');
  expect(await answerOf(post(payment(customerId, 1n)))).toBe('account_frozen');
  expect(await findings()).toEqual([]);
});

test('a hold whose time is over cannot be captured, whether or not the sweep has been there', async () => {
  const customerId = await fundedCustomer(1000n);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { holdId } = await hold(customerId, 500n, { expiresAt });
  const kept = await hold(customerId, 100n, { expiresAt });
  await endTimeOf(holdId);
  expect(await capture(holdId, payment(customerId, 1n))).toBe('hold_expired');
  expect(await stands(customerId)).toEqual([1000n, 600n, 400n]);
  const swept = await Promise.all([expireHolds(), expireHolds(), expireHolds()]);
  expect(swept.reduce((sum, ended) => sum + ended, 0)).toBe(1);
  expect(await stateOf(holdId)).toBe('expired');
  expect(await stateOf(kept.holdId)).toBe('held');
  expect(await stands(customerId)).toEqual([1000n, 100n, 900n]);
  expect(await capture(holdId, payment(customerId, 1n))).toBe('hold_expired');
  expect(await release(holdId)).toBeUndefined();
  expect(await findings()).toEqual([]);
});

test('the sweep gives back what part captures left, and leaves an account that is busy', async () => {
  const customerId = await fundedCustomer(1000n);
  const { holdId } = await hold(customerId, 500n, { expiresAt: new Date(Date.now() + 3_600_000) });
  await capture(holdId, payment(customerId, 200n));
  await endTimeOf(holdId);
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM ledger_accounts WHERE owner_id = ${customerId} FOR UPDATE`;
    expect(await expireHolds()).toBe(0);
  });
  expect(await expireHolds()).toBe(1);
  expect(await stands(customerId)).toEqual([800n, 0n, 800n]);
  expect(await findings()).toEqual([]);
});

test('the open holds of an account are listed with what is left of them', async () => {
  const customerId = await fundedCustomer(1000n);
  const first = await hold(customerId, 500n, { reason: 'withdrawal' });
  const second = await hold(customerId, 50n);
  await capture(first.holdId, payment(customerId, 100n));
  await release(second.holdId);
  expect(await listHolds({ account: customerAccount(customerId), by: READER })).toMatchObject([
    { id: first.holdId, reason: 'withdrawal', left: { amountMinor: 400n }, expiresAt: null },
  ]);
});
