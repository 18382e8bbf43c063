import { beforeEach, expect, inject, test } from 'vitest';
import { requestSignInCode } from '@/lib/auth/request-sign-in-code';
import { revokeSessions } from '@/lib/auth/revoke-sessions';
import { AuthBrowser } from '../../support/auth-browser';
import { seedStaff } from '../../support/factories/staff';
import { codeOnHandset } from '../../support/handset';
import { somePhone } from '../../support/phones';

const { origin, sandboxOrigin } = inject('stack');

let browser: AuthBrowser;
beforeEach(() => {
  browser = new AuthBrowser(origin);
});

test('next-auth signs staff in with the same account, and every room knows them', async () => {
  const { id, email, credentials } = await seedStaff({ role: 'office' });
  const signedIn = await browser.signIn('staff', await credentials());
  expect(signedIn.status).toBe(302);
  expect(await browser.session()).toMatchObject({ user: { id, role: 'office', name: email } });
  expect((await browser.get('/office')).status).toBe(200);
  const refused = await browser.get('/merchant');
  expect(refused.status).toBe(307);
  expect(refused.headers.get('location')).toBe('/sign-in/staff?next=%2Fmerchant');
  // A search that a colleague sent is still one after signing in.
  const search = await browser.get('/merchant/orders?state=paid&from=2026-11-01');
  expect(search.headers.get('location')).toBe(
    '/sign-in/staff?next=%2Fmerchant%2Forders%3Fstate%3Dpaid%26from%3D2026-11-01',
  );
});

test('the cookie is out of reach of scripts and of other sites’ forms', async () => {
  const { email, credentials } = await seedStaff();
  const { headers } = await browser.signIn('staff', await credentials());
  const cookie = headers.getSetCookie().find((one) => one.startsWith('next-auth.session-token='));
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=Lax/i);
  expect(cookie).toMatch(/; Path=\/(;|$)/i);
  // What is in it can only be read here.
  expect(cookie).not.toContain(email);
});

test('a session ends at once for next-auth and for the rooms when it is revoked', async () => {
  const { id, credentials } = await seedStaff({ role: 'office' });
  await browser.signIn('staff', await credentials());
  expect((await browser.get('/office')).status).toBe(200);
  await revokeSessions({ userId: id });
  expect((await browser.get('/office')).status).toBe(307);
  expect(await browser.session()).toEqual({});
  await browser.signIn('staff', await credentials());
  expect((await browser.get('/office')).status).toBe(200);
});

test('a shopper signs in through next-auth with the code from the handset, once', async () => {
  const phone = somePhone();
  await requestSignInCode({ phone, address: 'test' });
  const code = await codeOnHandset(sandboxOrigin, phone);
  await browser.signIn('shopper', { phone, code });
  const session = await browser.session();
  expect(session).toMatchObject({ user: { role: 'shopper' } });
  expect(JSON.stringify(session)).not.toContain(phone);
  const again = new AuthBrowser(origin);
  await again.signIn('shopper', { phone, code });
  expect(await again.session()).toEqual({});
});

test('signing out through next-auth ends what our own pages see', async () => {
  const { credentials } = await seedStaff({ role: 'office' });
  await browser.signIn('staff', await credentials());
  await browser.post('/api/auth/signout', {});
  expect((await browser.get('/office')).status).toBe(307);
});

test('next-auth lets nobody of the office in by the password alone, nor by a code of before', async () => {
  const { credentials } = await seedStaff({ role: 'office' });
  const { code = '', ...passwordOnly } = await credentials();
  await browser.signIn('staff', passwordOnly);
  expect(await browser.session()).toEqual({});
  await browser.signIn('staff', { ...passwordOnly, code: code === '000000' ? '000001' : '000000' });
  expect(await browser.session()).toEqual({});
  const given = await credentials();
  await browser.signIn('staff', given);
  expect(await browser.session()).toMatchObject({ user: { staffRole: 'admin' } });
  const again = new AuthBrowser(origin);
  await again.signIn('staff', given);
  expect(await again.session()).toEqual({});
});

test.each([
  ['a wrong password', { password: 'wrong' }],
  ['no password', {}],
  ['a list for a password', { password: ['a', 'b'] }],
])('%s signs nobody in and says nothing about the account', async (_, credentials) => {
  const { email } = await seedStaff();
  const answer = await browser.signIn('staff', { email, ...credentials });
  expect(answer.headers.get('location') ?? '').not.toContain(email);
  expect(await browser.session()).toEqual({});
});

test('without its CSRF token a form from elsewhere signs nobody in', async () => {
  const { email, password } = await seedStaff();
  await fetch(`${origin}/api/auth/callback/staff`, {
    method: 'POST',
    body: new URLSearchParams({ email, password, csrfToken: 'made up' }),
    redirect: 'manual',
  }).then((answer) => browser.keepCookies(answer));
  expect(await browser.session()).toEqual({});
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'not a url'])(
  'next-auth does not lead to %j after signing in',
  async (callbackUrl) => {
    const { credentials } = await seedStaff();
    const given = { ...(await credentials()), callbackUrl };
    const { headers } = await browser.signIn('staff', given);
    expect(headers.get('location')).toBe(`${origin}/`);
  },
);

test('a cookie that is changed, cut or somebody else’s nonsense is nobody', async () => {
  const { credentials } = await seedStaff({ role: 'office' });
  await browser.signIn('staff', await credentials());
  const name = 'next-auth.session-token';
  const token = browser.cookies.get(name) ?? '';
  for (const forged of [`${token.slice(0, -2)}AA`, token.slice(0, 40), 'x', '']) {
    browser.cookies.set(name, forged);
    expect((await browser.get('/office')).status).toBe(307);
  }
  browser.cookies.set(name, token);
  expect((await browser.get('/office')).status).toBe(200);
});

test('nobody writes into the log through next-auth', async () => {
  const answer = await browser.post('/api/auth/_log', { code: 'x', level: 'error' });
  expect(answer.status).toBe(404);
});
