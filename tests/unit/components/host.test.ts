import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askHost } from '@/components/cashier/ask-host';
import { findHost } from '@/components/cashier/find-host';
import { type CashierHost, HOST_READY } from '@/components/cashier/host-bridge';
import { startInHost } from '@/components/cashier/start-in-host';

const LAUNCH = { tn: '202611201200000000001', mode: '00' } as const;
const never = new Promise<never>(() => undefined);
const host = (given: Partial<CashierHost>): CashierHost => ({
  capabilities: () => never,
  startPay: () => never,
  ...given,
});
/** A merchant's app that is made from the README, or badly: the page has no say in that. */
const badly = (answer: unknown): Partial<CashierHost> => ({
  capabilities: async () => answer as never,
  startPay: async () => answer as never,
});

let page: EventTarget & { CashierHost?: CashierHost };
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('an app that comes late says so, and is found; one that does not come is not waited for', async () => {
  const late = host({});
  const found = findHost(60_000);
  page.CashierHost = late;
  page.dispatchEvent(new Event(HOST_READY));
  expect(await found).toBe(late);
  delete page.CashierHost;
  expect(await findHost(1)).toBeUndefined();
});

test('what an app says about 云闪付, and about charging phones, is taken by the word, and everything else is unknown', async () => {
  for (const app of ['logged-in', 'logged-out', 'not-installed'] as const) {
    expect(await askHost(host({ capabilities: async () => ({ version: 1, app }) }))).toBe(app);
  }
  for (const answer of [undefined, null, 'logged-in', { app: 'installed' }, {}]) {
    expect(await askHost(host(badly(answer)))).toBe('unknown');
  }
  const direct = { version: 1, app: 'logged-out', directBilling: true } as const;
  expect(await askHost(host({ capabilities: async () => direct }))).toBe('logged-out.direct');
  expect(await askHost(host(badly({ app: 'none', directBilling: true })))).toBe('unknown.direct');
  expect(await askHost(host(badly({ app: 'logged-in', directBilling: 'yes' })))).toBe('logged-in');
  const broken = host({ capabilities: () => Promise.reject(new Error('no native side')) });
  expect(await askHost(broken)).toBe('unknown');
  expect(await askHost(host({}), 1)).toBe('unknown');
});

test('one TN is started once, and the app’s answer passed on untouched', async () => {
  const startPay = vi.fn(async () => ({
    result: 'success' as const,
    surface: 'cashier' as const,
    resultData: 'signed',
  }));
  page.CashierHost = host({ startPay });
  expect(await startInHost(LAUNCH, null)).toEqual({
    result: 'success',
    surface: 'cashier',
    resultData: 'signed',
  });
  expect(startPay.mock.calls).toEqual([[LAUNCH]]);
});

test('an app that breaks down, or answers nothing, is silent: never failed, never "not installed"', async () => {
  page.CashierHost = host({ startPay: () => Promise.reject(new Error('SDK crashed')) });
  expect(await startInHost(LAUNCH, null)).toEqual({ result: 'unknown' });
  page.CashierHost = host({
    startPay: () => {
      throw new Error('not a function of the native side');
    },
  });
  expect(await startInHost(LAUNCH, null)).toEqual({ result: 'unknown' });
  page.CashierHost = host(badly(undefined));
  expect(await startInHost(LAUNCH, null)).toEqual({ result: 'unknown' });
});

test('a page whose app has gone starts nothing and knows nothing', async () => {
  expect(await startInHost(LAUNCH, null)).toEqual({ result: 'unknown' });
});
