import path from 'node:path';
import { freePort } from '@/scripts/lib/free-port.mjs';
import { DATA_DIR } from '@/scripts/lib/paths.mjs';
import { createProcesses } from '@/scripts/lib/processes.mjs';
import { servicesOf } from '@/scripts/lib/services.mjs';
import { launchUntilReady } from '@/scripts/lib/supervise.mjs';
import { fromTestRun } from './cluster';

export interface AnotherApp {
  origin: string;
  stop(): Promise<void>;
}

/** One more process of the build beside the app of a stack, with that stack's environment but for these settings. */
export async function startAnotherApp(
  name: string,
  env: Record<string, string>,
): Promise<AnotherApp> {
  const port = await freePort();
  const processes = createProcesses(
    path.join(fromTestRun('CASHIER_TEST_DIR'), `processes.${name}.json`),
  );
  const { app } = servicesOf(
    processes,
    { ...env, PORT: String(port) },
    { logDir: path.join(DATA_DIR, 'logs', 'test', name), sameGroup: true },
  );
  const child = await launchUntilReady(app, new AbortController().signal);
  return { origin: `http://localhost:${port}`, stop: () => child.stop() };
}
