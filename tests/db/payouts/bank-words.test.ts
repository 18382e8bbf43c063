import { afterEach, expect, test } from 'vitest';
import type { PayoutOutcome } from '@/lib/channels/payout-port';
import { db } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { cny } from '@/lib/money/money';
import { getPayout } from '@/lib/payouts/get-payout';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { settlePayoutOutcome } from '@/lib/payouts/settle-payout-outcome';
import {
  decidePayout,
  type PayoutScript,
  payoutsAtBank,
  scriptPayout,
} from '@/tests/support/bank-control';
import { close, freeze } from '@/tests/support/factories/virtual-accounts';
import { type Owner, seedOwner, withdraw } from '@/tests/support/factories/withdrawals';

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

// Scripts are by amount: every payout here has one of its own.
let nextAmount = 60_000n;

/** A payout of a new owner's as the bank was told to treat it. */
async function started(behaviour: PayoutScript) {
  const amountMinor = nextAmount++;
  const owner = await seedOwner();
  await scriptPayout(amountMinor, behaviour);
  const bank = await bankBalances();
  const { payoutId, state } = await withdraw(owner, amountMinor);
  const read = () => getPayout({ payoutId, account: owner.account });
  const { channelOrderNo } = await read();
  /** What changed at our bank, and what is on its way. */
  const moved = async () => {
    const now = await bankBalances();
    return [now.deposit - bank.deposit, now.transit - bank.transit];
  };
  return { owner, amountMinor, payoutId, channelOrderNo, state, read, moved };
}
async function bankBalances() {
  const deposit = await balanceOf({ subject: 'platform_bank', owner: 'platform' });
  const transit = await balanceOf({ subject: 'payouts_in_transit', owner: 'bank' });
  return { deposit: deposit.amountMinor, transit: transit.amountMinor };
}
const standing = async ({ account }: Owner) => {
  const found = await findLedgerAccount(account);
  return [found?.balance.amountMinor, found?.held.amountMinor];
};
const say = (payoutId: string, outcome: PayoutOutcome) =>
  settlePayoutOutcome({ payoutId, outcome, cause: 'test' });
const succeeded = (amountMinor: bigint): PayoutOutcome => ({
  kind: 'succeeded',
  channelRef: 'PO1',
  amount: cny(amountMinor),
  evidence: {},
});
const failed: PayoutOutcome = { kind: 'failed', reason: 'declined', evidence: {} };
const returned: PayoutOutcome = { kind: 'returned', reason: 'card_invalid', evidence: {} };
const unknown: PayoutOutcome = { kind: 'unknown', cause: 'timeout', evidence: {} };

test('accepted money is in transit, and arrives when the bank says so', async () => {
  const { owner, amountMinor, payoutId, channelOrderNo, state, read, moved } = await started({
    outcome: 'stay',
  });
  expect(state).toBe('accepted');
  expect(await moved()).toEqual([-amountMinor, amountMinor]);
  await resolvePayout({ payoutId });
  expect((await read()).state).toBe('accepted');

  await decidePayout(channelOrderNo, 'succeed');
  await resolvePayout({ channel: 'bank', payoutNo: channelOrderNo });
  expect(await read()).toMatchObject({ state: 'succeeded', channelRef: expect.any(String) });
  expect(await standing(owner)).toEqual([100_000n - amountMinor, 0n]);
  expect(await moved()).toEqual([-amountMinor, 0n]);
});

test('what the bank refuses after accepting it is the owner’s again', async () => {
  const { owner, payoutId, channelOrderNo, read, moved } = await started({ outcome: 'stay' });
  await decidePayout(channelOrderNo, 'fail');
  await resolvePayout({ payoutId });
  expect(await read()).toMatchObject({ state: 'failed', failureReason: 'declined' });
  expect(await standing(owner)).toEqual([100_000n, 0n]);
  expect(await moved()).toEqual([0n, 0n]);
});

test('a refusal at once books nothing', async () => {
  const { owner, payoutId, moved } = await started({ lose: 'request' });
  await say(payoutId, failed);
  expect(await standing(owner)).toEqual([100_000n, 0n]);
  expect(await moved()).toEqual([0n, 0n]);
  expect(await db().ledgerEntry.findMany({ where: { businessRef: payoutId } })).toEqual([]);
});

test('when the reply is lost the bank is asked, and the payout is there once', async () => {
  const { owner, amountMinor, payoutId, channelOrderNo, state, read } = await started({
    outcome: 'stay',
    lose: 'reply',
  });
  expect(state).toBe('unknown');
  expect(await standing(owner)).toEqual([100_000n, amountMinor]);
  await decidePayout(channelOrderNo, 'succeed');
  await Promise.all([
    resolvePayout({ payoutId }),
    resolvePayout({ channel: 'bank', payoutNo: channelOrderNo }),
  ]);
  expect((await read()).state).toBe('succeeded');
  expect(await payoutsAtBank(channelOrderNo)).toHaveLength(1);
  expect(await standing(owner)).toEqual([100_000n - amountMinor, 0n]);
});

