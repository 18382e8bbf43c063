import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { checkBooks } from '@/lib/ledger/check-books';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { listPayouts } from '@/lib/payouts/list-payouts';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { sweepPayouts } from '@/lib/payouts/sweep-payouts';
import { decidePayout, payoutsAtBank, scriptPayout } from '@/tests/support/bank-control';
import { seedOwner, withdraw } from '@/tests/support/factories/withdrawals';

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test.each([
  ['payout.committed', 50_001],
  ['payout.answered', 50_002],
])('killed at %s, the payout is made exactly once', async (moment, amount) => {
  const owner = await seedOwner();
  await scriptPayout(BigInt(amount), { outcome: 'stay' });
  const key = newSortableNumber();
  await killedAt(moment, { owner, amount, key });
  const [payout, ...others] = (await listPayouts({ account: owner.account })).payouts;
  expect(others).toEqual([]);
  expect(payout).toMatchObject({ state: 'sent', channelRef: null });
  const { id: payoutId = '', channelOrderNo = '' } = payout ?? {};

  // Pressing again is no second withdrawal, and asking finds or makes the one there is.
  expect(await withdraw(owner, BigInt(amount), key)).toEqual({ payoutId, state: 'sent' });
  await resolvePayout({ payoutId });
  expect(await payoutsAtBank(channelOrderNo)).toMatchObject([{ state: 'accepted' }]);
  await decidePayout(channelOrderNo, 'succeed');
  await resolvePayout({ payoutId });
  const account = await findLedgerAccount(owner.account);
  expect([account?.balance.amountMinor, account?.held.amountMinor]).toEqual([
    100_000n - BigInt(amount),
    0n,
  ]);
});

test('every payout that is due is asked about once, however many sweep', async () => {
  const owner = await seedOwner();
  const made: string[] = [];
  for (const amount of [1_001n, 1_002n]) made.push((await withdraw(owner, amount)).payoutId);
  await db().payout.updateMany({ data: { nextAskAt: null } });
  await pool().query('UPDATE payouts SET next_ask_at = clock_timestamp() WHERE id = ANY ($1)', [
    made,
  ]);
  const found = await Promise.all(Array.from({ length: 4 }, sweepPayouts));
  expect(found.reduce((sum, each) => sum + each)).toBe(2);
  const { rows } = await pool().query<{ id: string }>(
    "SELECT data->>'payoutId' AS id FROM pgboss.job WHERE name = 'resolve-payout'",
  );
  expect(rows.map(({ id }) => id).sort()).toEqual([...made].sort());
});

test('one that failed is asked about no more; one that arrived, daily for a week', async () => {
  const owner = await seedOwner();
  await scriptPayout(50_021n, { outcome: 'stay' });
  await scriptPayout(40_021n, { outcome: 'stay' });
  const [bad, good] = [await withdraw(owner, 50_021n), await withdraw(owner, 40_021n)];
  const nextAsk = async (id: string) => {
    const row = await db().payout.findUniqueOrThrow({ where: { id } });
    return row.nextAskAt && row.nextAskAt.getTime() - Date.now();
  };
  const numbers = await db().payout.findMany({
    where: { id: { in: [bad.payoutId, good.payoutId] } },
  });
  for (const { id, channelOrderNo } of numbers) {
    await decidePayout(channelOrderNo, id === bad.payoutId ? 'fail' : 'succeed');
    await resolvePayout({ payoutId: id });
  }
  expect(await nextAsk(bad.payoutId)).toBeNull();
  expect((await nextAsk(good.payoutId)) ?? 0).toBeGreaterThan(23 * 3_600_000);
  await pool().query(
    "UPDATE payouts SET finished_at = finished_at - interval '7 days' WHERE id = $1",
    [good.payoutId],
  );
  await resolvePayout({ payoutId: good.payoutId });
  expect(await nextAsk(good.payoutId)).toBeNull();
});

/** Asks for a withdrawal in a process of its own, which dies by SIGKILL at the moment named. */
async function killedAt(
  moment: string,
  given: { owner: Awaited<ReturnType<typeof seedOwner>>; amount: number; key: string },
): Promise<void> {
  const path = 'tests/support/request-withdrawal-of.ts';
  const { account, bankCardId, userId } = given.owner;
  const input = { account, bankCardId, userId, amount: given.amount, key: given.key };
  const child = spawn(process.execPath, ['--import', 'tsx', path, JSON.stringify(input)], {
    env: { ...process.env, FAIL_POINT: moment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [, signal] = await once(child, 'exit');
  expect(signal, complaint).toBe('SIGKILL');
}
