import { afterEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { findAccount } from '@/lib/customers/find-account';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import { seedCustomer } from '../../support/factories/customers';
import { seedMerchant } from '../../support/factories/merchants';

const RIGHT = '135790';
const WRONG = '000000';

const someCustomer = async () => seedCustomer({ merchantId: (await seedMerchant()).id });

const answerTo = (customerId: string, password: string) =>
  checkPaymentPassword({ customerId, password }).then(
    () => ({ code: 'right', facts: {} }),
    ({ code, facts }) => ({ code, facts }),
  );

const letTheLockEnd = (customerId: string) =>
  db().$executeRaw`
    UPDATE customers SET password_locked_until = clock_timestamp() - interval '1 second'
     WHERE id = ${customerId} AND password_locked_until IS NOT NULL`;

afterEach(() => {
  vi.useRealTimers();
});

test('of 50 wrong guesses at the same moment five are looked at, and the account is locked', async () => {
  const { customerId } = await someCustomer();
  const answers = await Promise.all(Array.from({ length: 50 }, () => answerTo(customerId, WRONG)));
  const looked = answers.filter(({ code }) => code.startsWith('payment_password_wrong'));
  expect(looked.map(({ facts }) => facts.left).sort()).toEqual([1, 2, 3, 4]);
  const locked = answers.filter(({ code }) => code === 'payment_password_locked');
  expect(locked).toHaveLength(46);
  expect(await answerTo(customerId, RIGHT)).toMatchObject({ code: 'payment_password_locked' });
});

test('50 different guesses at the same moment can not all be tried until one is right', async () => {
  const { customerId } = await someCustomer();
  const guesses = Array.from({ length: 50 }, (_, n) => (n === 3 ? RIGHT : String(200_000 + n)));
  const answers = await Promise.all(
    guesses.map(async (guess) => ({ guess, ...(await answerTo(customerId, guess)) })),
  );
  const refused = answers.filter(({ code }) => code === 'payment_password_locked');
  // Five at most before a lock; a right one among them starts the count again, once.
  expect(refused.length).toBeGreaterThanOrEqual(50 - 2 * 5);
});

test('a locked account refuses the right password and says until when', async () => {
  const { customerId } = await someCustomer();
  for (let n = 0; n < 5; n += 1) await answerTo(customerId, WRONG);
  const [row] = await db().$queryRaw<{ until: string }[]>`
    SELECT to_char(password_locked_until AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS until
      FROM customers WHERE id = ${customerId}`;
  expect(await answerTo(customerId, RIGHT)).toEqual({
    code: 'payment_password_locked',
    facts: { until: row?.until },
  });
});

test('the lock ends by the database’s clock, not by this machine’s', async () => {
  const merchant = await seedMerchant();
  const { customerId, reference } = await seedCustomer({ merchantId: merchant.id });
  for (let n = 0; n < 5; n += 1) await answerTo(customerId, WRONG);
  const by = { merchantId: merchant.id, reference, userId: null };

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  expect((await answerTo(customerId, RIGHT)).code).toBe('payment_password_locked');
  expect((await findAccount(by))?.passwordLockedUntil).toBeInstanceOf(Date);
  vi.useRealTimers();

  await letTheLockEnd(customerId);
  expect((await findAccount(by))?.passwordLockedUntil).toBeUndefined();
  expect((await answerTo(customerId, RIGHT)).code).toBe('right');
});

test('after a lock the count starts again, and again locks at five', async () => {
  const { customerId } = await someCustomer();
  for (let n = 0; n < 5; n += 1) await answerTo(customerId, WRONG);
  await letTheLockEnd(customerId);
  const answers = [];
  for (let n = 0; n < 5; n += 1) answers.push(await answerTo(customerId, WRONG));
  expect(answers.map(({ code, facts }) => [code, facts.left])).toEqual([
    ['payment_password_wrong', 4],
    ['payment_password_wrong', 3],
    // From the third on the advice is a new one.
    ['payment_password_wrong_again', 2],
    ['payment_password_wrong_again', 1],
    ['payment_password_locked', undefined],
  ]);
});

test('a right answer forgives the wrong ones before it', async () => {
  const { customerId } = await someCustomer();
  for (let n = 0; n < 4; n += 1) await answerTo(customerId, WRONG);
  expect((await answerTo(customerId, RIGHT)).code).toBe('right');
  expect(await answerTo(customerId, WRONG)).toEqual({
    code: 'payment_password_wrong',
    facts: { left: 4 },
  });
});

test('without a payment password nothing is right', async () => {
  const { id: merchantId } = await seedMerchant();
  const { customerId } = await seedCustomer({ merchantId, paymentPassword: null });
  for (const guess of [WRONG, '', RIGHT]) {
    expect((await answerTo(customerId, guess)).code).toBe('payment_password_unset');
  }
});

test('a new password ends a lock; the old one no longer works', async () => {
  const { customerId } = await someCustomer();
  for (let n = 0; n < 5; n += 1) await answerTo(customerId, WRONG);
  await setPaymentPassword({ customerId, password: '246802' });
  expect((await answerTo(customerId, '246802')).code).toBe('right');
  expect((await answerTo(customerId, RIGHT)).code).toBe('payment_password_wrong');
});

test.each(['12345', '1234567', '12345a', '１２３４５６', '', '123456\n'])(
  '%j is refused as a payment password, and the old one stays',
  async (password) => {
    const { customerId } = await someCustomer();
    await expect(setPaymentPassword({ customerId, password })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    expect((await answerTo(customerId, RIGHT)).code).toBe('right');
  },
);

test('the password is kept as a salted hash only', async () => {
  const [one, other] = [await someCustomer(), await someCustomer()];
  const rows = await db().$queryRaw<{ hash: string }[]>`
    SELECT payment_password_hash AS hash FROM customers
     WHERE id IN (${one.customerId}, ${other.customerId})`;
  expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  expect(JSON.stringify(rows)).not.toContain(RIGHT);
});
