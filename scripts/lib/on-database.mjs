import fs from 'node:fs';
import path from 'node:path';
import { productionEnv } from './app-env.mjs';
import { runCommandLine } from './command.mjs';
import { requireDatabase } from './database.mjs';
import { demoEnv } from './demo-env.mjs';
import { loadEnvFile } from './env-file.mjs';
import { makePrivateDirectory, readJsonIfThere } from './files.mjs';
import { readMode } from './mode.mjs';
import { DATA_DIR } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { clusterUrl } from './postgres-cluster.mjs';
import { createProcesses } from './processes.mjs';
import { acquireLock } from './run-lock.mjs';
import { Stop } from './stop.mjs';

const HOME = path.join(DATA_DIR, 'postgres');

/** @typedef {{ url: string, logDir: string, env: Record<string, string> }} Target */

/**
 * Runs a command on a database: the one DATABASE_URL names, else this directory's own, which is started for the
 * time of the command where no `npm start` runs it.
 * @param {(processes: import('./processes.mjs').Processes, signal: AbortSignal, target: Target) => Promise<number>} work
 */
export async function runOnDatabase(work) {
  await runCommandLine(async (signal) => {
    loadEnvFile();
    const logDir = path.join(DATA_DIR, 'logs');
    makePrivateDirectory(DATA_DIR);
    makePrivateDirectory(logDir);
    const given = process.env.DATABASE_URL;
    const own = given ? undefined : await openOwn(signal);
    const url = given ?? own?.url ?? '';
    const processes = createProcesses(path.join(DATA_DIR, `processes.${process.pid}.json`));
    try {
      if (given) await requireDatabase(given);
      return await work(processes, signal, { url, logDir, env: await envFor(url) });
    } finally {
      fs.rmSync(path.join(DATA_DIR, `processes.${process.pid}.json`), { force: true });
      await own?.close();
    }
  });
}

/** @param {string} url */
async function envFor(url) {
  const mode = readMode(process.env.CASHIER_ENV);
  if (mode === 'production') return productionEnv(process.env, { port: 3000 });
  return demoEnv({ mode, port: 3000, databaseUrl: url, portsInUse: true });
}

/** @param {AbortSignal} signal @returns {Promise<{ url: string, close(): Promise<void> }>} */
async function openOwn(signal) {
  if (!fs.existsSync(path.join(HOME, 'cluster.json'))) {
    throw new Stop('There is no database yet: run npm start first, or set DATABASE_URL.');
  }
  const about = { command: 'a command on the database', origin: 'no address' };
  const { held } = acquireLock(path.join(DATA_DIR, 'start.lock'), about);
  if (!held)
    return {
      url: clusterUrl(readJsonIfThere(path.join(HOME, 'cluster.json')), 'cashier'),
      close: async () => undefined,
    };
  const record = path.join(DATA_DIR, 'processes.json');
  const postgres = await startPostgres(createProcesses(record), signal, {
    home: HOME,
    database: 'cashier',
  });
  const close = async () => {
    await postgres.stop();
    held.release();
  };
  return { url: postgres.url, close };
}
