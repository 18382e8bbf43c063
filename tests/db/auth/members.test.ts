import { expect, test } from 'vitest';
import { acceptInvitation } from '@/lib/auth/accept-invitation';
import { createInvitation } from '@/lib/auth/create-invitation';
import { createOwnerInvitation } from '@/lib/auth/create-owner-invitation';
import { findUserOfSession } from '@/lib/auth/current-user';
import { disableColleague } from '@/lib/auth/disable-colleague';
import { enableColleague } from '@/lib/auth/enable-colleague';
import { enrolMember } from '@/lib/auth/enrol-member';
import { findInvitation } from '@/lib/auth/find-invitation';
import { getMember } from '@/lib/auth/get-member';
import { listMembers } from '@/lib/auth/list-members';
import { removeColleagueAuthenticator } from '@/lib/auth/remove-colleague-authenticator';
import { revokeColleagueSessions } from '@/lib/auth/revoke-colleague-sessions';
import { revokeInvitation } from '@/lib/auth/revoke-invitation';
import { setMemberRole } from '@/lib/auth/set-member-role';
import { signInStaff } from '@/lib/auth/sign-in-staff';
import { totpCode } from '@/lib/auth/totp';
import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { enrolMerchant } from '@/lib/merchants/enrol-merchant';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeMember, memberCode } from '@/tests/support/make-member';
import { makeStaff, staffCode, staffWithCode } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';

const PASSWORD = 'correct horse battery staple';
const someEmail = () => `${newSortableNumber()}@shop.test`;

const invite = async (by: MerchantActor, email = someEmail()) => ({
  email,
  ...(await createInvitation({ email, role: 'support', code: await memberCode(by.id), by })),
});
const accept = (token: string) =>
  acceptInvitation({ token, displayName: '新同事', password: PASSWORD, address: someEmail() });
const changesOf = (merchantId: string) =>
  db().merchantChange.findMany({
    where: { merchantId },
    orderBy: { id: 'asc' },
    select: { subject: true, fromValue: true, toValue: true, actor: true },
  });

test('who is invited joins once with a password and an authenticator of their own, and all of it is on record', async () => {
  const owner = await makeMember();
  const { merchantId } = owner;
  const { email, token } = await invite(owner);
  expect(await findInvitation(token)).toEqual({ merchantId, email, merchantRole: 'support' });
  const stored = await db().memberInvitation.findFirstOrThrow({ where: { email } });
  expect(JSON.stringify(stored)).not.toContain(token);
  const pending = await accept(token);
  expect(pending).toMatchObject({ email, role: 'merchant', secret: expect.any(String) });
  expect(await findInvitation(token)).toBeUndefined();
  expect(await refusalCode(accept(token))).toBe('invitation_over');

  // The password alone opens nothing; the authenticator is set up with its first code.
  const given = { email, password: PASSWORD, address: someEmail() };
  expect(await refusalCode(signInStaff({ ...given, code: '000000' }))).toBe('totp_needed');
  const secret = pending.secret ?? '';
  const right = totpCode(secret, new Date());
  const wrong = right === '000000' ? '000001' : '000000';
  expect(await refusalCode(enrolMember({ ...pending, secret, code: wrong }))).toBe('totp_wrong');
  const enrolled = await enrolMember({ ...pending, secret, code: right });
  expect(await refusalCode(enrolMember({ ...pending, secret, code: right }))).toBe(
    'sign_in_failed',
  );
  const code = await memberCode(enrolled.id);
  expect(await signInStaff({ ...given, code })).toMatchObject({
    ...{ merchantId, merchantRole: 'support', displayName: '新同事' },
  });
  expect(await changesOf(merchantId)).toEqual([
    { subject: 'invitation', fromValue: null, toValue: `${email} support`, actor: owner.id },
    { subject: 'member', fromValue: null, toValue: `${email} support`, actor: enrolled.id },
  ]);
});

