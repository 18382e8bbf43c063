import { expect, test } from 'vitest';
import { enrolStaff } from '@/lib/auth/enrol-staff';
import { openStaffSession } from '@/lib/auth/open-staff-session';
import { startStaffSignIn } from '@/lib/auth/start-staff-sign-in';
import { totpCode } from '@/lib/auth/totp';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { seedStaff } from '@/tests/support/factories/staff';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';

const OWN_PASSWORD = 'a password of my own';
const begin = (given: { email: string; password: string }) =>
  startStaffSignIn({ ...given, address: newSortableNumber() });

test('a code counts once, and of ten who use it at the same moment one is let in', async () => {
  const { id: userId } = await makeStaff('agent');
  const code = await staffCode(userId);
  const tries = Array.from({ length: 8 }, () => refusalCode(verifyStaffCode({ userId, code })));
  const answers = await Promise.all(tries);
  expect(answers.filter((one) => one === 'fine')).toHaveLength(1);
  expect(await refusalCode(verifyStaffCode({ userId, code }))).toBe('totp_wrong');
});

test('after a code none of an earlier step counts', async () => {
  const { id: userId } = await makeStaff('agent');
  const code = await staffCode(userId);
  const later = BigInt(Math.floor(Date.now() / 30_000)) + 2n;
  await db().user.update({ where: { id: userId }, data: { totpStep: later } });
  expect(await refusalCode(verifyStaffCode({ userId, code }))).toBe('totp_wrong');
});

test('guesses run out, and then the right code does not count either', async () => {
  const { id: userId } = await makeStaff('agent');
  const guess = () => refusalCode(verifyStaffCode({ userId, code: 'none' }));
  const answers = await Promise.all(Array.from({ length: 12 }, guess));
  expect(answers.filter((one) => one === 'totp_wrong')).toHaveLength(8);
  const code = await staffCode(userId);
  expect(await refusalCode(verifyStaffCode({ userId, code }))).toBe('too_many_requests');
});

test('a right code forgives the guesses of the quarter of an hour, but none of the day', async () => {
  const { id: userId } = await makeStaff('agent');
  const guess = () => refusalCode(verifyStaffCode({ userId, code: 'none' }));
  const answers: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    for (let n = 0; n < 7; n += 1) answers.push(await guess());
    const code = await staffCode(userId);
    answers.push(await refusalCode(verifyStaffCode({ userId, code })));
  }
  expect(answers.filter((one) => one === 'totp_wrong')).toHaveLength(40);
  expect(answers.filter((one) => one === 'fine')).toHaveLength(5);
  expect(answers.at(-1)).toBe('too_many_requests');
});

test('nobody’s code counts who has no authenticator, is disabled, or is not of the office', async () => {
  const [bare, merchant] = [await seedStaff({ role: 'office', bare: true }), await seedStaff()];
  const { id } = await makeStaff('agent');
  const code = await staffCode(id);
  await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
  for (const userId of [bare.id, merchant.id, id, 'usr_nobody']) {
    expect(await refusalCode(verifyStaffCode({ userId, code }))).toBe('totp_needed');
  }
});

test('the first sign-in sets up an authenticator and a password of one’s own, once', async () => {
  const { id, email, password } = await seedStaff({ role: 'office', bare: true });
  const { secret = '', ...pending } = await begin({ email, password });
  const other = await begin({ email, password });
  expect(secret).not.toBe('');
  expect(other.secret).not.toBe(secret);
  const given = { ...pending, secret, password: OWN_PASSWORD };
  expect(await refusalCode(enrolStaff({ ...given, code: 'none' }))).toBe('totp_wrong');
  const code = totpCode(secret, new Date());
  const same = enrolStaff({ ...given, code, password });
  expect(await refusalCode(same)).toBe('staff_password_used');
  const enrolled = await enrolStaff({ ...given, code });
  expect(await openStaffSession(enrolled)).toMatchObject({ id });

  // Another browser that had come as far can no longer put its own in the place of it …
  const theirs = { ...other, secret: other.secret ?? '', password: 'another one of theirs' };
  const late = enrolStaff({ ...theirs, code: totpCode(theirs.secret, new Date()) });
  expect(await refusalCode(late)).toBe('sign_in_failed');
  // … the password of before is over, the code was used, and the secret is asked for no more.
  expect(await refusalCode(begin({ email, password }))).toBe('sign_in_failed');
  expect(await refusalCode(verifyStaffCode({ userId: id, code }))).toBe('totp_wrong');
  expect((await begin({ email, password: OWN_PASSWORD })).secret).toBeUndefined();
});

test('who is disabled between the password and the code does not get in', async () => {
  const { id, email, password } = await seedStaff({ role: 'office' });
  const pending = await begin({ email, password });
  await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
  expect(await refusalCode(openStaffSession({ id, ...pending }))).toBe('sign_in_failed');
  expect(await refusalCode(begin({ email, password }))).toBe('sign_in_failed');
});
