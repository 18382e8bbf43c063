import path from 'node:path';
import { loadEnvFile } from './env-file.mjs';
import { makePrivateDirectory } from './files.mjs';
import { readPort, requireFreePort } from './free-port.mjs';
import { readMode } from './mode.mjs';
import { DATA_DIR } from './paths.mjs';
import { preparePackages } from './prepare.mjs';
import { createProcesses, stopLeftovers } from './processes.mjs';
import { acquireLock } from './run-lock.mjs';
import { sharedTree } from './shared-tree.mjs';
import { Stop } from './stop.mjs';

/** @typedef {import('./app-env.mjs').Mode} Mode */

/**
 * `npm start`: sets up what is missing, runs everything until told to stop, and stops it in order.
 * Only Node's own modules are imported here; the rest comes after `npm ci`.
 * @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
export async function startRun(signal) {
  const startedMs = Date.now();
  loadEnvFile();
  const mode = readMode(process.env.CASHIER_ENV);
  const port = readPort(process.env.PORT);
  makePrivateDirectory(DATA_DIR);
  makePrivateDirectory(path.join(DATA_DIR, 'logs'));
  const lock = takeDirectory(port);
  try {
    const record = path.join(DATA_DIR, 'processes.json');
    const left = await stopLeftovers(record);
    if (left.length > 0)
      console.log(`Stopped what an earlier run left behind: ${left.join(', ')}.`);
    await requireFreePort(port);
    const processes = createProcesses(record);
    const tree = sharedTree(DATA_DIR);
    return await runInside(signal, { mode, port, processes, tree, startedMs });
  } finally {
    lock.release();
  }
}

/**
 * @param {AbortSignal} signal
 * @param {{ mode: Mode, port: number, processes: import('./processes.mjs').Processes,
 *   tree: ReturnType<typeof sharedTree>, startedMs: number }} run
 */
async function runInside(signal, { mode, port, processes, tree, startedMs }) {
  /** @type {import('./house.mjs').House | undefined} */
  let house;
  /** @type {() => void} */
  let leave = () => undefined;
  try {
    ({ leave } = await tree.prepare(signal, 'npm start', async () => {
      await preparePackages(processes, signal, tree, { dev: false });
      const { createHouse } = await import('./house.mjs');
      house = createHouse(signal, { mode, port, processes, tree });
      await house.setUp();
    }));
    await house?.open(startedMs);
    return 0;
  } finally {
    await house?.close();
    leave();
  }
}

/** @param {number} port */
function takeDirectory(port) {
  const about = { command: 'npm start', origin: `http://localhost:${port}` };
  const { held, holder } = acquireLock(path.join(DATA_DIR, 'start.lock'), about);
  if (held) return held;
  throw new Stop(
    `${holder.about.command} already runs in this directory (process ${holder.pid}, ${holder.about.origin}): use that one, or stop it with Ctrl-C in its terminal (or kill ${holder.pid}) first.`,
  );
}
