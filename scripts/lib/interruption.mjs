import { Interrupted } from './stop.mjs';

/**
 * Turns Ctrl-C, SIGTERM and SIGHUP into one abort signal, so that whatever step runs can end in order.
 * Further signals are swallowed: npm passes a Ctrl-C on a second time, and stopping is bounded anyway.
 * @returns {AbortSignal}
 */
export function abortOnSignals() {
  const controller = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => controller.abort(new Interrupted(name)));
  }
  return controller.signal;
}
