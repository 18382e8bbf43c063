import fs from 'node:fs';
import path from 'node:path';
import { createDatabaseIfMissing, withClient, withDatabase } from './database.mjs';
import { lastLines, startLog } from './files.mjs';
import { freePort } from './free-port.mjs';
import { clusterUrl, openCluster } from './postgres-cluster.mjs';
import { stopLeftoverPostgres } from './postgres-leftover.mjs';
import { Stop } from './stop.mjs';
import { waitUntil } from './wait-until.mjs';

/** @typedef {{ url: string, child: import('./processes.mjs').Child, stop(): Promise<void>, remove(): void }} Postgres */

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 60_000;
const PORT_TRIES = 3;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // DETAIL lines quote the row that broke a constraint: phones and names must not reach a log.
  log_error_verbosity: 'terse',
};

/** What is removed after the run need not outlive a power cut; it does outlive every process of ours. */
const THROWAWAY = { fsync: 'off', full_page_writes: 'off', max_wal_size: '4GB' };

/**
 * Starts the PostgreSQL that npm installed, on the loopback address only.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {{ home: string, database: string, throwaway?: boolean }} where home: the directory of the cluster
 * @returns {Promise<Postgres>} url leads to the database, which is made when missing
 */
export async function startPostgres(processes, signal, { home, database, throwaway = false }) {
  const cluster = await openCluster(processes, signal, home);
  await stopLeftoverPostgres(cluster.data, signal);
  const { child, serverUrl } = await serve(
    processes,
    signal,
    cluster,
    throwaway ? { ...SETTINGS, ...THROWAWAY } : SETTINGS,
  );
  try {
    await createDatabaseIfMissing(serverUrl, database);
  } catch (error) {
    await child.stop(STOP_TIMEOUT_MS);
    throw error;
  }
  return {
    url: withDatabase(serverUrl, database),
    child,
    stop: () => child.stop(STOP_TIMEOUT_MS),
    remove: () => {
      for (const directory of [cluster.base, home])
        fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * The port of last time where it is still free; another program may have taken it, even between look and start.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {import('./postgres-cluster.mjs').Cluster} cluster
 * @param {Record<string, string>} settings
 */
async function serve(processes, signal, cluster, settings) {
  const logFile = startLog(path.join(cluster.home, 'postgres.log'));
  for (let tries = 1; ; tries += 1) {
    const port = await freePort(tries === 1 ? cluster.port : undefined);
    const child = launch(processes, cluster, { port, logFile, settings });
    const serverUrl = clusterUrl({ port, password: cluster.password }, 'postgres');
    try {
      if (await answers(child, serverUrl, signal)) {
        cluster.save(port);
        return { child, serverUrl };
      }
    } catch (error) {
      await child.stop(STOP_TIMEOUT_MS);
      throw error;
    }
    if (tries < PORT_TRIES && /could not bind/.test(lastLines(logFile, 30))) continue;
    throw new Stop(
      'The built-in PostgreSQL did not start: see below, or set DATABASE_URL to a server of yours.',
      {
        details: lastLines(logFile, 15),
      },
    );
  }
}

/**
 * @param {import('./processes.mjs').Processes} processes
 * @param {import('./postgres-cluster.mjs').Cluster} cluster
 * @param {{ port: number, logFile: string, settings: Record<string, string> }} how
 */
function launch(processes, { account, native, base, data }, { port, logFile, settings }) {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', data, '-p', String(port), ...options];
  const { command, args: all, uid, gid } = account.as(path.join(native, 'bin', 'postgres'), args);
  // SIGINT is PostgreSQL's fast shutdown: sessions are ended, the data is written out.
  return processes.launch('postgres', command, all, {
    cwd: base,
    uid,
    gid,
    logFile,
    stopSignal: 'SIGINT',
  });
}

/**
 * @param {import('./processes.mjs').Child} child
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} false when it ended instead
 */
async function answers(child, url, signal) {
  const ask = () =>
    withClient(url, (client) => client.query('select 1')).then(
      () => 'up',
      () => false,
    );
  const otherwise = `PostgreSQL did not answer within ${START_TIMEOUT_MS / 1000} seconds: look at its log, postgres.log beside its data.`;
  const state = await waitUntil(async () => (child.ended() ? 'ended' : await ask()), {
    timeoutMs: START_TIMEOUT_MS,
    signal,
    otherwise,
  });
  return state === 'up';
}
