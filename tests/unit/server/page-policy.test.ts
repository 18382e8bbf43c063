import { expect, test } from 'vitest';
import { pagePolicy } from '@/app/_server/page-policy';
import { type Asked, hostOf, hostScriptOf } from '@/app/_server/request-host';

const REAL = {
  CASHIER_ENV: 'production',
  UPSDK_URL: 'https://open.95516.com/s/open/js/upsdk.js',
} as const;
const DEMO = {
  CASHIER_ENV: 'demo',
  SANDBOX_ORIGIN: 'http://localhost:4100',
  UPSDK_URL: 'http://localhost:4100/phone/upsdk.js',
} as const;
const BROWSER = 'Mozilla/5.0 (Linux; Android 15) Chrome/130.0.0.0 Mobile Safari/537.36';
const WALLET = `${BROWSER} (com.unionpay.chsp)(UnionPay/1.0 CloudPay)`;

const asked = (userAgent: string, cookies: Record<string, string> = {}): Asked => ({
  header: (name) => (name === 'user-agent' ? userAgent : null),
  cookie: (kind) => cookies[kind],
});
const policyOf = (request: Asked, settings: typeof REAL | typeof DEMO): Map<string, string[]> =>
  new Map(
    pagePolicy({
      nonce: 'bm9uY2U=',
      formOrigins: ['https://gateway.95516.com'],
      hostScript: hostScriptOf(request, settings)?.url,
    })
      .split('; ')
      .map((directive) => directive.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  );
const foreign = (policy: Map<string, string[]>): string[] =>
  [...policy].flatMap(([name, sources]) =>
    name === 'form-action' ? [] : sources.filter((source) => /^https?:/.test(source)),
  );

test('in a browser, and in a merchant’s app, no script of anybody else may run', () => {
  for (const cookies of [{}, { host: 'logged-in' }] as Record<string, string>[]) {
    expect(foreign(policyOf(asked(BROWSER, cookies), REAL))).toEqual([]);
    expect(foreign(policyOf(asked(BROWSER, cookies), DEMO))).toEqual([]);
  }
});

test('UnionPay’s script is let in inside its own app, and may talk to its own origin only', () => {
  const policy = policyOf(asked(WALLET), REAL);
  expect(policy.get('script-src')).toContain('https://open.95516.com');
  expect(policy.get('connect-src')).toEqual(["'self'", 'https://open.95516.com']);
  expect(foreign(policy)).toHaveLength(2);
});

test('the simulator’s phone is let in only where somebody chose one, and never where money is real', () => {
  const onPhone = asked(BROWSER, { demoPhone: 'installed-out' });
  expect(hostScriptOf(onPhone, DEMO)).toEqual({
    kind: 'bridge',
    url: 'http://localhost:4100/phone/host.js?state=installed-out',
  });
  expect(policyOf(onPhone, DEMO).get('connect-src')).toEqual(["'self'", 'http://localhost:4100']);
  expect(
    foreign(policyOf(onPhone, { ...REAL, ...{ SANDBOX_ORIGIN: 'http://localhost:4100' } })),
  ).toEqual([]);
  expect(foreign(policyOf(asked(BROWSER, { demoPhone: 'https://evil.example' }), DEMO))).toEqual(
    [],
  );
});

test('a phone that plays the 云闪付 app runs UnionPay’s script, in the demo only', () => {
  const inApp = asked(BROWSER, { demoPhone: 'in-app' });
  expect(hostOf(inApp, DEMO).container).toBe('unionpay_app');
  expect(hostScriptOf(inApp, DEMO)).toEqual({ kind: 'upsdk', url: DEMO.UPSDK_URL });
  expect(hostOf(inApp, REAL).container).toBe('browser');
});

test('a phone that the simulator plays is an Android phone also at a desk, in the demo only', () => {
  const desk = asked('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0', {
    demoPhone: 'none',
  });
  expect(hostOf(desk, DEMO).os).toBe('android');
  expect(hostOf(desk, REAL).os).toBe('other');
});

test('a bridge’s answer that is none of the few words is no bridge', () => {
  expect(hostOf(asked(BROWSER, { host: 'logged-out' }), REAL)).toMatchObject({
    container: 'merchant_app',
    app: 'logged-out',
  });
  expect(hostOf(asked(BROWSER, { host: 'installed' }), REAL).container).toBe('browser');
  expect(hostOf(asked(BROWSER, { host: 'logged-in.direct' }), REAL)).toMatchObject({
    app: 'logged-in',
    directBilling: true,
  });
});
