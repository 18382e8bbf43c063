import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '@/scripts/lib/build.mjs';
import { DATA_DIR, ROOT } from '@/scripts/lib/paths.mjs';
import { createProcesses } from '@/scripts/lib/processes.mjs';
import { liveHolders } from '@/scripts/lib/run-lock.mjs';
import { fromTestRun } from '@/tests/support/cluster';

/** Every moment of lib/core/fail-point.ts by name. */
const moments = (): string[] => {
  const source = readFileSync(path.join(ROOT, 'lib/core/fail-point.ts'), 'utf8');
  return [...source.matchAll(/\| '([a-z]+\.[a-z]+)'/g)].map(([, name = '']) => name);
};

/**
 * A build for real money has nothing that ends its process by name: the variable is read nowhere in it, where the build
 * for tests, looked at in the same way, has it. The build is thrown away: the next start or test makes its own.
 */
export async function prove(): Promise<void> {
  const users = liveHolders(path.join(DATA_DIR, 'users'));
  assert(users.length <= 1, 'something else uses the build of this directory: stop it first');
  const forTests = look();
  console.log(`test: ${forTests.kill} files can kill, ${forTests.name} name a moment`);
  assert(forTests.kill > 0 && forTests.name > 0, 'the build for tests has its fail-points');
  await buildForMoney();
  const forMoney = look();
  console.log(`production: ${forMoney.kill} files can kill, ${forMoney.name} name a moment`);
  rmSync(path.join(ROOT, '.next'), { recursive: true, force: true });
  // Names of moments are left, as what is handed to a function that does nothing.
  assert.equal(forMoney.kill, 0);
}

async function buildForMoney(): Promise<void> {
  const record = path.join(fromTestRun('CASHIER_TEST_DIR'), 'processes.production.json');
  const env = { ...process.env, CASHIER_ENV: 'production' };
  const never = new AbortController().signal;
  await build(createProcesses(record), never, { root: ROOT, dataDir: DATA_DIR, env });
}

/** In how many files of the present build somebody can be ended by name, and how many say one. */
function look(): { kill: number; name: number } {
  const names = moments().map((moment) => `"${moment}"`);
  const server = path.join(ROOT, '.next', 'server');
  const texts = readdirSync(server, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  return {
    kill: texts.filter((text) => text.includes('SIGKILL') && text.includes('FAIL_POINT')).length,
    name: texts.filter((text) => names.some((each) => text.includes(each))).length,
  };
}
