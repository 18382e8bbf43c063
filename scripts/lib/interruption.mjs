import { Interrupted } from './stop.mjs';

const PARENT_CHECK_MS = 300;

/**
 * Turns Ctrl-C, SIGTERM and SIGHUP into one abort signal, so that whatever step runs can end in order.
 * Further signals are swallowed: npm passes a Ctrl-C on a second time, and stopping is bounded anyway.
 * @returns {AbortSignal}
 */
export function abortOnSignals() {
  const controller = new AbortController();
  const abort = (/** @type {Interrupted['signal']} */ name) =>
    controller.abort(new Interrupted(name));
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => abort(name));
  }
  // A terminal or pipe that is gone must not end us before we have stopped what we started.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => abort('SIGHUP'));
  whenNpmGoes(() => abort('SIGTERM'));
  return controller.signal;
}

/**
 * npm runs us through a shell and passes a SIGTERM only to that shell, which dies without a word to us.
 * @param {() => void} then
 */
function whenNpmGoes(then) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, PARENT_CHECK_MS);
  timer.unref();
}
