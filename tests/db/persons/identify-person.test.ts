import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { countQuota } from '@/lib/persons/count-quota';
import { getQuota } from '@/lib/persons/get-quota';
import { identifyPerson } from '@/lib/persons/identify-person';
import { quotaOf } from '@/lib/persons/quota-rules';
import { recordVerification } from '@/lib/persons/record-verification';
import { openItem } from '@/lib/vault/open-item';
import { seedCustomer, seedShopper } from '@/tests/support/factories/customers';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { seedPerson, someIdNo } from '@/tests/support/factories/persons';
import { somePhone } from '@/tests/support/phones';
import { refusalCode } from '@/tests/support/refusal-code';

const somebody = () => seedShopper(somePhone());
const identify = (userId: string, idNo: string, name = '张三') =>
  inTransaction((tx) => identifyPerson(tx, { userId, name, idNo }));

test('name and number rest in the vault alone; the row has keyed hashes and masks', async () => {
  const { userId } = await somebody();
  const idNo = someIdNo();
  const { personId } = await identify(userId, idNo, '欧阳小明');
  const row = await db().person.findUniqueOrThrow({ where: { id: personId } });
  expect(row).toMatchObject({
    nameMasked: '欧***',
    idNoMasked: `${idNo.slice(0, 3)}***********${idNo.slice(-4)}`,
  });
  expect(JSON.stringify(row)).not.toMatch(new RegExp(`${idNo}|阳小明`));
  const open = (itemId: string, purpose: 'person_name' | 'person_id_no') =>
    openItem({ itemId, purpose, actor: 'test' });
  expect(await open(row.nameItemId, 'person_name')).toBe('欧阳小明');
  expect(await open(row.idNoItemId, 'person_id_no')).toBe(idNo);
});

test('users with one identity number are one person, also when they come at the same moment', async () => {
  const idNo = someIdNo();
  const users = await Promise.all(Array.from({ length: 5 }, somebody));
  const found = await Promise.all(users.map(({ userId }) => identify(userId, idNo)));
  expect(new Set(found.map(({ personId }) => personId)).size).toBe(1);
});

test('a known number under another name is refused', async () => {
  const [first, second] = [await somebody(), await somebody()];
  const idNo = someIdNo();
  await identify(first.userId, idNo);
  expect(await refusalCode(identify(second.userId, idNo, '李四'))).toBe('identity_mismatch');
});

test('a user stays who they are; saying it again is fine', async () => {
  const { userId } = await somebody();
  const idNo = someIdNo();
  const first = await identify(userId, idNo);
  expect(await identify(userId, idNo)).toEqual(first);
  expect(await refusalCode(identify(userId, someIdNo()))).toBe('identity_already_set');
});

test.each([
  ['张三', '110101199003070037', 'idNo'],
  ['三', someIdNo(), 'name'],
])('what is no identity is refused by its field', async (name, idNo, path) => {
  const { userId } = await somebody();
  await expect(identify(userId, idNo, name)).rejects.toMatchObject({
    code: 'invalid_request',
    fields: [{ path }],
  });
});

test('the class follows the sources that confirmed the person, each counted once', async () => {
  const { userId } = await somebody();
  const account = { userId, customerId: 'cus_none' };
  expect(await getQuota(account)).toMatchObject({ payerId: userId, class: 'I' });
  const { personId } = await seedPerson({ userId, accountClass: 'I' });
  const verify = (source: `bank:${string}` | 'face_to_face') =>
    inTransaction((tx) => recordVerification(tx, { personId, source }));
  for (const source of ['bank:a', 'bank:a', 'bank:a'] as const) await verify(source);
  expect(await getQuota(account)).toMatchObject({ payerId: personId, class: 'I' });
  await verify('bank:b');
  expect((await getQuota(account)).class).toBe('II');
  await verify('bank:c');
  await verify('bank:d');
  expect((await getQuota(account)).class).toBe('III');
  const other = await somebody();
  const face = await seedPerson({ userId: other.userId, accountClass: 'I' });
  await inTransaction((tx) =>
    recordVerification(tx, { personId: face.personId, source: 'face_to_face' }),
  );
  expect((await getQuota({ ...account, userId: other.userId })).class).toBe('III');
});

test('what was paid before anybody knew whose it was counts as the person’s', async () => {
  const [one, two] = [await seedMerchant(), await seedMerchant()];
  const spend = (payerId: string, amountMinor: bigint) => {
    const counted = quotaOf(
      { payerId, class: 'I' },
      { amount: cny(amountMinor), strength: 'password' },
    );
    return inTransaction((tx) => countQuota(tx, counted));
  };
  // Two accounts that nobody owns yet, then their owner's, then the person's.
  const claimed = await Promise.all([one, two].map(({ id }) => seedCustomer({ merchantId: id })));
  for (const { customerId } of claimed) await spend(customerId, 10_000n);
  const { userId } = await somebody();
  await spend((await getQuota({ userId, customerId: 'cus_none' })).payerId, 5_000n);
  for (const [place, { id: merchantId }] of [one, two].entries()) {
    const reference = claimed[place]?.reference ?? '';
    await seedCustomer({ merchantId, reference, userId, balanceMinor: 0n });
  }
  expect((await getQuota({ userId, customerId: 'cus_none' })).period.used).toEqual(cny(25_000n));
  await seedPerson({ userId, accountClass: 'I' });
  const quota = await getQuota({ userId, customerId: claimed[0]?.customerId ?? '' });
  expect(quota.period).toMatchObject({ used: cny(25_000n), left: cny(75_000n) });
});
