import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { namesIn, readIfThere } from './files.mjs';
import { identityOf, signalProcess } from './process-identity.mjs';
import { waitUntil } from './wait-until.mjs';

/**
 * Stops a PostgreSQL that still serves this data directory after our earlier run was killed, and nothing else:
 * it is known by its name together with its working directory, which is the data directory.
 * A pid file whose process is somebody else's by now is removed; PostgreSQL itself would refuse to start.
 * @param {string} dataDir
 * @param {AbortSignal} [signal]
 */
export async function stopLeftoverPostgres(dataDir, signal) {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const text = readIfThere(pidFile);
  if (text === undefined) return;
  const main = Number(text.split('\n')[0]);
  if (serversOf(dataDir, main).includes(main)) signalProcess(main, 'SIGINT');
  await waitUntil(() => serversOf(dataDir, main).length === 0, {
    timeoutMs: 60_000,
    signal,
    otherwise: `A PostgreSQL of an earlier run (process ${main}) still works in ${dataDir} and does not stop: end it (kill -INT ${main}), then run the command again.`,
  });
  fs.rmSync(pidFile, { force: true });
}

/**
 * @param {string} dataDir
 * @param {number} main the number in the pid file
 * @returns {number[]} the PostgreSQL processes of the data directory
 */
function serversOf(dataDir, main) {
  if (process.platform === 'linux') {
    const home = fs.realpathSync(dataDir);
    return namesIn('/proc')
      .map(Number)
      .filter((pid) => pid > 1 && isPostgresIn(pid, home));
  }
  const name =
    identityOf(main) &&
    execFileSync('ps', ['-o', 'comm=', '-p', String(main)], { encoding: 'utf8' });
  return name && /postgres\s*$/.test(name) ? [main] : [];
}

/** @param {number} pid @param {string} home */
function isPostgresIn(pid, home) {
  try {
    if (fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
    return identityOf(pid) !== undefined && fs.readlinkSync(`/proc/${pid}/cwd`) === home;
  } catch {
    // Gone meanwhile, or another user's: not ours.
    return false;
  }
}
