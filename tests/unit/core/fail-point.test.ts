import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';

/** What a build for this environment puts in the place of variables. */
function inlined(mode: string): Record<string, string> {
  const script = `import config from './next.config.mjs'; console.log(JSON.stringify(config.env ?? {}))`;
  const env = { ...process.env, CASHIER_ENV: mode };
  const args = ['--input-type=module', '-e', script];
  const set: Record<string, string> = JSON.parse(
    execFileSync(process.execPath, args, { env }).toString(),
  );
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
  );
}

/** The module as a bundler leaves it. */
const bundled = (mode: string): string =>
  buildSync({
    entryPoints: ['lib/core/fail-point.ts'],
    define: inlined(mode),
    external: ['./env'],
    ...{ bundle: true, minify: true, write: false, format: 'esm', platform: 'node' },
  }).outputFiles[0]?.text ?? '';

test('a build for real money has nothing that ends the process at a moment with a name; one for tests has', () => {
  expect(bundled('test')).toMatch(/FAIL_POINT\b.*SIGKILL/s);
  expect(bundled('production')).not.toMatch(/FAIL_POINT\b|SIGKILL/);
});
