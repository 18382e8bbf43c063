import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { readJsonIfThere, writePrivateFile } from './files.mjs';
import { identityOf, isAlive, killGroup, signalProcess } from './process-identity.mjs';
import { waitUntil } from './wait-until.mjs';

/**
 * @typedef {object} LaunchOptions
 * @property {Record<string, string | undefined>} [env]
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {string} [logFile] gets everything the process says
 * @property {(line: string) => void} [onLine] sees each line of it
 * @property {boolean} [inherit] says it on our terminal instead
 * @property {NodeJS.Signals} [stopSignal] how it likes to be asked to end; SIGTERM unless given
 * @property {boolean} [sameGroup] stays in our process group, so that whoever ends us ends it too
 */
/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} Exit */
/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number} pid
 * @property {Promise<Exit>} exited
 * @property {() => boolean} ended
 * @property {(signal: NodeJS.Signals) => void} kill
 * @property {(timeoutMs?: number) => Promise<void>} stop asks, waits, then insists
 */
/** @typedef {{ name: string, pid: number, identity: string, stopSignal: NodeJS.Signals }} Recorded */
/** @typedef {ReturnType<typeof createProcesses>} Processes */

// A worker lets the jobs under way finish first, and may take 25 s for it.
const STOP_TIMEOUT_MS = 30_000;
const LAST_WORDS_MS = 500;

/**
 * Starts child processes, each leading its own group, so that a Ctrl-C on the terminal reaches only us and we
 * stop them in order. Every living one is on record in a file: after a kill -9 the next run finds them.
 * @param {string} recordFile
 */
export function createProcesses(recordFile) {
  /** @type {Map<number, Recorded>} */
  const living = new Map();
  const record = () => writePrivateFile(recordFile, JSON.stringify([...living.values()]));

  /**
   * @param {string} name
   * @param {string} command
   * @param {string[]} args
   * @param {LaunchOptions} [options]
   * @returns {Child}
   */
  function launch(name, command, args, options = {}) {
    const { stopSignal = 'SIGTERM' } = options;
    const child = spawnChild(command, args, options);
    const pid = child.pid ?? 0;
    let over = false;
    const exited = exitOf(child).finally(() => {
      over = true;
      if (living.delete(pid)) record();
    });
    const identity = pid ? identityOf(pid) : undefined;
    if (identity) {
      living.set(pid, { name, pid, identity, stopSignal });
      record();
    }
    return {
      name,
      pid,
      exited,
      ended: () => over,
      kill: (signal) => void child.kill(signal),
      stop: async (timeoutMs = STOP_TIMEOUT_MS) => {
        child.kill(stopSignal);
        const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
        await exited;
        clearTimeout(timer);
        if (!options.sameGroup) killGroup(pid);
      },
    };
  }

  return { launch };
}

/** @param {string} command @param {string[]} args @param {LaunchOptions} options */
function spawnChild(command, args, options) {
  const { env = process.env, cwd, uid, gid, logFile, onLine, inherit, sameGroup } = options;
  let log = logFile ? fs.openSync(logFile, 'a', 0o600) : undefined;
  const output = inherit ? 'inherit' : onLine ? 'pipe' : (log ?? 'ignore');
  const stdio = /** @type {import('node:child_process').StdioOptions} */ ([
    'ignore',
    output,
    output,
  ]);
  const child = spawn(command, args, { env, cwd, uid, gid, detached: !sameGroup, stdio });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      if (log !== undefined) fs.writeSync(log, `${line}\n`);
      onLine?.(line);
    });
  }
  child.once('close', () => {
    if (log !== undefined) fs.closeSync(log);
    log = undefined;
  });
  return child;
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<Exit>} */
function exitOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('exit', async (code, signal) => {
      // Its last lines may still be in the pipe; a grandchild may hold the pipe open for good.
      await Promise.race([once(child, 'close'), pause(LAST_WORDS_MS)]);
      resolve({ code, signal });
    });
  });
}

/**
 * Stops what a run that was killed left behind: only processes on its record, told apart by start time.
 * @param {string} recordFile
 * @returns {Promise<string[]>} the names of those stopped
 */
export async function stopLeftovers(recordFile) {
  /** @type {Recorded[]} */
  const recorded = readJsonIfThere(recordFile) ?? [];
  const left = recorded.filter(isAlive);
  for (const { pid, stopSignal } of left) signalProcess(pid, stopSignal);
  for (const one of left) {
    const gone = () => !isAlive(one);
    await waitUntil(gone, {
      timeoutMs: STOP_TIMEOUT_MS,
      otherwise: `${one.name} did not stop`,
    }).catch(() => signalProcess(one.pid, 'SIGKILL'));
    killGroup(one.pid);
  }
  fs.rmSync(recordFile, { force: true });
  return left.map((one) => one.name);
}
