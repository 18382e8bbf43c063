import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makePrivateDirectory, namesIn } from './files.mjs';
import { stopLeftovers } from './processes.mjs';
import { acquireLock, liveHolder } from './run-lock.mjs';
import { killMarked } from './strays.mjs';

/** Every process of a test run carries its directory in the environment under this name. */
export const MARK = 'CASHIER_TEST_DIR';

/**
 * What tests put into "the" temporary directory goes here, and away with the run. Not inside the run's directory:
 * browsers make sockets there, whose paths must be short.
 * @param {string} runDir
 */
export const temporaryOf = (runDir) => path.join(os.tmpdir(), `cashier-${path.basename(runDir)}`);

/**
 * A directory for one test run, known to be in use until it is removed.
 * @param {string} dataDir
 * @param {string} command what the run is called, for others
 * @returns {{ runDir: string, remove(): void }}
 */
export function makeTestDir(dataDir, command) {
  const runDir = path.join(dataDir, `test-${randomBytes(4).toString('hex')}`);
  makePrivateDirectory(runDir);
  acquireLock(path.join(runDir, 'run.lock'), { command });
  fs.mkdirSync(temporaryOf(runDir), { mode: 0o700 });
  return { runDir, remove: () => remove(runDir) };
}

/**
 * Stops and removes what test runs left that were killed before they could tidy up.
 * @param {string} dataDir
 */
export async function removeDeadRuns(dataDir) {
  for (const name of namesIn(dataDir).filter((one) => one.startsWith('test-'))) {
    const runDir = path.join(dataDir, name);
    if (liveHolder(path.join(runDir, 'run.lock'))) continue;
    const records = namesIn(runDir).filter((one) => /^processes.*\.json$/.test(one));
    for (const record of records) await stopLeftovers(path.join(runDir, record));
    remove(runDir);
  }
}

/** @param {string} runDir */
function remove(runDir) {
  killMarked(MARK, runDir);
  for (const directory of [temporaryOf(runDir), runDir]) {
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}
