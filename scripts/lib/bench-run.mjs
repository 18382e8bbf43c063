import { runEachFile } from './run-each-file.mjs';

/**
 * `npm run bench`: each benchmark in a process of its own beside a running cashier of its own.
 * @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
export const benchRun = (signal) =>
  runEachFile(signal, {
    command: 'npm run bench',
    folder: 'bench',
    suffix: '.bench.ts',
    // What a page costs shows in a browser.
    stageOf: (file) => (file === 'page.bench.ts' ? 'e2e' : 'api'),
    runner: 'run-on-stack.ts',
  });
