import { expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { postEntry } from '@/lib/ledger/post-entry';
import { sumInternalAccounts } from '@/lib/ledger/sum-internal-accounts';
import {
  findings,
  findingsWith,
  fundedCustomer,
  payment,
  post,
  sumEverything,
  usedMerchant,
} from '@/tests/support/factories/ledger';

const pending = (merchantId: string) =>
  ({ subject: 'merchant_pending', owner: merchantId }) as const;
const balance = async (merchantId: string) => (await balanceOf(pending(merchantId))).amountMinor;
/** What the account's row holds, without the tail. */
const summed = async (merchantId: string) =>
  (
    await db().ledgerAccount.findUniqueOrThrow({
      where: { id: `merchant_pending:${merchantId}:CNY` },
    })
  ).balanceMinor;
/** Rounds until one takes lines in: tests beside this one may hold the first ones up. */
async function untilOneAdds(): Promise<void> {
  for (let added = 0; added === 0; ) added = await sumInternalAccounts();
}

/** How many statements of this database wait for another transaction. */
const waitingForRow = async () =>
  Number(
    (
      await pool().query(
        `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
            AND wait_event_type = 'Lock' AND query LIKE '%sum_internal_accounts%'`,
      )
    ).rows[0].count,
  );
const sums = () => db().ledgerSums.findUniqueOrThrow({ where: { id: 1 } });

test('a balance is right before, between and after the sums', async () => {
  const merchantId = newId('mer');
  const customerId = await fundedCustomer(1000n);
  await post(payment(customerId, 100n, merchantId));
  expect([await summed(merchantId), await balance(merchantId)]).toEqual([0n, 100n]);
  await sumInternalAccounts();
  await post(payment(customerId, 10n, merchantId));
  expect([await summed(merchantId), await balance(merchantId)]).toEqual([0n, 110n]);
  await sumEverything();
  expect([await summed(merchantId), await balance(merchantId)]).toEqual([110n, 110n]);
  expect(await sumInternalAccounts()).toBe(0);
  expect(await findings()).toEqual([]);
});

test('a line drawn early and committed late is never lost', async () => {
  const merchantId = await usedMerchant();
  const customerId = await fundedCustomer(1000n);
  const other = await fundedCustomer(1000n);
  await inTransaction(async (tx) => {
    await postEntry(tx, payment(customerId, 100n, merchantId));
    // Later ids, committed first; the sums may not pass the ones that are still under way.
    await post(payment(other, 10n, merchantId));
    for (let round = 0; round < 5; round += 1) await sumInternalAccounts();
    expect(await balance(merchantId)).toBe(11n);
    expect(await findings()).toEqual([]);
  });
  expect(await balance(merchantId)).toBe(111n);
  await sumEverything();
  expect([await summed(merchantId), await balance(merchantId)]).toEqual([111n, 111n]);
  expect(await findings()).toEqual([]);
});

test('posts that go on all the time do not hold the sums up', async () => {
  const merchantId = await usedMerchant();
  const customerId = await fundedCustomer(1000n);
  await sumEverything();
  await post(payment(customerId, 100n, merchantId));
  await sumInternalAccounts();
  // One under way that began after the limit was noted, and so is not in its way.
  await inTransaction(async (tx) => {
    await postEntry(tx, payment(customerId, 10n, merchantId));
    const sumAgain = async () => {
      await sumInternalAccounts();
      return summed(merchantId);
    };
    await expect.poll(sumAgain).toBe(101n);
  });
  expect(await findings()).toEqual([]);
});

test('a line drawn while a round of sums is under way is never lost', async () => {
  const merchantId = await usedMerchant();
  const [first, second] = await Promise.all([fundedCustomer(1000n), fundedCustomer(1000n)]);
  await sumEverything();
  await post(payment(first, 100n, merchantId));
  await sumInternalAccounts();
  const holder = await pool().connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM ledger_sums FOR UPDATE');
    // It has added to the account, so it has its transaction's number, and waits to say how far it is.
    const round = untilOneAdds();
    await expect.poll(waitingForRow, { timeout: 15_000 }).toBe(1);
    await inTransaction(async (tx) => {
      await postEntry(tx, payment(second, 10n, merchantId));
      await holder.query('COMMIT');
      await round;
      for (let again = 0; again < 3; again += 1) await sumInternalAccounts();
    });
  } finally {
    holder.release();
  }
  await sumEverything();
  expect(await summed(merchantId)).toBe(await balance(merchantId));
  expect(await findings()).toEqual([]);
});

test('many posts and many who sum at once: nothing is lost or counted twice', async () => {
  const merchantId = newId('mer');
  const customers = await Promise.all(Array.from({ length: 8 }, () => fundedCustomer(1000n)));
  const posting = customers.map(async (customerId) => {
    for (let n = 0; n < 25; n += 1) await post(payment(customerId, 1n, merchantId));
  });
  const summing = Array.from({ length: 3 }, async () => {
    for (let n = 0; n < 30; n += 1) {
      await sumInternalAccounts();
      expect(await findings()).toEqual([]);
    }
  });
  await Promise.all([...posting, ...summing]);
  await sumEverything();
  expect(await summed(merchantId)).toBe(200n);
  expect(await findings()).toEqual([]);
});

test('a limit noted in another life of the database is forgotten', async () => {
  const merchantId = newId('mer');
  await post(payment(await fundedCustomer(10n), 10n, merchantId));
  await pool().query(
    'UPDATE ledger_sums SET pending_line_id = 9000000000, pending_tx = 9000000000',
  );
  await sumEverything();
  expect(await summed(merchantId)).toBe(10n);
  expect((await sums()).throughLineId).toBeLessThan(9000000000n);
});

test('summing waits for no post and makes no post wait', async () => {
  const merchantId = await usedMerchant();
  const customerId = await fundedCustomer(10n);
  await inTransaction(async (tx) => {
    await postEntry(tx, payment(customerId, 1n, merchantId));
    await sumInternalAccounts();
    await sumInternalAccounts();
    await post(payment(await fundedCustomer(1n), 1n, merchantId));
  });
  expect(await balance(merchantId)).toBe(3n);
});

test('inside a transaction that has changed something there is no summing', async () => {
  const inside = inTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE ledger_sums SET summed_at = now()`;
    await tx.$queryRaw`SELECT sum_internal_accounts()`;
  });
  await expect(inside).rejects.toThrow('a transaction of its own');
});

test('a sum that was tampered with is found by the books check', async () => {
  const merchantId = newId('mer');
  await post(payment(await fundedCustomer(10n), 10n, merchantId));
  const id = `merchant_pending:${merchantId}:CNY`;
  expect(
    await findingsWith(
      `UPDATE ledger_accounts SET balance_minor = balance_minor + 1 WHERE id = '${id}'`,
    ),
  ).toEqual([{ code: 'sum_differs_from_lines', detail: id }]);
});
