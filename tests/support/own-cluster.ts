import path from 'node:path';
import { withClient, withDatabase } from '@/scripts/lib/database.mjs';
import { migrateDatabase } from '@/scripts/lib/migrate-database.mjs';
import { DATA_DIR } from '@/scripts/lib/paths.mjs';
import { startPostgres } from '@/scripts/lib/postgres.mjs';
import { createProcesses } from '@/scripts/lib/processes.mjs';
import { fromTestRun, TEMPLATE } from './cluster';

export interface OwnCluster {
  /** Ends PostgreSQL as a crash does (immediate shutdown), and starts it again on the same port and data. */
  restartAtOnce(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL that keeps its data as carefully as one in production does, for this process alone: until it
 * is stopped, `createDatabase` makes its databases there.
 */
export async function startOwnCluster(name: string): Promise<OwnCluster> {
  const home = path.join(fromTestRun('CASHIER_TEST_DIR'), name, 'postgres');
  const logDir = path.join(DATA_DIR, 'logs', 'test', name);
  const processes = createProcesses(path.join(home, '..', 'processes.postgres.json'));
  const never = new AbortController().signal;
  const start = () => startPostgres(processes, never, { home, database: TEMPLATE });
  let postgres = await start();
  await migrateDatabase(processes, never, { url: postgres.url, logDir });
  const cluster = withDatabase(postgres.url, 'postgres');
  await withClient(cluster, (client) =>
    client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`),
  );
  const shared = fromTestRun('CASHIER_TEST_CLUSTER');
  process.env.CASHIER_TEST_CLUSTER = cluster;
  return {
    async restartAtOnce() {
      postgres.child.kill('SIGQUIT');
      await postgres.child.exited;
      const { url } = postgres;
      postgres = await start();
      if (postgres.url !== url) throw new Error('PostgreSQL came back at another address');
    },
    async stop() {
      process.env.CASHIER_TEST_CLUSTER = shared;
      await postgres.stop();
      postgres.remove();
    },
  };
}
