import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { completeEnv } from '../../support/complete-env';

const pem = join(mkdtempSync(join(tmpdir(), 'demo-shop-')), 'any.pem');
writeFileSync(pem, 'anything');

/** A test run's own receivers may have any port, which neither demo nor production would take. */
const EXACT = { WEBHOOK_PRIVATE_TARGETS: '' };

const SECRETS = {
  DEMO_SHOP_API_KEY: 'sk_test_x',
  DEMO_SHOP_WEBHOOK_SECRET: 'whsec_x',
  DEMO_SHOP_LINK_KEY_ID: 'lnk_1',
  DEMO_SHOP_LINK_SECRET: 'secret',
};

// The environment is parsed once per module, so each case gets modules of its own.
beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

async function shopWith(settings: Record<string, string>) {
  const all = { ...completeEnv(pem), ...EXACT, ...SECRETS, ...settings };
  for (const [name, value] of Object.entries(all)) {
    vi.stubEnv(name, value);
  }
  return (await import('@/lib/demo/shop')).demoShop();
}

test('the shop is open in a demo, with its own secrets', async () => {
  expect(await shopWith({ CASHIER_ENV: 'demo' })).toMatchObject({
    origin: 'http://localhost:3000',
    apiKey: 'sk_test_x',
    linkKey: { id: 'lnk_1', secret: 'secret' },
  });
});

test('where money is real there is no demo shop, whatever secrets are set', async () => {
  // The carriers of a test run are the simulator's, which no production would take.
  const carriers = { CARRIER_ENDPOINTS: '', CARRIER_LOOKUP_URL: '' };
  expect(await shopWith({ CASHIER_ENV: 'production', ...carriers })).toBeUndefined();
});

test.each(Object.keys(SECRETS))('without %s the shop stays closed', async (name) => {
  expect(await shopWith({ CASHIER_ENV: 'demo', [name]: '' })).toBeUndefined();
});
