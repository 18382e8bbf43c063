import path from 'node:path';
import { freePort } from '@/scripts/lib/free-port.mjs';
import { DATA_DIR } from '@/scripts/lib/paths.mjs';
import { type Child, createProcesses } from '@/scripts/lib/processes.mjs';
import { servicesOf } from '@/scripts/lib/services.mjs';
import { launchUntilReady } from '@/scripts/lib/supervise.mjs';
import { fromTestRun } from './cluster';
import { type RoundRobin, startRoundRobin } from './round-robin';
import { type Stack, startStack } from './stack';

/** Two app processes and two workers on one database, behind a plain round-robin. */
export interface Fleet {
  /** Where everybody goes: the round-robin's. */
  origin: string;
  stack: Stack;
  before: RoundRobin;
  /** The apps, in the order that they are asked. */
  apps: readonly App[];
  /** Ends the second worker; it takes no more jobs, and finishes what it has. */
  worker: App;
  stop(): Promise<void>;
}

export interface App {
  origin: string;
  /** Asks it to end, and comes back when it has. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again, from another build where one is given. */
  start(buildIn?: string): Promise<void>;
}

/** Nothing is taken out of the round-robin for a restart: it meets closed doors, as a plain one does. */
export async function startFleet(name: string): Promise<Fleet> {
  const before = await startRoundRobin();
  const stack = await startStack({ name, settings: publicAt(before.origin) });
  const port = await freePort();
  const processes = createProcesses(
    path.join(fromTestRun('CASHIER_TEST_DIR'), `processes.${name}-2.json`),
  );
  const logDir = path.join(DATA_DIR, 'logs', 'test', `${name}-2`);
  const env = { ...stack.env, PORT: String(port) };
  const launch = (which: 'app' | 'worker', buildIn?: string): Promise<Child> =>
    launchUntilReady(
      servicesOf(processes, env, { logDir, sameGroup: true, buildIn })[which],
      new AbortController().signal,
    );
  const another = async (which: 'app' | 'worker'): Promise<App & { stop(): Promise<void> }> => {
    let child = await launch(which);
    return {
      origin: `http://localhost:${port}`,
      async end(signal) {
        child.kill(signal);
        await child.exited;
      },
      async start(buildIn) {
        child = await launch(which, buildIn);
      },
      stop: () => child.stop(),
    };
  };
  const [app, worker] = [await another('app'), await another('worker')];
  const first: App = {
    origin: stack.origin,
    end: (signal) => stack.killApp(signal),
    start: (buildIn) => stack.startApp({}, buildIn),
  };
  before.serve([first.origin, app.origin]);
  return {
    origin: before.origin,
    stack,
    before,
    apps: [first, app],
    worker,
    async stop() {
      for (const child of [app, worker]) await child.stop();
      await stack.stop();
      await before.close();
    },
  };
}

/** What knows the cashier by its address is told this one. */
const publicAt = (origin: string): Record<string, string> => ({
  APP_ORIGIN: origin,
  NEXTAUTH_URL: origin,
  SANDBOX_APP_ORIGIN: origin,
  SANDBOX_NETSUNION_NOTIFY_URL: `${origin}/api/channels/netsunion/notify`,
  SANDBOX_BANK_NOTIFY_URL: `${origin}/api/channels/bank/notify`,
  SINK_TARGET: origin,
});
