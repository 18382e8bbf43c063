import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type AnotherApp, startAnotherApp } from '@/tests/support/another-app';
import { AuthBrowser } from '@/tests/support/auth-browser';
import { seedOrder } from '@/tests/support/factories/orders';
import { seedStaff } from '@/tests/support/factories/staff';

const { env } = inject('stack');
const PUBLIC = 'https://pay.example';

let app: AnotherApp;
beforeAll(async () => {
  // What stands before it takes https; the app is told what it is known as.
  app = await startAnotherApp('cookies', { ...env, APP_ORIGIN: PUBLIC, NEXTAUTH_URL: PUBLIC });
});
afterAll(() => app.stop());

/** "name" → its attributes, without when it ends. */
function setBy(answer: Response): Record<string, string[]> {
  const lines = answer.headers.getSetCookie().map((line) => line.split(/;\s*/));
  return Object.fromEntries(
    lines.map(([pair = '', ...attributes]) => [
      pair.slice(0, pair.indexOf('=')),
      attributes
        .map((one) => one.toLowerCase())
        .filter((one) => !/^(expires|max-age)=/.test(one))
        .sort(),
    ]),
  );
}

const at = (path: string) => ['httponly', `path=${path}`, 'samesite=lax', 'secure'];
/** Read to its end: an app that is asked to end waits for an answer under way. */
async function read(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  await answer.text();
  return answer;
}
const get = (path: string) => read(fetch(`${app.origin}${path}`, { redirect: 'manual' }));

test('on https a payment page sets the browser’s name under __Host-, and the rest below its path', async () => {
  const { payToken } = await seedOrder();
  expect(setBy(await get(`/pay/${payToken}`))).toEqual({
    '__Host-cashier_device': at('/'),
    '__Secure-last_cashier': at('/api/channels'),
  });
  expect(setBy(await get('/receipt?lang=en'))).toEqual({ '__Host-locale': at('/') });
});

test('on https the session and the token against forged forms are under __Host-, and the room knows them', async () => {
  const browser = new AuthBrowser(app.origin);
  expect(setBy(await get('/api/auth/csrf'))).toEqual({
    '__Host-next-auth.csrf-token': at('/'),
    '__Secure-next-auth.callback-url': at('/'),
  });
  const { credentials } = await seedStaff({ role: 'office' });
  const signedIn = setBy(await browser.signIn('staff', await credentials()));
  expect(signedIn).toEqual({
    '__Host-next-auth.session-token': at('/'),
    '__Secure-next-auth.callback-url': at('/'),
  });
  expect((await read(browser.get('/office'))).status).toBe(200);
});

test('a session from before the cookie was renamed goes on, and ends for good by signing out', async () => {
  const browser = new AuthBrowser(app.origin);
  const { credentials } = await seedStaff({ role: 'office' });
  await browser.signIn('staff', await credentials());
  const session = browser.cookies.get('__Host-next-auth.session-token') ?? '';
  browser.cookies.delete('__Host-next-auth.session-token');
  browser.cookies.set('__Secure-next-auth.session-token', session);
  expect((await read(browser.get('/office'))).status).toBe(200);
  await browser.post('/api/auth/signout', {});
  expect((await read(browser.get('/office'))).status).toBe(307);
});
