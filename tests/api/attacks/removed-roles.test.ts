import { expect, inject, test } from 'vitest';
import { disableColleague } from '@/lib/auth/disable-colleague';
import { disableStaff } from '@/lib/auth/disable-staff';
import { setMemberRole } from '@/lib/auth/set-member-role';
import { setStaffRole } from '@/lib/auth/set-staff-role';
import { makeMember, memberCode } from '@/tests/support/make-member';
import { makeStaff, staffCode, staffWithCode } from '@/tests/support/make-staff';
import { answerAt, sessionCookie } from '@/tests/support/room-doors';
import { sendForm, serverForms } from '@/tests/support/server-forms';

const { origin } = inject('stack');

/** What a form says to a browser with that session; its fields are wrong, but who may is asked before them. */
async function answerOf(file: string, cookie: string): Promise<string> {
  const form = serverForms().find(({ name }) => name === `app/${file} setRoleAction`);
  if (!form) throw new Error(`no form in ${file}`);
  const text = await (await sendForm(origin, form, { origin, cookie })).text();
  const [, refused, status] =
    /"status":"refused","code":"(\w+)"|"status":"(invalid|ok|broken)"/.exec(text) ?? [];
  return refused ?? status ?? text;
}

test('whose role in the office is taken away is refused at the next request, and whose account ends is out', async () => {
  const someone = await makeStaff('admin');
  const cookie = await sessionCookie({ role: 'office', id: someone.id });
  const seen = async () => [
    await answerAt(`${origin}/office`, 'audit/log.csv', { cookie }),
    await answerOf('(office)/office/staff/[id]/actions.ts', cookie),
  ];
  expect(await seen()).toEqual(['may', 'invalid']);
  const { by, code } = await staffWithCode('admin');
  await setStaffRole({ userId: someone.id, role: 'agent', by, code });
  expect(await seen()).toEqual(['may not', 'not_permitted']);
  await disableStaff({ userId: someone.id, by, code: await staffCode(by.id) });
  expect(await seen()).toEqual(['sign in', 'sign_in_required']);
});

test('whose role at a merchant is taken away is refused at the next request, and whose account ends is out', async () => {
  const { merchantId, ...owner } = await makeMember();
  const by = { id: owner.id, merchantId, merchantRole: owner.merchantRole };
  const someone = await makeMember({ merchantId });
  const cookie = await sessionCookie({ role: 'merchant', id: someone.id });
  const seen = async () => [
    await answerAt(`${origin}/merchant`, 'members', { cookie }),
    await answerOf('(merchant)/merchant/members/[id]/actions.ts', cookie),
  ];
  expect(await seen()).toEqual(['may', 'invalid']);
  const code = () => memberCode(owner.id);
  await setMemberRole({ userId: someone.id, role: 'support', by, code: await code() });
  expect(await seen()).toEqual(['may not', 'not_permitted']);
  await disableColleague({ userId: someone.id, by, code: await code() });
  expect(await seen()).toEqual(['sign in', 'sign_in_required']);
});