test('an invitation that is too old, withdrawn or taken by ten at once lets nobody or exactly one in', async () => {
  const owner = await makeMember();
  const [old, gone, raced] = [await invite(owner), await invite(owner), await invite(owner)];
  await db().memberInvitation.update({
    where: { id: old.id },
    data: { expiresAt: new Date(Date.now() - 1_000) },
  });
  const stranger = await makeMember();
  expect(await refusalCode(revokeInvitation({ invitationId: gone.id, by: stranger }))).toBe(
    'not_found',
  );
  await revokeInvitation({ invitationId: gone.id, by: owner });
  expect(await refusalCode(accept(old.token))).toBe('invitation_over');
  expect(await refusalCode(accept(gone.token))).toBe('invitation_over');
  expect(await refusalCode(accept('x'.repeat(43)))).toBe('invitation_over');
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      accept(raced.token).then(
        () => 'in',
        () => 'out',
      ),
    ),
  );
  expect(answers.filter((answer) => answer === 'in')).toHaveLength(1);
  const { members, invitations } = await listMembers({ by: owner });
  expect(members.map(({ email }) => email).sort()).toEqual([owner.email, raced.email].sort());
  expect(invitations).toMatchObject([{ id: old.id, isOver: true }]);
});

test('the office invites a merchant’s first owner, with a code and audited; nobody joins the platform', async () => {
  const { id: merchantId } = await seedMerchant();
  const { by, code } = await staffWithCode('operator');
  const email = someEmail();
  const { token } = await createOwnerInvitation({ merchantId, email, code, by });
  expect(await findInvitation(token)).toEqual({ merchantId, email, merchantRole: 'owner' });
  expect(await db().auditRow.count({ where: { actorId: by.id, subjectId: merchantId } })).toBe(1);
  for (const none of ['platform', 'mer_nobody']) {
    const given = { merchantId: none, email: someEmail(), code: await staffCode(by.id), by };
    expect(await refusalCode(createOwnerInvitation(given))).toBe('not_found');
  }
});

test('the office takes a merchant on: for tests, with nothing agreed, and its owner’s link, all or nothing and audited', async () => {
  const email = someEmail();
  const names = { name: '新开小店', nameEn: 'New shop' };
  const agent = await staffWithCode('agent');
  expect(await refusalCode(enrolMerchant({ ...names, email, ...agent }))).toBe('not_permitted');
  const { by, code } = await staffWithCode('operator');
  const { id, token } = await enrolMerchant({ ...names, email, code, by });
  expect(await getMerchant(id)).toMatchObject({ ...names, mode: 'test', balanceContract: 'none' });
  expect(await findInvitation(token)).toEqual({ merchantId: id, email, merchantRole: 'owner' });
  await accept(token);
  expect(await db().auditRow.count({ where: { actorId: by.id, subjectId: id } })).toBe(1);
  const again = { ...names, email, by, code: await staffCode(by.id) };
  const before = await db().merchant.count({ where: names });
  expect(await refusalCode(enrolMerchant(again))).toBe('member_email_taken');
  expect(await db().merchant.count({ where: names })).toBe(before);
});

test('nobody is invited to an address that has an account, of whatever kind', async () => {
  const owner = await makeMember();
  const others = [owner, await makeMember(), await makeStaff('agent')];
  for (const { email } of others) {
    expect(await refusalCode(invite(owner, email))).toBe('member_email_taken');
  }
});

test('a member’s role, sessions, account and authenticator change at once, each with a code and on record', async () => {
  const owner = await makeMember();
  const { merchantId } = owner;
  const { id: userId, email } = await makeMember({ merchantId, role: 'developer' });
  const change = async () => ({ userId, code: await memberCode(owner.id), by: owner });
  const seen = () => getMember({ userId, by: owner });
  const session = async () => {
    const { tokenVersion } = await db().user.findUniqueOrThrow({ where: { id: userId } });
    return () => findUserOfSession({ userId, tokenVersion });
  };

  expect(await refusalCode(setMemberRole({ ...(await change()), code: '', role: 'finance' }))).toBe(
    'totp_wrong',
  );
  const before = await session();
  await setMemberRole({ ...(await change()), role: 'finance' });
  // It counts from the next request on: the session stays.
  expect(await before()).toMatchObject({ merchantRole: 'finance' });
  await revokeColleagueSessions(await change());
  expect(await before()).toBeNull();
  const second = await session();
  await disableColleague(await change());
  expect(await second()).toBeNull();
  expect((await seen()).disabledAt).not.toBeNull();
  expect(await refusalCode(verifyMemberCode({ userId, code: '000000' }))).toBe('totp_needed');
  await enableColleague(await change());
  await verifyMemberCode({ userId, code: await memberCode(userId) });
  const third = await session();
  await removeColleagueAuthenticator(await change());
  expect(await third()).toBeNull();
  expect(await seen()).toMatchObject({ hasAuthenticator: false, disabledAt: null });
  expect((await changesOf(merchantId)).map(({ toValue }) => toValue)).toEqual(
    ['finance', 'sessions_ended', 'disabled', 'enabled', 'no_authenticator'].map(
      (to) => `${email} ${to}`,
    ),
  );
});

