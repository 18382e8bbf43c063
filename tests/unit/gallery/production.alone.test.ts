import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { completeEnv } from '@/tests/support/complete-env';
import { readTree } from '@/tests/tidy/tree';

// Demo, test or production is settled once for a process.
beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

const pem = join(mkdtempSync(join(tmpdir(), 'gallery-')), 'any.pem');
writeFileSync(pem, 'anything');
const SETTINGS = {
  ...completeEnv(pem),
  APP_ORIGIN: 'https://pay.example',
  CARRIER_ENDPOINTS: '[]',
  // Those of a test run may have any port.
  WEBHOOK_PRIVATE_TARGETS: '',
  // What the test run has it set to is the simulator's.
  CARRIER_LOOKUP_URL: 'https://carriers.example/lookup',
  CARRIER_LOOKUP_KEY: 'any of thirty-two characters or more',
};

async function galleryIn(environment: string): Promise<() => void> {
  for (const [name, value] of Object.entries({ ...SETTINGS, CASHIER_ENV: environment })) {
    vi.stubEnv(name, value);
  }
  return (await import('@/app/(gallery)/gallery/require-gallery')).requireGallery;
}

test('in production the gallery is not there, elsewhere it is', async () => {
  const inProduction = await galleryIn('production');
  expect(inProduction).toThrow('404');
  vi.resetModules();
  const inTests = await galleryIn('test');
  expect(inTests).not.toThrow();
});

test('every page of the gallery asks that before it draws anything', () => {
  const pages = readTree(process.cwd(), 'app/(gallery)').filter(({ path }) =>
    /\/(page|route)\.tsx?$/.test(path),
  );
  expect(pages.length).toBeGreaterThan(2);
  for (const { path, source } of pages) {
    expect(source, path).toMatch(
      /export (default )?(async )?function \w+\([^)]*\)[^{]*\{\s*requireGallery\(\);/,
    );
  }
});
