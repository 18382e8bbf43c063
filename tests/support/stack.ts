import path from 'node:path';
import { neutralEnv, simulatedEnv } from '@/scripts/lib/app-env.mjs';
import { makePrivateDirectory } from '@/scripts/lib/files.mjs';
import { freePort } from '@/scripts/lib/free-port.mjs';
import { DATA_DIR, ROOT } from '@/scripts/lib/paths.mjs';
import { type Child, createProcesses } from '@/scripts/lib/processes.mjs';
import { secretsIn } from '@/scripts/lib/secrets.mjs';
import { seed } from '@/scripts/lib/seed.mjs';
import { servicesOf } from '@/scripts/lib/services.mjs';
import { launchUntilReady } from '@/scripts/lib/supervise.mjs';
import { createDatabase, dropDatabase, fromTestRun } from './cluster';
import { startRecorder } from './recorder';

export interface Stack {
  origin: string;
  sandboxOrigin: string;
  databaseUrl: string;
  /** The environment that app and worker run with: for a use case called beside them. */
  env: Record<string, string>;
  /** Ends the app as a crash would, and comes back when it is gone. */
  killApp(signal?: NodeJS.Signals): Promise<void>;
  /** Starts the app again on the same port; settings and another build given here stand for this start only. */
  startApp(settings?: Record<string, string>, buildIn?: string): Promise<void>;
  /** Comes back when the app has ended by itself, as at a fail point. */
  appEnded(): Promise<void>;
  stop(): Promise<void>;
}

// A minute of the simulator's retry schedule takes six tenths of a second.
const FAST = { SANDBOX_NOTICE_SCALE: '0.01', SANDBOX_RESULT_DELAY_MS: '100' };

/**
 * A whole cashier of its own: a fresh database with the demo story, simulator, app, worker and notice listener on free
 * ports, from the one build.
 * @param options.name tells this stack's database and directory from the others of the test run
 * @param options.settings environment variables besides
 * @param options.recordIn a file that all requests from outside, and the answers, are written down in
 */
export async function startStack(options: {
  name: string;
  settings?: Record<string, string>;
  recordIn?: string;
}): Promise<Stack> {
  const { name, settings = {}, recordIn } = options;
  const runDir = fromTestRun('CASHIER_TEST_DIR');
  const home = path.join(runDir, name);
  const logDir = path.join(DATA_DIR, 'logs', 'test', name);
  makePrivateDirectory(home);
  const databaseUrl = await createDatabase(`stack_${name}`);
  const [port, sandboxPort, sinkPort] = [await freePort(), await freePort(), await freePort()];
  const appPort = recordIn ? await freePort() : port;
  const env: Record<string, string> = {
    ...simulatedEnv(neutralEnv(process.env), {
      mode: 'test',
      port,
      sandboxPort,
      sinkPort,
      caDir: path.join(runDir, 'ca'),
      sandboxDir: path.join(home, 'sandbox'),
      demoFile: path.join(home, 'demo.json'),
      databaseUrl,
      secrets: secretsIn(process.env),
    }),
    LOG_LEVEL: 'info',
    ...FAST,
    ...settings,
    PORT: String(appPort),
  };

  const never = new AbortController().signal;
  const processes = createProcesses(path.join(runDir, `processes.${name}.json`));
  const launch = (
    which: 'sandbox' | 'app' | 'worker' | 'listener',
    given = env,
    buildIn?: string,
  ) => {
    // In our process group: whoever ends this test process ends them, too.
    const how = { logDir, sameGroup: true, buildIn };
    return launchUntilReady(servicesOf(processes, given, how)[which], never);
  };

  const running: Partial<Record<Parameters<typeof launch>[0], Child>> = {};
  const recorder = recordIn && (await startRecorder({ port, appPort, file: recordIn }));
  const stop = async () => {
    const { app, worker, listener, sandbox } = running;
    for (const child of [app, worker, listener, sandbox]) await child?.stop();
    if (recorder) await recorder.stop();
    await dropDatabase(`stack_${name}`);
  };
  try {
    running.sandbox = await launch('sandbox');
    await seed(processes, never, { root: ROOT, logDir, env });
    running.app = await launch('app');
    running.worker = await launch('worker');
    running.listener = await launch('listener');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    origin: `http://localhost:${port}`,
    sandboxOrigin: `http://localhost:${sandboxPort}`,
    databaseUrl,
    env,
    async killApp(signal = 'SIGKILL') {
      running.app?.kill(signal);
      await running.app?.exited;
    },
    async startApp(more = {}, buildIn = undefined) {
      running.app = await launch('app', { ...env, ...more }, buildIn);
    },
    async appEnded() {
      await running.app?.exited;
    },
    stop,
  };
}
