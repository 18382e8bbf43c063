import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { acquireLock, liveHolders } from './run-lock.mjs';
import { step } from './steps.mjs';
import { Stop } from './stop.mjs';
import { waitUntil } from './wait-until.mjs';

/**
 * node_modules, the generated client and the build are shared by every run of one directory: `npm start` and
 * `npm test` may be at work at once. One run at a time changes them, and none while another uses them.
 * @param {string} dataDir
 */
export function sharedTree(dataDir) {
  const users = path.join(dataDir, 'users');

  /**
   * Runs `change` while nobody else prepares; from then on this run counts as a user of the result.
   * @template T
   * @param {AbortSignal} signal
   * @param {string} command what this run is called, for others
   * @param {() => Promise<T>} change
   * @returns {Promise<{ result: T, leave(): void }>}
   */
  async function prepare(signal, command, change) {
    const held = await lock(signal, command);
    try {
      const result = await change();
      fs.mkdirSync(users, { recursive: true, mode: 0o700 });
      const use = acquireLock(path.join(users, randomBytes(6).toString('hex')), { command }).held;
      return { result, leave: () => use?.release() };
    } finally {
      held.release();
    }
  }

  /** @param {AbortSignal} signal @param {string} command */
  async function lock(signal, command) {
    const file = path.join(dataDir, 'setup.lock');
    const take = () => acquireLock(file, { command }).held;
    const first = take();
    if (first) return first;
    return step('Waiting for another run in this directory to finish its set-up', () =>
      waitUntil(take, {
        timeoutMs: 15 * 60_000,
        everyMs: 300,
        signal,
        otherwise:
          'Another run in this directory has been setting up for 15 minutes: stop it, then run the command again.',
      }),
    );
  }

  /** Refuses to change what a live run uses. @param {string} change such as "install packages" */
  function requireUnused(change) {
    const [other] = liveHolders(users);
    if (!other) return;
    throw new Stop(
      `This run has to ${change} because files changed, but ${other.about.command} (process ${other.pid}) is using the present ones: stop it, then run the command again.`,
    );
  }

  return { prepare, requireUnused };
}
