import { afterAll, vi } from 'vitest';
import { createDatabase } from './cluster';

// Files that follow one another in a process share what comes from packages, and nothing else: loading those again
// was a quarter of the run. Our own modules are read anew by each file, and what it did to the environment or left
// under a name of ours goes with it (tests/tidy/unit-alone.test.ts says who has a process for itself).
vi.resetModules();
const given = { ...process.env };

const isOurs = (key: string | symbol): boolean =>
  key === 'cashierConnections' || /^Symbol\(cashier\./.test(String(key));

afterAll(async () => {
  const { disconnect } = await import('@/lib/core/db');
  await disconnect();
  for (const key of Reflect.ownKeys(globalThis).filter(isOurs)) {
    Reflect.deleteProperty(globalThis, key);
  }
  for (const name of Object.keys(process.env)) if (!(name in given)) delete process.env[name];
  Object.assign(process.env, given);
});

// Before any test file is read, and so before lib/core/env is: each file gets a fresh database of its own, and
// files that run at the same time have different ones.
process.env.DATABASE_URL = await createDatabase(`db_${process.env.VITEST_POOL_ID}`);
