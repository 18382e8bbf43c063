import { beforeAll, expect, inject, test } from 'vitest';
import { MERCHANT_ROLES, type MerchantRole } from '@/lib/core/merchant-permissions';
import { REFUSALS } from '@/lib/core/refusals';
import { ensureLiveTwin } from '@/lib/merchants/ensure-live-twin';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { switchMode } from '@/lib/merchants/switch-mode';
import { mayBy } from '@/tests/support/ask-permission';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeMember } from '@/tests/support/make-member';
import { makeStaff } from '@/tests/support/make-staff';
import { MERCHANT_ADDRESSES, merchantRolesFor } from '@/tests/support/merchant-matrix';
import { addressOf, answerAt, askAt, doorsOf, sessionCookie } from '@/tests/support/room-doors';
import { readTree } from '@/tests/tidy/tree';

const room = `${inject('stack').origin}/merchant`;

const cookies = new Map<MerchantRole, string>();
let office: string;
beforeAll(async () => {
  for (const role of MERCHANT_ROLES) {
    const { id } = await makeMember({ role });
    cookies.set(role, await sessionCookie({ role: 'merchant', id }));
  }
  office = await sessionCookie({ role: 'office', id: (await makeStaff('admin')).id });
});

test('every page and route of the merchant’s console is in the matrix, and nothing else is', () => {
  expect(doorsOf('merchant')).toEqual(Object.keys(MERCHANT_ADDRESSES).sort());
});

test.each(Object.entries(MERCHANT_ADDRESSES))(
  '%s opens for exactly those members whose role may, and for nobody from outside',
  async (file, { takes, at, post }) => {
    const path = addressOf(file, { at });
    const answerTo = (cookie = '') => answerAt(room, path, { cookie, post });
    const members = await Promise.all(
      MERCHANT_ROLES.map(async (role) => [role, await answerTo(cookies.get(role))]),
    );
    expect(Object.fromEntries(members)).toEqual(
      mayBy(MERCHANT_ROLES, takes === 'membership' ? MERCHANT_ROLES : merchantRolesFor(takes)),
    );
    expect(await answerTo()).not.toBe('may');
    expect(await answerTo(office)).not.toBe('may');
  },
);

test('every form of the console that does something says whose page it stands on', () => {
  const folders = ['app/(merchant)/merchant', 'app/(auth)/members', 'components/merchant'];
  const forms = folders.flatMap((folder) =>
    readTree(folder).flatMap(({ path, source }) =>
      source
        .split('<form')
        .slice(1)
        .map((rest) => ({ path, form: rest.slice(0, rest.indexOf('</form>')) })),
    ),
  );
  const doing = forms.filter(({ form }) => !form.includes('method="get"'));
  expect(doing.length).toBeGreaterThan(25);
  const silent = doing.filter(({ form }) => !/<(FormFailure|PlaceField)\b/.test(form));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('a form of the one mode does nothing after its member has gone to the other in another tab', async () => {
  const { id: testId } = await seedMerchant();
  const { id: liveId } = await ensureLiveTwin(testId);
  const member = await makeMember({ merchantId: testId });
  const cookie = await sessionCookie({ role: 'merchant', id: member.id });
  const pageOf = async () => {
    const html = await (await askAt(room, 'settings', { cookie })).text();
    const form =
      html.split('<form').find((part) => part.includes('name="latePaymentPolicy"')) ?? '';
    const fields = new FormData();
    for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const text = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
      fields.append(text('name'), text('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    }
    fields.set('latePaymentPolicy', 'hold');
    return fields;
  };
  const send = (path: string, body: FormData) => askAt(room, path, { cookie, body });
  const policyOf = async (id: string) => (await getMerchant(id)).latePaymentPolicy;
  const drawnInTest = await pageOf();
  expect(drawnInTest.get('place')).toBe(testId);
  await switchMode({ mode: 'live', by: member });
  const answer = await send('settings', drawnInTest);
  expect(await answer.text()).toContain(REFUSALS.page_of_other_mode.zh);
  expect([await policyOf(testId), await policyOf(liveId)]).toEqual(['refund', 'refund']);
  const file = new FormData();
  file.set('place', testId);
  file.set('logo', new Blob(['x']), 'x.png');
  const upload = await send('appearance/logo', file);
  expect(upload.headers.get('location')).toContain('refused=page_of_other_mode');
  // The same form as it is drawn in live mode.
  expect((await send('settings', await pageOf())).headers.get('location')).toContain('done=late');
  expect([await policyOf(testId), await policyOf(liveId)]).toEqual(['refund', 'hold']);
});
