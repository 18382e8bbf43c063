import { expect, test } from 'vitest';
import { neutralEnv, productionEnv, simulatedEnv } from '@/scripts/lib/app-env.mjs';
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

const demo = (source: Record<string, string>) =>
  simulatedEnv(source, {
    ...{ mode: 'demo', port: 3000, sandboxPort: 4100, sinkPort: 4443 },
    ...{ caDir: '/data/ca', sandboxDir: '/data/sandbox', demoFile: '', databaseUrl: '' },
    secrets: { CARRIER_CLIENT_SECRET: 'made', CARRIER_LOOKUP_KEY: 'made too' },
  });

test('in a demo carriers and cashier share what one knows the other by, made or given', () => {
  for (const [source, secret] of [
    [{}, 'made'],
    [{ CARRIER_CLIENT_SECRET: 'given' }, 'given'],
  ] as const) {
    const env = demo(source);
    const endpoints = JSON.parse(env.CARRIER_ENDPOINTS ?? '');
    expect(endpoints).toHaveLength(4);
    for (const { carrier, apiRoot, clientSecret } of endpoints) {
      expect(apiRoot).toBe(`http://localhost:4100/carriers/${carrier}`);
      expect([clientSecret, env.SANDBOX_CARRIER_SECRET]).toEqual([secret, secret]);
    }
    expect([env.CARRIER_LOOKUP_KEY, env.SANDBOX_CARRIER_LOOKUP_KEY]).toEqual(
      Array(2).fill('made too'),
    );
  }
});

test('the simulator sends events to the listener, which hands them to the app; a person’s own address stands', () => {
  expect(demo({})).toMatchObject({
    ...{ CARRIER_SINK_ORIGIN: 'https://localhost:4443', SINK_PORT: '4443' },
    ...{ SINK_TARGET: 'http://localhost:3000', SANDBOX_SINK_CA_FILE: '/data/ca/ca.pem' },
  });
  const own = demo({ CARRIER_SINK_ORIGIN: 'https://in.example' });
  expect(own.CARRIER_SINK_ORIGIN).toBe('https://in.example');
});

test('a test run takes no setting of the project from the shell', () => {
  const shell = { PATH: '/bin', DATABASE_URL: 'x', SANDBOX_HOLD_MS: '1', NODE_ENV: 'production' };
  expect(neutralEnv(shell)).toEqual({ PATH: '/bin' });
});

test('a crashing worker is started again ever later, within half a minute', () => {
  const delays = [1, 2, 3, 4, 50].map(restartDelay);
  expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 30_000]);
});
