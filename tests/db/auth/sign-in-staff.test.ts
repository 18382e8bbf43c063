import { expect, test } from 'vitest';
import { signInStaff } from '@/lib/auth/sign-in-staff';
import { newSortableNumber } from '@/lib/core/ids';
import { seedStaff } from '../../support/factories/staff';

const answerTo = (given: { email: string; password: string; code?: string; address?: string }) =>
  signInStaff({ address: newSortableNumber(), ...given }).then(
    (user) => ({ code: 'signed in', user }),
    (refusal) => ({ code: String(refusal.code), user: undefined }),
  );

test.each(['merchant', 'office'] as const)(
  'a %s user signs in with password and code, and by neither alone',
  async (role) => {
    const { id, credentials } = await seedStaff({ role });
    const { code = '', ...password } = await credentials();
    expect((await answerTo(password)).code).toBe('totp_wrong');
    const wrong = { ...password, code: code === '000000' ? '000001' : '000000' };
    expect((await answerTo(wrong)).code).toBe('totp_wrong');
    const { user } = await answerTo(await credentials());
    expect(user).toMatchObject({ id, role });
    expect(user).not.toHaveProperty('passwordHash');
    expect(Boolean(user?.merchantId)).toBe(role === 'merchant');
  },
);

test('an unknown address gets the answer of a wrong password, after the same work', async () => {
  const { email } = await seedStaff();
  const timed = async (given: { email: string; password: string }) => {
    const before = process.cpuUsage();
    const { code } = await answerTo(given);
    const { user, system } = process.cpuUsage(before);
    // What was worked, not how long that took: a busy machine lets anybody wait.
    return { code, tookMs: (user + system) / 1000 };
  };
  /** The least of three: what else this process does is not counted against it. */
  const quickest = async (given: { email: string; password: string }) => {
    const all = [await timed(given), await timed(given), await timed(given)];
    return all.sort((one, other) => one.tookMs - other.tookMs)[0] ?? { code: '', tookMs: 0 };
  };
  await timed({ email, password: 'warm-up' });
  const known = await quickest({ email, password: 'wrong' });
  const unknown = await quickest({ email: `${newSortableNumber()}@staff.test`, password: 'wrong' });
  expect(known.code).toBe('sign_in_failed');
  expect(unknown.code).toBe('sign_in_failed');
  // The slow hash is most of the time; leaving it out would be many times faster.
  expect(unknown.tookMs).toBeGreaterThan(known.tookMs / 3);
});

test('50 guesses at the same moment from one place: five are looked at', async () => {
  const { email, password, credentials } = await seedStaff();
  const address = newSortableNumber();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => answerTo({ email, password: `guess ${n}`, address })),
  );
  expect(answers.filter(({ code }) => code === 'sign_in_failed')).toHaveLength(5);
  expect((await answerTo({ email, password, address })).code).toBe('too_many_requests');
  // … and that does not lock its owner out elsewhere.
  expect((await answerTo(await credentials())).code).toBe('signed in');
});

test('an unknown account runs out of guesses just the same', async () => {
  const email = `${newSortableNumber()}@staff.test`;
  const address = newSortableNumber();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => answerTo({ email, password: 'x', address })),
  );
  expect(answers.filter(({ code }) => code === 'too_many_requests')).toHaveLength(3);
});

test('signing in as often as one likes is no guessing', async () => {
  const { credentials } = await seedStaff();
  const address = newSortableNumber();
  for (let n = 0; n < 8; n += 1) {
    expect((await answerTo({ ...(await credentials()), address })).code).toBe('signed in');
  }
});
