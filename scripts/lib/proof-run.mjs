import { runEachFile } from './run-each-file.mjs';

/** These look at pages of a whole cashier, which they start themselves. */
const IN_A_BROWSER = [
  'browsers.proof.ts',
  'deploy.proof.ts',
  'every-page.proof.ts',
  'gallery.proof.ts',
];
/** These start one, too, and need no browser for it. */
const WITH_A_BUILD = [
  'fuzz.proof.ts',
  'processes.proof.ts',
  'production.proof.ts',
  'wapiti.proof.ts',
];

/** @param {string} file @returns {import('./test-options.mjs').Stage} */
function stageOf(file) {
  if (IN_A_BROWSER.includes(file)) return 'e2e';
  return WITH_A_BUILD.includes(file) ? 'api' : 'db';
}

/**
 * `npm run proof`: what is too large for `npm test`, each proof in a process of its own on a database of its own.
 * @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
export const proofRun = (signal) =>
  runEachFile(signal, {
    command: 'npm run proof',
    folder: 'proof',
    suffix: '.proof.ts',
    stageOf,
    runner: 'run-on-database.ts',
  });
