import { beforeAll, describe, expect, test } from 'vitest';
import { createStaff } from '@/lib/auth/create-staff';
import { findUserOfSession } from '@/lib/auth/current-user';
import { disableStaff } from '@/lib/auth/disable-staff';
import { enableStaff } from '@/lib/auth/enable-staff';
import { listStaff } from '@/lib/auth/list-staff';
import { removeAuthenticator } from '@/lib/auth/remove-authenticator';
import { renewStaffPassword } from '@/lib/auth/renew-staff-password';
import { revokeStaffSessions } from '@/lib/auth/revoke-staff-sessions';
import { setStaffRole } from '@/lib/auth/set-staff-role';
import { startStaffSignIn } from '@/lib/auth/start-staff-sign-in';
import { verifyCheckerCode } from '@/lib/auth/verify-checker-code';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { db, pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { seedStaff } from '@/tests/support/factories/staff';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';

let admin: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  admin = await makeStaff('admin');
});
const asked = async (userId: string, by = admin) => ({ userId, by, code: await staffCode(by.id) });
const sessionOf = async (userId: string) => {
  const { tokenVersion } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  return () => findUserOfSession({ userId, tokenVersion });
};
const auditOf = async (userId: string) =>
  (
    await pool().query(
      `SELECT actor_id, action, why, before, after FROM audit_rows WHERE subject_id = $1 ORDER BY id`,
      [userId],
    )
  ).rows;

