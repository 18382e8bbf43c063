import { setTimeout as pause } from 'node:timers/promises';
import { lastLines } from './files.mjs';
import { Stop } from './stop.mjs';
import { waitUntil } from './wait-until.mjs';

/** @typedef {import('./processes.mjs').Child} Child */
/**
 * @typedef {object} Service
 * @property {string} name
 * @property {string} logFile
 * @property {(onLine: (line: string) => void) => Child} launch
 * @property {(seen: string) => Promise<boolean> | boolean} isReady asked until true, with the last line said
 * @property {boolean} restart whether a crash is mended by starting it again
 */

const READY_TIMEOUT_MS = 120_000;
const STABLE_MS = 60_000;
const LONGEST_DELAY_MS = 30_000;

/**
 * How long to wait before starting a crashed service again: doubled with each crash, within bounds.
 * @param {number} crashes in a row, from 1
 * @returns {number} milliseconds
 */
export const restartDelay = (crashes) =>
  Math.min(LONGEST_DELAY_MS, 500 * 2 ** Math.min(crashes, 10));

/**
 * Starts a service and waits until it is ready; one that does not get there is stopped.
 * @param {Service} service
 * @param {AbortSignal} signal
 * @returns {Promise<Child>}
 */
export async function launchUntilReady(service, signal) {
  const { child, isReady } = launch(service);
  try {
    await waitUntil(async () => child.ended() || (await isReady()), {
      timeoutMs: READY_TIMEOUT_MS,
      everyMs: 100,
      signal,
      otherwise: `The ${service.name} did not become ready within ${READY_TIMEOUT_MS / 1000} seconds: look at ${service.logFile}.`,
    });
    if (child.ended()) throw await endOf(service, child, 'did not start');
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/**
 * Starts a service, waits until it is ready and then looks after it.
 * @param {Service} service
 * @param {{ signal: AbortSignal, say: (text: string) => void, fail: (error: Stop) => void,
 *   delayOf?: (crashes: number) => number }} house
 *   fail: called when it ends and is not to be started again
 * @returns {Promise<{ stop(): Promise<void> }>}
 */
export async function supervise(service, { signal, say, fail, delayOf = restartDelay }) {
  let child = await launchUntilReady(service, signal);
  const stopping = new AbortController();
  void watch();

  async function watch() {
    for (let crashes = 0; ; ) {
      const startedMs = Date.now();
      await child.exited;
      if (stopping.signal.aborted) return;
      const why = await endOf(service, child, 'ended unexpectedly');
      if (!service.restart) return fail(why);
      crashes = Date.now() - startedMs > STABLE_MS ? 1 : crashes + 1;
      const delayMs = delayOf(crashes);
      say(`${why.message} Starting it again in ${delayMs / 1000} s.`);
      await pause(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      child = launch(service).child;
    }
  }

  return {
    async stop() {
      stopping.abort();
      await child.stop();
    },
  };
}

/** @param {Service} service */
function launch(service) {
  let seen = '';
  const child = service.launch((line) => {
    seen = `${seen}\n${line}`.slice(-2_000);
  });
  return { child, isReady: () => service.isReady(seen) };
}

/** @param {Service} service @param {Child} child @param {string} what */
async function endOf({ name, logFile }, child, what) {
  const { code, signal, error } = await child.exited;
  const how = error?.message ?? (signal ? `ended by ${signal}` : `exit code ${code}`);
  return new Stop(`The ${name} ${what} (${how}): see ${logFile}.`, {
    details: lastLines(logFile, 15),
  });
}
