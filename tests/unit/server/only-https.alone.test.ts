import { NextRequest } from 'next/server';
import { afterEach, expect, test, vi } from 'vitest';
import { proxy } from '@/proxy';

const { settings } = vi.hoisted(() => ({
  settings: { APP_ORIGIN: 'https://pay.example', CASHIER_ENV: 'demo', LOG_LEVEL: 'silent' },
}));
vi.mock('@/lib/core/env', () => ({ env: () => settings }));
vi.mock('@/lib/channels/registry', () => ({ formOrigins: () => [] }));

const HSTS = 'Strict-Transport-Security';
const A_YEAR = 'max-age=31536000; includeSubDomains';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** What the build sends with every answer. */
async function everywhere(mode: string): Promise<Map<string, string>> {
  vi.stubEnv('CASHIER_ENV', mode);
  vi.resetModules();
  const { default: config } = await import('@/next.config.mjs');
  const rules = (await config.headers?.()) ?? [];
  const { headers } = rules.find(({ source }) => source === '/:path*') ?? { headers: [] };
  return new Map(headers.map(({ key, value }) => [key, value]));
}

test('where money is real, every answer tells the browser to come by https only, for a year; elsewhere none does', async () => {
  expect((await everywhere('production')).get(HSTS)).toBe(A_YEAR);
  expect((await everywhere('demo')).size).toBeGreaterThan(3);
  expect((await everywhere('demo')).has(HSTS)).toBe(false);
});

test.each([
  ['production', A_YEAR],
  ['demo', null],
])(
  'so does a payment page by what it runs as, whatever the build was made for: %s',
  async (mode, wanted) => {
    settings.CASHIER_ENV = mode;
    const answer = await proxy(new NextRequest(`https://pay.example/pay/${'t'.repeat(43)}`));
    expect(answer.headers.get(HSTS)).toBe(wanted);
  },
);