describe('an administrator', () => {
  test('changes a role, which counts at once, and it is on record', async () => {
    const { id } = await makeStaff('agent');
    const session = await sessionOf(id);
    await setStaffRole({ ...(await asked(id)), role: 'finance' });
    expect(await session()).toMatchObject({ staffRole: 'finance' });
    expect(await auditOf(id)).toEqual([
      {
        ...{ actor_id: admin.id, action: 'staff.change', why: 'role' },
        ...{ before: { role: 'agent' }, after: { role: 'finance' } },
      },
    ]);
  });

  test('ends somebody’s sessions at once; disabling does so too, until they are enabled', async () => {
    const { id } = await makeStaff('agent');
    const first = await sessionOf(id);
    expect(await first()).not.toBeNull();
    await revokeStaffSessions(await asked(id));
    expect(await first()).toBeNull();
    const second = await sessionOf(id);
    expect(await second()).not.toBeNull();
    await disableStaff(await asked(id));
    expect(await second()).toBeNull();
    expect(await (await sessionOf(id))()).toBeNull();
    await enableStaff(await asked(id));
    expect(await second()).toBeNull();
    expect(await (await sessionOf(id))()).not.toBeNull();
  });

  test('takes an authenticator away, with its secret', async () => {
    const { id } = await makeStaff('agent');
    const code = await staffCode(id);
    const { totpItemId } = await db().user.findUniqueOrThrow({ where: { id } });
    await removeAuthenticator(await asked(id));
    expect(await refusalCode(verifyStaffCode({ userId: id, code }))).toBe('totp_needed');
    // With another one, not before a day is over.
    expect(await refusalCode(verifyCheckerCode({ userId: id, code }))).toBe('checker_too_new');
    expect(await db().vaultItem.count({ where: { id: totpItemId ?? '' } })).toBe(0);
  });

  test('gives whoever forgot it another password: the old one, authenticator and sessions end, and it is on record', async () => {
    const { id, email, password: old } = await seedStaff({ role: 'office' });
    const session = await sessionOf(id);
    const { password } = await renewStaffPassword(await asked(id));
    expect(await session()).toBeNull();
    const signIn = (typed: string) =>
      startStaffSignIn({ email, password: typed, address: newSortableNumber() });
    expect(await refusalCode(signIn(old))).toBe('sign_in_failed');
    expect(await signIn(password)).toMatchObject({ secret: expect.any(String) });
    expect(JSON.stringify(await auditOf(id))).not.toContain(password);
    expect((await auditOf(id)).at(-1)).toMatchObject({ actor_id: admin.id, why: 'password' });
  });

  test('adds somebody, once per address, who shows up in the list', async () => {
    const email = `new-${admin.id}@staff.test`;
    const given = { email, displayName: 'New', role: 'operator' as const, by: admin };
    const { userId, password } = await createStaff({ ...given, code: await staffCode(admin.id) });
    expect(password).toHaveLength(16);
    const again = createStaff({ ...given, code: await staffCode(admin.id) });
    expect(await refusalCode(again)).toBe('staff_email_taken');
    const found = (await listStaff({ by: admin })).find(({ id }) => id === userId);
    expect(found).toMatchObject({ staffRole: 'operator', hasAuthenticator: false });
    const agrees = verifyCheckerCode({ userId, code: '000000' });
    expect(await refusalCode(agrees)).toBe('checker_too_new');
  });

  test('gives one mailbox no second account, however its address is written, also twice at the same moment', async () => {
    const box = `pair-${admin.id}`;
    const add = async (email: string, by: typeof admin) => {
      const given = { email, displayName: 'Twice', role: 'senior_agent' as const, by };
      return refusalCode(createStaff({ ...given, code: await staffCode(by.id) }));
    };
    const other = await makeStaff('admin');
    const both = await Promise.all([
      add(`${box}@staff.test`, admin),
      add(`${box}+second@staff.test`, other),
    ]);
    expect(both.sort()).toEqual(['fine', 'staff_email_taken']);
    expect(await add(`${box}+third+x@staff.test`, admin)).toBe('staff_email_taken');
    expect(await add(`+${box}@staff.test`, admin)).toBe('fine');
  });

  test('keeps a new role from approving for a day, and from nothing else', async () => {
    const { id } = await makeStaff('agent');
    const approves = async () =>
      refusalCode(verifyCheckerCode({ userId: id, code: await staffCode(id) }));
    await setStaffRole({ ...(await asked(id)), role: 'agent' });
    expect(await approves()).toBe('fine');
    await setStaffRole({ ...(await asked(id)), role: 'senior_agent' });
    expect(await approves()).toBe('checker_too_new');
    const code = await staffCode(id);
    expect(await refusalCode(verifyStaffCode({ userId: id, code }))).toBe('fine');
    const earlier = (hours: number) =>
      pool().query(
        `UPDATE users SET checks_from = checks_from - make_interval(hours => $2) WHERE id = $1`,
        [id, hours],
      );
    await earlier(23);
    expect(await approves()).toBe('checker_too_new');
    await earlier(1);
    expect(await approves()).toBe('fine');
  });

  test('needs a fresh code for each of it, and changes nothing of their own', async () => {
    const { id } = await makeStaff('agent');
    const given = await asked(id);
    await revokeStaffSessions(given);
    expect(await refusalCode(disableStaff(given))).toBe('totp_wrong');
    const own = setStaffRole({ ...(await asked(admin.id)), role: 'agent' });
    expect(await refusalCode(own)).toBe('staff_own_account');
    const nobody = disableStaff(await asked('usr_nobody'));
    expect(await refusalCode(nobody)).toBe('not_found');
  });
});

test('two administrators who take each other’s role at once leave one of them', async () => {
  const [one, other] = [await makeStaff('admin'), await makeStaff('admin')];
  await pool().query(
    `UPDATE users SET disabled_at = now() WHERE staff_role = 'admin' AND id NOT IN ($1, $2)`,
    [one.id, other.id],
  );
  const answers = await Promise.all([
    refusalCode(setStaffRole({ ...(await asked(other.id, one)), role: 'agent' })),
    refusalCode(setStaffRole({ ...(await asked(one.id, other)), role: 'agent' })),
  ]);
  expect(answers.sort()).toEqual(['fine', 'staff_last_admin']);
  expect(await db().user.count({ where: { staffRole: 'admin', disabledAt: null } })).toBe(1);
});
