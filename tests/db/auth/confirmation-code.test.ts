import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkConfirmationCode } from '@/lib/auth/check-confirmation-code';
import type { ConfirmationSubject } from '@/lib/auth/confirmation';
import { requestConfirmationCode } from '@/lib/auth/request-confirmation-code';
import { requestSignInCode } from '@/lib/auth/request-sign-in-code';
import { signInShopper } from '@/lib/auth/sign-in-shopper';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import { seedShopper } from '@/tests/support/factories/customers';
import { seedStaff } from '@/tests/support/factories/staff';
import { somePhone } from '@/tests/support/phones';
import { refusalCode } from '@/tests/support/refusal-code';
import { startSmsReceiver } from '@/tests/support/sms-receiver';

let sms: Awaited<ReturnType<typeof startSmsReceiver>>;

beforeAll(async () => {
  sms = await startSmsReceiver();
});
afterAll(() => sms.stop());

const PAY: ConfirmationSubject = 'pay:ord_1';
const somebody = async () => {
  const phone = somePhone();
  return { phone, ...(await seedShopper(phone)) };
};
const check = (userId: string, code: string, subject: ConfirmationSubject = PAY) =>
  refusalCode(checkConfirmationCode({ userId, subject, code }));
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a code goes to the user’s own phone, says what for, and the reading of the phone is on record', async () => {
  const { userId, phone } = await somebody();
  await requestConfirmationCode({ userId, subject: PAY, amount: cny(120_000n) });
  expect(sms.messages.findLast((message) => message.phone === phone)?.text).toContain('¥1,200.00');
  const { phoneItemId } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  const reads = await db().vaultRead.findMany({ where: { itemId: phoneItemId ?? '' } });
  expect(reads).toMatchObject([{ actor: `user:${userId}`, purpose: 'user_phone' }]);
  expect(await check(userId, sms.codeFor(phone))).toBe('fine');
});

test('signing in keeps the phone, once', async () => {
  const phone = somePhone();
  const items: (string | null)[] = [];
  for (let n = 0; n < 2; n += 1) {
    await requestSignInCode({ phone, address: newSortableNumber() });
    const given = { phone, code: sms.codeFor(phone), address: newSortableNumber() };
    const { id } = await signInShopper(given);
    const row = await db().user.findUniqueOrThrow({ where: { id } });
    items.push(row.phoneItemId);
  }
  expect(items[0]).toMatch(/^vlt_/);
  expect(items[1]).toBe(items[0]);
});

test('a code confirms one action of one user, once', async () => {
  const { userId, phone } = await somebody();
  const stranger = await somebody();
  await requestConfirmationCode({ userId, subject: PAY });
  const code = sms.codeFor(phone);
  expect(await check(stranger.userId, code)).toBe('confirmation_code_wrong');
  expect(await check(userId, code, 'pay:ord_2')).toBe('confirmation_code_wrong');
  expect(await check(userId, code, 'withdraw')).toBe('confirmation_code_wrong');
  const answers = await Promise.all(Array.from({ length: 4 }, () => check(userId, code)));
  expect(answers.filter((answer) => answer === 'fine')).toHaveLength(1);
  expect(await check(userId, code)).toBe('confirmation_code_wrong');
});

test('five wrong answers use a code up, four do not, however many come at once', async () => {
  for (const [wrongs, expected] of [
    [4, 'fine'],
    [20, 'confirmation_code_wrong'],
  ] as const) {
    const { userId, phone } = await somebody();
    await requestConfirmationCode({ userId, subject: PAY });
    const right = sms.codeFor(phone);
    await Promise.all(Array.from({ length: wrongs }, () => check(userId, otherThan(right))));
    expect(await check(userId, right)).toBe(expected);
  }
});

test('an expired code is refused, by the database’s clock', async () => {
  const { userId, phone } = await somebody();
  await requestConfirmationCode({ userId, subject: PAY });
  const row = await db().confirmationCode.findFirstOrThrow({ where: { userId } });
  expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeCloseTo(300_000, -3);
  expect(JSON.stringify(row)).not.toContain(sms.codeFor(phone));
  await db().$executeRaw`
    UPDATE confirmation_codes SET expires_at = clock_timestamp() - interval '1 millisecond'
     WHERE user_id = ${userId}`;
  expect(await check(userId, sms.codeFor(phone))).toBe('confirmation_code_wrong');
});

test('only the newest code for an action works; codes for two actions live side by side', async () => {
  const { userId, phone } = await somebody();
  await requestConfirmationCode({ userId, subject: PAY });
  const earlier = sms.codeFor(phone);
  await requestConfirmationCode({ userId, subject: 'withdraw' });
  const withdraw = sms.codeFor(phone);
  await Promise.all(
    Array.from({ length: 3 }, () => requestConfirmationCode({ userId, subject: PAY })),
  );
  expect(await db().confirmationCode.count({ where: { userId, subject: PAY } })).toBe(1);
  const texts = sms.messages.filter((message) => message.phone === phone).slice(-3);
  const newest = texts.map(({ text }) => text.slice(-6));
  if (!newest.includes(earlier)) expect(await check(userId, earlier)).not.toBe('fine');
  const answers = [];
  for (const code of new Set(newest)) answers.push(await check(userId, code));
  expect(answers).toContain('fine');
  expect(await check(userId, withdraw, 'withdraw')).toBe('fine');
});

test('a user gets ten texts an hour, however many are asked for at the same moment', async () => {
  const { userId, phone } = await somebody();
  const asked = await Promise.all(
    Array.from({ length: 15 }, () =>
      refusalCode(requestConfirmationCode({ userId, subject: PAY })),
    ),
  );
  expect(asked.filter((answer) => answer === 'too_many_requests')).toHaveLength(5);
  expect(sms.messages.filter((message) => message.phone === phone)).toHaveLength(10);
});

test('a user without a phone is asked to sign in again', async () => {
  const { id: userId } = await seedStaff();
  expect(await refusalCode(requestConfirmationCode({ userId, subject: PAY }))).toBe(
    'phone_unknown',
  );
});
