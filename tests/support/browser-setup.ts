import path from 'node:path';
import { present } from '@/lib/core/assert';
import { planted, rememberCanariesIn } from './canaries';
import { fromTestRun } from './cluster';
import { startStack } from './stack';

/**
 * Playwright's set-up: one cashier for all browser tests, its settings in the environment of their workers; what
 * it is asked and answers is written down for the last test.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const runDir = fromTestRun('CASHIER_TEST_DIR');
  rememberCanariesIn(path.join(runDir, 'canaries.jsonl'));
  const stack = await startStack({
    name: 'e2e',
    // Doubt lasts until a page of a busy machine has been seen in it.
    settings: { SANDBOX_DOUBT_MS: '6000', SANDBOX_LATE_MS: '1000' },
    recordIn: path.join(runDir, 'recorded.jsonl'),
  });
  Object.assign(process.env, stack.env);
  for (const name of ['CARRIER_CLIENT_SECRET', 'CARRIER_LOOKUP_KEY']) {
    planted('secret', present(stack.env[name], name));
  }
  // The last project inherits what workers leave in their environment; this name is nobody else's.
  process.env.CASHIER_SHARED_DATABASE = stack.databaseUrl;
  return () => stack.stop();
}
