import path from 'node:path';
import { neutralEnv, simulatedEnv } from './app-env.mjs';
import { findBrowser } from './browser.mjs';
import { withClient, withDatabase } from './database.mjs';
import { freePort } from './free-port.mjs';
import { migrateDatabase } from './migrate-database.mjs';
import { keepOwnCa } from './own-ca.mjs';
import { DATA_DIR, ROOT } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { prepareBuild } from './prepare.mjs';
import { generateSecrets, keepSecrets } from './secrets.mjs';
import { servicesOf } from './services.mjs';
import { listFiles } from './source-hash.mjs';
import { step } from './steps.mjs';
import { explain } from './stop.mjs';
import { launchUntilReady } from './supervise.mjs';
import { MARK, temporaryOf } from './test-dir.mjs';

/** @typedef {ReturnType<typeof createTestBed>} TestBed */
/** @typedef {import('./test-options.mjs').Stage} Stage */

const TEMPLATE = 'cashier_template';
const LOG_DIR = path.join(DATA_DIR, 'logs', 'test');

/**
 * What tests stand on: a PostgreSQL of their own with a migrated database to copy from, a rail simulator, a build,
 * a browser; each only where a chosen stage needs it.
 * @param {AbortSignal} signal
 * @param {{ runDir: string, processes: import('./processes.mjs').Processes, stages: readonly Stage[],
 *   tree: ReturnType<typeof import('./shared-tree.mjs').sharedTree>, throwaway: boolean }} run
 *   throwaway: the database need be neither as careful nor as slow as one that keeps money
 */
export function createTestBed(signal, { runDir, processes, stages, tree, throwaway }) {
  const needs = (/** @type {Stage[]} */ ...those) => stages.some((stage) => those.includes(stage));
  /** Why a stage can't run; it then counts as failed. @type {Map<Stage, string>} */
  const problems = new Map();
  /** @type {Record<string, string>} */
  const env = {};
  /** @type {(() => Promise<void>)[]} */
  const closers = [];

  async function setUp() {
    const clusterUrl = needs('db', 'api', 'e2e') ? await openCluster() : undefined;
    Object.assign(env, await testEnv(clusterUrl ?? 'postgres://nobody@127.0.0.1:9/no-database'));
    if (clusterUrl) env.CASHIER_TEST_CLUSTER = clusterUrl;
    if (needs('unit', 'db', 'api', 'e2e')) await openSimulator();
    if (needs('e2e')) await unlessImpossible(['e2e'], openBrowser);
    if (needs('api', 'e2e')) {
      await unlessImpossible(['api', 'e2e'], () => prepareBuild(processes, signal, tree, env));
    }
  }

  /** @returns {Promise<string>} any database of the cluster */
  async function openCluster() {
    return step('Making a database for the tests', async () => {
      const postgres = await startPostgres(processes, signal, {
        home: path.join(runDir, 'postgres'),
        database: TEMPLATE,
        throwaway,
      });
      closers.push(async () => {
        await postgres.stop();
        postgres.remove();
      });
      await migrateDatabase(processes, signal, { url: postgres.url, logDir: LOG_DIR });
      const url = withDatabase(postgres.url, 'postgres');
      // Copying a database needs that nobody is connected to it.
      await withClient(url, (client) =>
        client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`),
      );
      return url;
    });
  }

  /** @param {string} databaseUrl */
  async function testEnv(databaseUrl) {
    // A build is shared with `npm start`, and this key is part of it.
    const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = '' } = keepSecrets(DATA_DIR);
    const caDir = path.join(runDir, 'ca');
    await keepOwnCa(caDir);
    const chosen = simulatedEnv(neutralEnv(process.env), {
      mode: 'test',
      port: await freePort(),
      sandboxPort: await freePort(),
      sinkPort: await freePort(),
      caDir,
      sandboxDir: path.join(runDir, 'sandbox'),
      demoFile: path.join(runDir, 'demo.json'),
      databaseUrl,
      secrets: { ...generateSecrets(), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY },
    });
    return { LOG_LEVEL: 'silent', ...chosen, TMPDIR: temporaryOf(runDir), [MARK]: runDir };
  }

  async function openSimulator() {
    const { sandbox } = servicesOf(processes, env, { logDir: LOG_DIR });
    const child = await step('Starting the rail simulator', () =>
      launchUntilReady(sandbox, signal),
    );
    closers.push(() => child.stop());
  }

  async function openBrowser() {
    env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH = await findBrowser(processes, signal);
  }

  /** @param {Stage[]} those @param {() => Promise<void>} work */
  async function unlessImpossible(those, work) {
    try {
      await work();
    } catch (error) {
      signal.throwIfAborted();
      const { sentence, details } = explain(error);
      for (const stage of those.filter((one) => needs(one) && !problems.has(one))) {
        const files = listFiles(
          ROOT,
          (file) => file === 'tests' || file.startsWith(`tests/${stage}`),
        );
        const names = files.filter((file) => /\.(test|spec)\.ts$/.test(file)).join('\n  ');
        problems.set(
          stage,
          [sentence, details, `These did not run:\n  ${names}`].filter(Boolean).join('\n'),
        );
      }
    }
  }

  async function close() {
    for (const closer of closers.splice(0).reverse()) await closer();
  }

  return { runDir, processes, env, problems, setUp, close };
}
