import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { checkBooks } from '@/lib/ledger/check-books';
import { formatMoney } from '@/lib/money/format-money';
import { findVirtualAccount } from '@/lib/virtual-accounts/find-virtual-account';
import { activateWallet } from '@/lib/wallets/activate-wallet';
import { getWallet } from '@/lib/wallets/get-wallet';
import { offerWallets, PASSWORD, seedApplicant } from '@/tests/support/factories/wallets';
import { somePhone } from '@/tests/support/phones';
import { refusalCode } from '@/tests/support/refusal-code';

beforeAll(() => offerWallets());
beforeEach(() => offerWallets());
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

/** What an application that came to nothing must not leave behind. */
const traces = async (userId: string) => [
  await db().customer.count({ where: { userId } }),
  await db().user.count({ where: { id: userId, personId: { not: null } } }),
];

test('an open wallet is empty, of class I, has a number of its own and the password that was chosen', async () => {
  const { userId, application } = await seedApplicant();
  const { customerId } = await activateWallet(application);
  const wallet = await getWallet({ userId });
  expect(wallet).toMatchObject({ customerId, state: 'active', cards: [], latest: [] });
  expect(formatMoney(wallet.balance)).toBe('¥0.00');
  expect(wallet.quota.class).toBe('I');
  expect(wallet.person.nameMasked).toBe('王**');
  expect(wallet.person.sources).toBe(1);
  const { number } = wallet.transferTo;
  expect((await findVirtualAccount(number))?.ref.owner).toBe(customerId);
  await checkPaymentPassword({ customerId, password: PASSWORD });
});

test('activating again is the same wallet, and no way to another password', async () => {
  const { application } = await seedApplicant();
  const { customerId } = await activateWallet(application);
  expect(await activateWallet({ ...application, paymentPassword: '246802' })).toEqual({
    customerId,
  });
  await checkPaymentPassword({ customerId, password: PASSWORD });
});

test('five presses at the same moment open one wallet', async () => {
  const { userId, application } = await seedApplicant();
  const opened = await Promise.all(Array.from({ length: 5 }, () => activateWallet(application)));
  expect(new Set(opened.map(({ customerId }) => customerId)).size).toBe(1);
  expect(await db().customer.count({ where: { userId } })).toBe(1);
  expect(await db().virtualAccount.count({ where: { ownerId: opened[0]?.customerId } })).toBe(1);
});

test('a name that the register does not know under that number opens nothing', async () => {
  const { userId, application } = await seedApplicant();
  const given = { ...application, name: '王不符' };
  expect(await refusalCode(activateWallet(given))).toBe('identity_mismatch');
  expect(await traces(userId)).toEqual([0, 0]);
});

test('whoever knows somebody’s name and number, but signed in with another’s phone, opens nothing', async () => {
  const { userId, application } = await seedApplicant(`${somePhone().slice(0, 7)}0000`);
  expect(await refusalCode(activateWallet(application))).toBe('identity_mismatch');
  expect(await traces(userId)).toEqual([0, 0]);
});

test('without a contract of the platform no wallet is opened, and none is shown', async () => {
  const { userId, application } = await seedApplicant();
  await offerWallets('none');
  expect(await refusalCode(activateWallet(application))).toBe('balance_not_offered');
  expect(await traces(userId)).toEqual([0, 0]);
  expect(await refusalCode(getWallet({ userId }))).toBe('balance_not_offered');
});

test('one person with two phones has two wallets and one quota', async () => {
  const [one, other] = [await seedApplicant(), await seedApplicant()];
  const idNo = one.application.idNo;
  await activateWallet(one.application);
  await activateWallet({ ...other.application, idNo });
  const quotas = [
    (await getWallet({ userId: one.userId })).quota,
    (await getWallet({ userId: other.userId })).quota,
  ];
  expect(new Set(quotas.map(({ payerId }) => payerId)).size).toBe(1);
});

test('the identity number rests in the vault: no row, and not the wallet, has it', async () => {
  const { userId, application } = await seedApplicant();
  await activateWallet(application);
  const rows = await db().$queryRaw`
    SELECT u.*, p.*, c.* FROM users u JOIN persons p ON p.id = u.person_id JOIN customers c ON c.user_id = u.id
     WHERE u.id = ${userId}`;
  const seen = (value: unknown) =>
    JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part));
  for (const shown of [rows, await getWallet({ userId })]) {
    expect(seen(shown)).not.toContain(application.idNo);
    expect(seen(shown)).not.toContain(application.name);
  }
});
