import path from 'node:path';
import { withClient } from './database.mjs';
import { applyMigrations, readMigrations } from './migrations.mjs';
import { ROOT } from './paths.mjs';
import { runTypeScript } from './tsx.mjs';

/**
 * Brings a database to the state that this version of the project needs: our tables, then the job queues.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {{ url: string, logDir: string }} what
 * @returns {Promise<string[]>} the migrations applied now
 */
export async function migrateDatabase(processes, signal, { url, logDir }) {
  const migrations = readMigrations(path.join(ROOT, 'prisma', 'migrations'));
  const applied = await withClient(url, (client) => applyMigrations(client, migrations, signal));
  await runTypeScript(processes, signal, {
    root: ROOT,
    logDir,
    file: 'scripts/prepare-queues.ts',
    env: { ...process.env, DATABASE_URL: url },
    remedy: 'The job queues could not be made in the database (see below).',
  });
  return applied;
}