test('an owner stays, whatever owners do to one another at the same moment; nobody changes themselves', async () => {
  const first = await makeMember();
  const { merchantId } = first;
  const second = await makeMember({ merchantId });
  const own = { userId: first.id, code: await memberCode(first.id), by: first };
  expect(await refusalCode(disableColleague(own))).toBe('member_own_account');
  const codes = [await memberCode(first.id), await memberCode(second.id)];
  const answers = await Promise.all([
    refusalCode(
      setMemberRole({ userId: second.id, role: 'support', code: codes[0] ?? '', by: first }),
    ),
    refusalCode(disableColleague({ userId: first.id, code: codes[1] ?? '', by: second })),
  ]);
  // Whoever comes second is no owner any more.
  expect(answers.filter((answer) => answer === 'not_permitted')).toHaveLength(1);
  const owners = await db().user.count({
    where: { merchantId, merchantRole: 'owner', disabledAt: null },
  });
  expect(owners).toBe(1);
});

test('who ceases to be an owner changes nothing more, and their open invitations end with the role', async () => {
  const first = await makeMember();
  const { merchantId } = first;
  const [second, third] = [await makeMember({ merchantId }), await makeMember({ merchantId })];
  const [kept, left] = [await invite(first), await invite(second)];
  const demotion = { userId: second.id, role: 'support', by: first } as const;
  await setMemberRole({ ...demotion, code: await memberCode(first.id) });
  expect(await refusalCode(accept(left.token))).toBe('invitation_over');
  expect(await findInvitation(kept.token)).toMatchObject({ email: kept.email });
  // A request of theirs that was under way asks again when it is its turn.
  const late = { userId: third.id, code: await memberCode(second.id), by: second };
  expect(await refusalCode(disableColleague(late))).toBe('not_permitted');
  expect(await refusalCode(invite(second))).toBe('not_permitted');
  const rest = (await changesOf(merchantId)).slice(2);
  expect(rest).toEqual([
    {
      ...{ subject: 'invitation', fromValue: `${left.email} support`, toValue: null },
      actor: first.id,
    },
    {
      ...{ subject: 'member', fromValue: `${second.email} owner` },
      ...{ toValue: `${second.email} support`, actor: first.id },
    },
  ]);
});

test('another merchant’s member is answered as nobody, and a code of the office’s opens no merchant', async () => {
  const [owner, stranger] = [await makeMember(), await makeMember()];
  for (const userId of [stranger.id, 'usr_nobody']) {
    expect(await refusalCode(getMember({ userId, by: owner }))).toBe('not_found');
    const given = { userId, code: await memberCode(owner.id), by: owner };
    expect(await refusalCode(disableColleague(given))).toBe('not_found');
  }
  const agent = await makeStaff('agent');
  const agentCode = { userId: agent.id, code: await staffCode(agent.id) };
  expect(await refusalCode(verifyMemberCode(agentCode))).toBe('totp_needed');
  const ownerCode = { userId: owner.id, code: await memberCode(owner.id) };
  expect(await refusalCode(verifyStaffCode(ownerCode))).toBe('totp_needed');
});

test('the database takes no member without a role or merchant, and no role for anybody else', async () => {
  const { id: owner } = await makeMember();
  const { id: agent } = await makeStaff('agent');
  const { id: none } = await db().user.create({
    data: { id: `usr_${newSortableNumber()}`, role: 'shopper', displayName: 'x' },
  });
  await expect(
    db().user.update({ where: { id: owner }, data: { merchantRole: null } }),
  ).rejects.toThrow();
  await expect(
    db().user.update({ where: { id: owner }, data: { merchantId: null } }),
  ).rejects.toThrow();
  for (const id of [agent, none]) {
    await expect(
      db().user.update({ where: { id }, data: { merchantRole: 'owner' } }),
    ).rejects.toThrow();
  }
});
