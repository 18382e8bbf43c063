import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { countQuota } from '@/lib/persons/count-quota';
import { quotaOf } from '@/lib/persons/quota-rules';
import { mergeQuota } from '@/lib/persons/quota-store';

const count = (payerId: string, amountMinor: bigint) =>
  inTransaction((tx) =>
    countQuota(
      tx,
      quotaOf({ payerId, class: 'III' }, { amount: cny(amountMinor), strength: 'certified' }),
    ),
  );
const merge = (from: string, into: string) => inTransaction((tx) => mergeQuota(tx, from, into));
const used = async (payerId: string) => {
  const rows = await db().$queryRaw<{ total: bigint; day: bigint }[]>`
    SELECT total_minor AS total, day_minor AS day FROM quota_used(${payerId})`;
  return rows[0];
};

test('what two payers used becomes what the one used whom they turn out to be', async () => {
  const [customer, person] = [newId('cus'), newId('psn')];
  await count(customer, 300n);
  await count(person, 40n);
  await merge(customer, person);
  expect(await used(person)).toEqual({ total: 340n, day: 340n });
});

test('a payment that still names the first is counted at the second', async () => {
  const [customer, user, person] = [newId('cus'), newId('usr'), newId('psn')];
  await merge(customer, user);
  await merge(user, person);
  await count(customer, 500n);
  expect(await used(person)).toEqual({ total: 500n, day: 500n });
  expect(await used(customer)).toEqual({ total: 500n, day: 500n });
});

test('merging again, or with oneself, changes nothing', async () => {
  const [user, person] = [newId('usr'), newId('psn')];
  await count(user, 500n);
  for (let n = 0; n < 3; n += 1) await merge(user, person);
  await merge(person, person);
  await merge(person, user);
  expect(await used(person)).toEqual({ total: 500n, day: 500n });
});

test('yesterday’s payments of the one are not today’s of the other', async () => {
  const [user, person] = [newId('usr'), newId('psn')];
  await count(user, 500n);
  await db().$executeRaw`
    UPDATE quota_counters SET day = day - 1, year = year - 1 WHERE payer_id = ${user}`;
  await count(person, 40n);
  await merge(user, person);
  expect(await used(person)).toEqual({ total: 540n, day: 40n });
});

test('no payment gets lost between two payers who become one while they pay', async () => {
  const [customer, user, person] = [newId('cus'), newId('usr'), newId('psn')];
  await Promise.all([
    ...Array.from({ length: 10 }, () => count(customer, 7n)),
    merge(customer, user),
    ...Array.from({ length: 10 }, () => count(user, 7n)),
    merge(user, person),
    ...Array.from({ length: 10 }, () => count(person, 7n)),
  ]);
  expect(await used(person)).toEqual({ total: 210n, day: 210n });
});
