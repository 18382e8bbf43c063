import { expect, test } from 'vitest';
import { neutralEnv, productionEnv } from '@/scripts/lib/app-env.mjs';
import { readMode } from '@/scripts/lib/mode.mjs';
import { nodeVersionProblem } from '@/scripts/lib/node-version.mjs';
import { explain } from '@/scripts/lib/stop.mjs';
import { restartDelay } from '@/scripts/lib/supervise.mjs';

test.each(['18.20.4', '20.18.3', '20.0.0'])(
  'Node %s is too old, and the remedy is said',
  (version) => {
    expect(nodeVersionProblem(version)).toMatch(/too old: install Node 20\.19 or newer/);
  },
);

test.each(['20.19.0', '22.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

test.each([
  ['EROFS', /read-only file system: use a copy/],
  ['EACCES', /No permission to use \/x/],
  ['ENOSPC', /disk is full.*free some space/],
])('%s becomes a sentence with its remedy', (code, words) => {
  expect(explain(Object.assign(new Error('raw'), { code, path: '/x' })).sentence).toMatch(words);
});

test('an unknown mode is refused', () => {
  expect(() => readMode('prod')).toThrow(/CASHIER_ENV=prod is unknown/);
});

test('in production nothing is made up: no secret, no database, no simulator', () => {
  const env = productionEnv({ PATH: '/bin', SIGNING_SECRET: '' }, { port: 3000 });
  expect(env).toEqual({ PATH: '/bin', PORT: '3000' });
});

test('a test run takes no setting of the project from the shell', () => {
  const shell = { PATH: '/bin', DATABASE_URL: 'x', SANDBOX_HOLD_MS: '1', NODE_ENV: 'production' };
  expect(neutralEnv(shell)).toEqual({ PATH: '/bin' });
});

test('a crashing worker is started again ever later, within half a minute', () => {
  const delays = [1, 2, 3, 4, 50].map(restartDelay);
  expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 30_000]);
});
