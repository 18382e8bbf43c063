import path from 'node:path';
import { productionEnv } from './app-env.mjs';
import { requireDatabase } from './database.mjs';
import { demoEnv } from './demo-env.mjs';
import { readJsonIfThere } from './files.mjs';
import { migrateDatabase } from './migrate-database.mjs';
import { keepOwnCa } from './own-ca.mjs';
import { DATA_DIR, ROOT } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { prepareBuild } from './prepare.mjs';
import { seedOnce } from './seed.mjs';
import { servicesOf } from './services.mjs';
import { step } from './steps.mjs';
import { Interrupted, Stop } from './stop.mjs';
import { summary } from './summary.mjs';
import { supervise } from './supervise.mjs';
import { runTypeScript } from './tsx.mjs';

/** @typedef {ReturnType<typeof createHouse>} House */

const LOG_DIR = path.join(DATA_DIR, 'logs');
// People and their browsers first, the database last.
const STOP_ORDER = /** @type {const} */ (['app', 'worker', 'listener', 'simulator', 'database']);

/**
 * Everything that `npm start` runs once packages are there.
 * @param {AbortSignal} signal
 * @param {{ mode: import('./app-env.mjs').Mode, port: number, processes: import('./processes.mjs').Processes,
 *   tree: ReturnType<typeof import('./shared-tree.mjs').sharedTree> }} run
 */
export function createHouse(signal, { mode, port, processes, tree }) {
  const simulated = mode !== 'production';
  /** @type {Partial<Record<typeof STOP_ORDER[number], { stop(): Promise<void> }>>} */
  const running = {};
  /** @type {Record<string, string>} */
  let env = {};
  /** @type {ReturnType<typeof servicesOf>} */
  let services;
  let closing = false;
  /** @type {(error: Error) => void} */
  let fail = () => undefined;
  /** @type {Promise<Error>} resolves when something we can't mend went wrong */
  const failed = new Promise((resolve) => {
    fail = resolve;
  });

  async function setUp() {
    const databaseUrl = await openDatabase();
    env =
      mode === 'production'
        ? productionEnv(process.env, { port })
        : await demoEnv({ mode, port, databaseUrl });
    services = servicesOf(processes, env, { logDir: LOG_DIR, echo: !simulated });
    if (simulated) {
      await keepOwnCa(path.join(DATA_DIR, 'ca'));
      running.simulator = await startService(services.sandbox, 'Starting the rail simulator');
    }
    await checkEnv();
    await step('Bringing the database up to date', () =>
      migrateDatabase(processes, signal, { url: env.DATABASE_URL ?? '', logDir: LOG_DIR }),
    );
    if (simulated)
      await seedOnce(processes, signal, { root: ROOT, dataDir: DATA_DIR, env, databaseUrl });
    await prepareBuild(processes, signal, tree, env);
  }

  /** @param {number} startedMs */
  async function open(startedMs) {
    running.app = await startService(services.app, 'Starting the app');
    running.worker = await startService(services.worker, 'Starting the workers');
    // Where carriers send their events, which are https; in production whatever stands before the app is that.
    if (simulated)
      running.listener = await startService(services.listener, 'Starting the notice listener');
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
    const demo = simulated ? readJsonIfThere(path.join(DATA_DIR, 'demo.json')) : undefined;
    const origin = env.APP_ORIGIN ?? `http://localhost:${port}`;
    console.log(
      summary({ origin, sandboxOrigin: env.SANDBOX_ORIGIN, demo, logDir: LOG_DIR, seconds }),
    );
    const why = await Promise.race([failed, aborted()]);
    if (!(why instanceof Interrupted)) throw why;
  }

  async function close() {
    closing = true;
    for (const name of STOP_ORDER) {
      const one = running[name];
      if (one) await step(`Stopping the ${name}`, () => one.stop());
    }
  }

  /** @returns {Promise<string>} the given database, or the one under .data */
  async function openDatabase() {
    const given = process.env.DATABASE_URL;
    if (given) await requireDatabase(given);
    if (given || !simulated) return given ?? '';
    const postgres = await step('Starting PostgreSQL', () =>
      startPostgres(processes, signal, {
        home: path.join(DATA_DIR, 'postgres'),
        database: 'cashier',
      }),
    );
    running.database = postgres;
    void postgres.child.exited.then(() => {
      const log = path.join(DATA_DIR, 'postgres', 'postgres.log');
      if (!closing)
        fail(new Stop(`The database ended unexpectedly: its log is ${log}; run npm start again.`));
    });
    return postgres.url;
  }

  async function checkEnv() {
    await runTypeScript(processes, signal, {
      root: ROOT,
      logDir: LOG_DIR,
      file: 'scripts/check-env.ts',
      env,
      remedy:
        'The environment is not usable: set each of these variables as .env.example describes.',
    });
  }

  /** @param {import('./supervise.mjs').Service} service @param {string} title */
  function startService(service, title) {
    return step(title, () =>
      supervise(service, { signal, say: (text) => console.error(text), fail }),
    );
  }

  /** @returns {Promise<Error>} */
  function aborted() {
    return new Promise((resolve) => {
      if (signal.aborted) resolve(signal.reason);
      signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
    });
  }

  return { setUp, open, close };
}
