import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { requestSignInCode } from '@/lib/auth/request-sign-in-code';
import { signInShopper } from '@/lib/auth/sign-in-shopper';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { somePhone } from '../../support/phones';
import { startSmsReceiver } from '../../support/sms-receiver';

let sms: Awaited<ReturnType<typeof startSmsReceiver>>;

beforeAll(async () => {
  sms = await startSmsReceiver();
});
afterAll(() => sms.stop());

/** Each test from an address of its own: budgets by address are not what these are about. */
const somewhere = () => newSortableNumber();

const send = (phone: string, address = somewhere()) => requestSignInCode({ phone, address });
const answerTo = (phone: string, code: string, address = somewhere()) =>
  signInShopper({ phone, code, address }).then(
    (user) => ({ code: 'signed in', user }),
    (refusal) => ({ code: String(refusal.code), user: undefined }),
  );
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('the first right code makes a shopper, and the next one finds them again', async () => {
  const phone = somePhone();
  await send(phone);
  const first = await signInShopper({ phone, code: sms.codeFor(phone), address: somewhere() });
  expect(first).toMatchObject({ role: 'shopper', merchantId: null });
  expect(first.phoneMasked).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
  await send(phone);
  const again = await signInShopper({ phone, code: sms.codeFor(phone), address: somewhere() });
  expect(again.id).toBe(first.id);
});

test('neither the phone nor the code is stored anywhere', async () => {
  const phone = somePhone();
  await send(phone);
  const code = sms.codeFor(phone);
  await answerTo(phone, code);
  const rows = await db().$queryRaw<{ row: string }[]>`
    SELECT u::text AS row FROM users u UNION ALL SELECT c::text FROM sign_in_codes c
    UNION ALL SELECT r::text FROM rate_limits r`;
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ row }) => row.includes(phone))).toEqual([]);
  expect(rows.filter(({ row }) => new RegExp(`[,(]${code}[,)]`).test(row))).toEqual([]);
});

test('of 50 guesses at the same moment five are looked at', async () => {
  const phone = somePhone();
  await send(phone);
  const right = sms.codeFor(phone);
  await Promise.all(Array.from({ length: 50 }, () => answerTo(phone, otherThan(right))));
  const { tries } = await db().signInCode.findFirstOrThrow({
    where: { consumedAt: null, tries: { gt: 4 } },
    orderBy: { id: 'desc' },
    select: { tries: true },
  });
  expect(tries).toBe(5);
  expect((await answerTo(phone, right)).code).toBe('sign_in_code_wrong');
});

test('after four wrong answers the right one still works, after five it does not', async () => {
  for (const [wrongs, expected] of [
    [4, 'signed in'],
    [5, 'sign_in_code_wrong'],
  ] as const) {
    const phone = somePhone();
    await send(phone);
    const right = sms.codeFor(phone);
    for (let n = 0; n < wrongs; n += 1) await answerTo(phone, otherThan(right));
    expect((await answerTo(phone, right)).code).toBe(expected);
  }
});

test('a code signs in once, also when it is sent five times at the same moment', async () => {
  const phone = somePhone();
  await send(phone);
  const code = sms.codeFor(phone);
  const answers = await Promise.all(Array.from({ length: 5 }, () => answerTo(phone, code)));
  expect(answers.filter((one) => one.code === 'signed in')).toHaveLength(1);
  expect((await answerTo(phone, code)).code).toBe('sign_in_code_wrong');
});

test('only the newest code of a phone works, and only for that phone', async () => {
  const [phone, other] = [somePhone(), somePhone()];
  await send(phone);
  const earlier = sms.codeFor(phone);
  await send(phone);
  await send(other);
  expect((await answerTo(other, sms.codeFor(phone))).code).toBe('sign_in_code_wrong');
  if (earlier !== sms.codeFor(phone)) {
    expect((await answerTo(phone, earlier)).code).toBe('sign_in_code_wrong');
  }
  expect((await answerTo(phone, sms.codeFor(phone))).code).toBe('signed in');
});

test('codes asked for at the same moment leave one live code', async () => {
  const phone = somePhone();
  const before = await db().signInCode.count();
  await Promise.all(Array.from({ length: 5 }, () => send(phone)));
  expect(sms.messages.filter((message) => message.phone === phone)).toHaveLength(5);
  expect(await db().signInCode.count()).toBe(before + 1);
});

test('an expired code is refused in the same words, by the database’s clock', async () => {
  const phone = somePhone();
  await send(phone);
  const newest = await db().signInCode.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(newest.expiresAt.getTime() - newest.createdAt.getTime()).toBeCloseTo(300_000, -3);

  const patient = somePhone();
  await send(patient);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  expect((await answerTo(patient, sms.codeFor(patient))).code).toBe('signed in');
  vi.useRealTimers();

  await db().$executeRaw`
    UPDATE sign_in_codes SET expires_at = clock_timestamp() - interval '1 millisecond'
     WHERE id = ${newest.id}`;
  expect((await answerTo(phone, sms.codeFor(phone))).code).toBe('sign_in_code_wrong');
});

test('a phone that never asked gets the same answer as a wrong code', async () => {
  expect((await answerTo(somePhone(), '123456')).code).toBe('sign_in_code_wrong');
});

test('a phone gets five texts an hour, however many ask at the same moment', async () => {
  const phone = somePhone();
  const asked = await Promise.allSettled(Array.from({ length: 30 }, () => send(phone)));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect(sms.messages.filter((message) => message.phone === phone)).toHaveLength(5);
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(new Set(refused)).toEqual(new Set(['too_many_requests']));
});

test('one address can not have texts sent to any number of phones', async () => {
  const address = somewhere();
  const asked = await Promise.allSettled(
    Array.from({ length: 70 }, () => send(somePhone(), address)),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
});

test('one address can not guess at the codes of any number of phones', async () => {
  const address = somewhere();
  const answers = await Promise.all(
    Array.from({ length: 130 }, () => answerTo(somePhone(), '123456', address)),
  );
  expect(answers.filter(({ code }) => code === 'too_many_requests')).toHaveLength(10);
});

test('a gateway that does not take the text is a clear refusal', async () => {
  sms.answer.status = 500;
  await expect(send(somePhone())).rejects.toMatchObject({ code: 'code_not_sent' });
  sms.answer.status = 200;
});
