import { beforeEach, expect, test, vi } from 'vitest';
import { dropKept, keepInCookie, readKept, renameKept } from '@/lib/auth/kept-cookie';
import { COOKIES, type CookieKind } from '@/lib/auth/own-cookies';
import { endSession } from '@/lib/auth/session-cookie';
import { readTree } from '@/tests/tidy/tree';

interface Kept {
  value: string;
  options?: object;
}

// The browser's side of a request: what it was given, it sends back.
const { jar, settings } = vi.hoisted(() => ({
  jar: new Map<string, Kept>(),
  settings: { APP_ORIGIN: '' },
}));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: object) => jar.set(name, { value, options }),
  }),
}));
vi.mock('@/lib/core/env', () => ({ env: () => settings }));

beforeEach(() => {
  jar.clear();
  settings.APP_ORIGIN = 'https://pay.example';
});

const DAY = 24 * 3600;
/** Name on https, path, seconds; each is HttpOnly and SameSite=Lax, and on https Secure. */
const TABLE: Record<CookieKind, [string, string, number?]> = {
  session: ['__Host-next-auth.session-token', '/'],
  pendingPhone: ['__Host-cashier-sign-in', '/', 900],
  pendingStaff: ['__Host-cashier-staff-sign-in', '/', 600],
  subscriber: ['__Host-cashier-subscriber', '/', 900],
  foundReceipt: ['__Host-cashier_receipts', '/', 600],
  device: ['__Host-cashier_device', '/', 365 * DAY],
  checkedPhone: ['__Secure-cashier_phone', '/pay', 600],
  rememberedPhone: ['__Secure-cashier_number', '/pay', 180 * DAY],
  host: ['__Secure-cashier_host', '/pay'],
  lastCashier: ['__Secure-last_cashier', '/api/channels', 3_600],
  locale: ['__Host-locale', '/', 365 * DAY],
  textSize: ['__Host-text_size', '/', 365 * DAY],
  demoPhone: ['__Host-demo_phone', '/'],
};
const KINDS = Object.keys(COOKIES) as CookieKind[];

test.each(KINDS)(
  'the cookie %s is for no script and no other site’s form, and on https under a prefix; on http under none',
  async (kind) => {
    const [name, path, maxAge] = TABLE[kind];
    const always = { path, httpOnly: true, sameSite: 'lax', ...(maxAge ? { maxAge } : {}) };
    await keepInCookie(kind, 'x');
    expect(Object.fromEntries(jar)).toEqual({
      [name]: { value: 'x', options: { ...always, secure: true } },
    });
    jar.clear();
    settings.APP_ORIGIN = 'http://localhost:3000';
    await keepInCookie(kind, 'x');
    expect(Object.fromEntries(jar)).toEqual({
      [COOKIES[kind].name]: { value: 'x', options: { ...always, secure: false } },
    });
  },
);

const FORMER = '__Secure-next-auth.session-token';

test('what a browser has under a former name still counts, the present name before it, and is gone with it', async () => {
  jar.set(FORMER, { value: 'old' });
  expect(await readKept('session')).toBe('old');
  await keepInCookie('session', 'new');
  expect(await readKept('session')).toBe('new');
  await endSession();
  expect([...jar.values()].map(({ value }) => value)).toEqual(['', '']);
  for (const [kind, name] of [
    ['device', 'cashier_device'],
    ['rememberedPhone', 'cashier_number'],
    ['locale', 'locale'],
    ['textSize', 'text_size'],
  ] as const) {
    jar.set(name, { value: 'of before' });
    expect(await readKept(kind)).toBe('of before');
    await dropKept(kind);
    expect(await readKept(kind)).toBeFalsy();
  }
  // These last minutes: who is in between begins again.
  jar.set('cashier-staff-sign-in', { value: 'of before' });
  expect(await readKept('pendingStaff')).toBeUndefined();
});

test('a session under the former name moves to the present one, and never takes a present one’s place', async () => {
  jar.set(FORMER, { value: 'old' });
  await renameKept('session');
  expect([await readKept('session'), jar.get(FORMER)?.value]).toEqual(['old', '']);
  jar.set(FORMER, { value: 'older' });
  await renameKept('session');
  expect([await readKept('session'), jar.get(FORMER)?.value]).toEqual(['old', '']);
});

test('nothing else sets a cookie', () => {
  const files = ['app', 'lib', 'components']
    .flatMap((folder) =>
      readTree(folder).map((file) => ({ ...file, path: `${folder}/${file.path}` })),
    )
    .filter(({ path }) => !path.startsWith('lib/sandbox/'));
  // proxy.ts, which has no `cookies()`, writes by the same table.
  const past = files.filter(({ source }) =>
    /\.cookies\.set\(|\bset-cookie\b|document\.cookie/i.test(source),
  );
  expect(past.map(({ path }) => path)).toEqual([]);
  const jars = files.filter(({ source }) =>
    /import \{[^}]*\bcookies\b[^}]*\} from 'next\/headers'/.test(source),
  );
  const setting = jars.filter(({ source }) => /\.(set|delete)\(/.test(source));
  expect(jars.map(({ path }) => path).sort()).toEqual([
    'app/_server/read-host.ts',
    'lib/auth/kept-cookie.ts',
  ]);
  expect(setting.map(({ path }) => path)).toEqual(['lib/auth/kept-cookie.ts']);
});