test('what never arrived is sent again under the same number', async () => {
  const { payoutId, channelOrderNo, state, read } = await started({ lose: 'request' });
  expect(state).toBe('unknown');
  expect(await payoutsAtBank(channelOrderNo)).toEqual([]);
  await Promise.all([resolvePayout({ payoutId }), resolvePayout({ payoutId })]);
  expect(await payoutsAtBank(channelOrderNo)).toHaveLength(1);
  expect((await read()).channelOrderNo).toBe(channelOrderNo);
  expect(['accepted', 'succeeded']).toContain((await read()).state);
});

test('money that comes back after it arrived is on the account again', async () => {
  const { owner, payoutId, channelOrderNo, read, moved } = await started({ outcome: 'stay' });
  await decidePayout(channelOrderNo, 'succeed');
  await resolvePayout({ payoutId });
  await decidePayout(channelOrderNo, 'return');
  await Promise.all(
    Array.from({ length: 3 }, () => resolvePayout({ channel: 'bank', payoutNo: channelOrderNo })),
  );
  expect(await read()).toMatchObject({ state: 'returned', failureReason: 'card_invalid' });
  expect(await standing(owner)).toEqual([100_000n, 0n]);
  expect(await moved()).toEqual([0n, 0n]);
});

test('a return that is heard of first is told as the arrival and the return', async () => {
  const { owner, payoutId, channelOrderNo, read, moved } = await started({ outcome: 'stay' });
  await decidePayout(channelOrderNo, 'succeed');
  await decidePayout(channelOrderNo, 'return');
  await resolvePayout({ payoutId });
  expect((await read()).state).toBe('returned');
  expect(await standing(owner)).toEqual([100_000n, 0n]);
  expect(await moved()).toEqual([0n, 0n]);
  const entries = await db().ledgerEntry.findMany({ where: { businessRef: payoutId } });
  expect(entries.map(({ event }) => event).sort()).toEqual([
    'payout_paid',
    'payout_returned',
    'payout_sent',
  ]);
});

test('money that comes back to an account closed since waits in suspense', async () => {
  const { owner, amountMinor, payoutId, read } = await started({ outcome: 'stay' });
  const rest = 100_000n - amountMinor;
  const other = await withdraw(owner, rest);
  await say(payoutId, succeeded(amountMinor));
  await say(other.payoutId, succeeded(rest));
  await close(owner.account);
  await say(payoutId, returned);
  await say(payoutId, returned);
  expect((await read()).state).toBe('returned');
  const cases = await db().suspenseCase.findMany({ where: { claimedNumber: owner.number } });
  expect(cases).toMatchObject([
    { amountMinor, reason: 'closed_account', state: 'open', remark: payoutId },
  ]);
});

test('a freeze stops no payout that is under way', async () => {
  const { owner, amountMinor, payoutId, channelOrderNo, read } = await started({ outcome: 'stay' });
  await freeze(owner.account);
  await decidePayout(channelOrderNo, 'succeed');
  await resolvePayout({ payoutId });
  expect((await read()).state).toBe('succeeded');
  expect(await findLedgerAccount(owner.account)).toMatchObject({
    balance: cny(100_000n - amountMinor),
    state: 'frozen',
  });
});

test('another amount than the payout’s is never taken for it', async () => {
  const { owner, amountMinor, payoutId, read } = await started({ lose: 'request' });
  await say(payoutId, succeeded(amountMinor + 1n));
  expect((await read()).state).toBe('unknown');
  expect(await standing(owner)).toEqual([100_000n, amountMinor]);
});

test('contradicting words at the same moment: the first definite one counts, once', async () => {
  const { owner, amountMinor, payoutId, read } = await started({ lose: 'request' });
  const words = [succeeded(amountMinor), failed, unknown, succeeded(amountMinor), failed];
  await Promise.all(words.map((word) => say(payoutId, word)));
  const { state } = await read();
  expect(['succeeded', 'failed']).toContain(state);
  const left = state === 'succeeded' ? 100_000n - amountMinor : 100_000n;
  expect(await standing(owner)).toEqual([left, 0n]);
  const events = await db().transition.findMany({ where: { subjectId: payoutId } });
  const definite = events.filter(({ toState }) => toState === 'succeeded' || toState === 'failed');
  expect(definite).toHaveLength(1);
});

test('what the bank has accepted stays accepted when a later answer is lost or denies it', async () => {
  const { amountMinor, owner, payoutId, read, moved } = await started({ outcome: 'stay' });
  await say(payoutId, unknown);
  await say(payoutId, { kind: 'failed', reason: 'not_received', evidence: {} });
  expect((await read()).state).toBe('accepted');
  expect(await standing(owner)).toEqual([100_000n, amountMinor]);
  expect(await moved()).toEqual([-amountMinor, amountMinor]);
});

test('a number or an id that is not ours changes nothing', async () => {
  await resolvePayout({ channel: 'bank', payoutNo: 'nobodyknowsthis' });
  await resolvePayout({ payoutId: 'pyt_nobody' });
});
