import { expect, inject, test } from 'vitest';
import { env } from '@/lib/core/env';
import { seedOrder } from '@/tests/support/factories/orders';

const { origin } = inject('stack');

const choose = (state: string) =>
  fetch(`${origin}/demo/phone?state=${state}`, { redirect: 'manual' });
const cookiesOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    response.headers.getSetCookie().map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      return [name, value];
    }),
  );
const policyAt = async (url: string, headers: Record<string, string> = {}) =>
  (await fetch(url, { headers })).headers.get('content-security-policy') ?? '';

test('a handset is chosen for this browser and leads to the shop; “off” and what nobody knows end it', async () => {
  const chosen = await choose('installed-out');
  expect(chosen.status).toBe(303);
  expect(chosen.headers.get('location')).toBe(`${origin}/demo`);
  expect(cookiesOf(chosen)).toEqual({ demo_phone: 'installed-out', cashier_host: '' });
  for (const state of ['off', 'https://evil.example']) {
    expect(cookiesOf(await choose(state))).toEqual({ demo_phone: '', cashier_host: '' });
  }
});

test('the cashier’s page is opened to the simulator’s phone only where one was chosen', async () => {
  const url = `${origin}/pay/${(await seedOrder()).payToken}`;
  const sandbox = String(env().SANDBOX_ORIGIN);
  const connect = (policy: string) => /connect-src ([^;]+)/.exec(policy)?.[1];
  expect(connect(await policyAt(url))).toBe("'self'");
  expect(connect(await policyAt(url, { cookie: 'demo_phone=none' }))).toBe(`'self' ${sandbox}`);
});

test('inside the 云闪付 app the page is opened to UnionPay’s script, and nothing else changes', async () => {
  const url = `${origin}/pay/${(await seedOrder()).payToken}`;
  const inApp = { 'user-agent': 'Mozilla/5.0 (Linux; Android 15) (UnionPay/1.0 CloudPay)' };
  const upsdk = new URL(env().UPSDK_URL).origin;
  const withoutNonce = (policy: string) => policy.replaceAll(/'nonce-[^']+'/g, '');
  const [plain, opened] = [await policyAt(url), await policyAt(url, inApp)].map(withoutNonce);
  expect(opened?.replaceAll(` ${upsdk};`, ';')).toBe(plain?.replaceAll(` ${upsdk};`, ';'));
  expect(opened).toContain(`connect-src 'self' ${upsdk};`);
});
