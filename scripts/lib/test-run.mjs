import path from 'node:path';
import { makePrivateDirectory } from './files.mjs';
import { DATA_DIR } from './paths.mjs';
import { preparePackages } from './prepare.mjs';
import { createProcesses } from './processes.mjs';
import { sharedTree } from './shared-tree.mjs';
import { countLine, exitCodeOf, sum } from './test-counts.mjs';
import { makeTestDir, removeDeadRuns } from './test-dir.mjs';
import { failureLines } from './test-failures.mjs';
import { readTestOptions } from './test-options.mjs';
import { runStage } from './test-stages.mjs';

/**
 * `npm test`: its own set-up, every stage, what failed by name, one line that counts; nothing is left behind.
 * @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
export async function testRun(signal) {
  const options = readTestOptions(process.argv.slice(2));
  const what = { command: 'npm test', throwaway: true, ...options };
  const results = await inTestBed(signal, what, async (bed) => {
    /** @type {(import('./test-stages.mjs').Result & { stage: string, seconds: number })[]} */
    const results = [];
    for (const stage of options.stages) {
      console.log(`\n── ${stage} ${'─'.repeat(60 - stage.length)}`);
      const startedMs = Date.now();
      const problem = bed.problems.get(stage);
      if (problem) console.log(problem);
      const did = problem
        ? couldNotRun(problem)
        : await runStage(bed.processes, signal, stage, { ...options, ...bed });
      results.push({ stage, ...did, seconds: (Date.now() - startedMs) / 1000 });
    }
    return results;
  });
  console.log('');
  for (const { stage, counts, seconds } of results) {
    console.log(`${stage.padEnd(6)} ${countLine(counts)} (${seconds.toFixed(0)} s)`);
  }
  // Last, so that whoever sees only the end of a long log sees what to look for.
  for (const [heading, kind] of /** @type {const} */ ([
    ['Passed only when tried again', 'wavering'],
    ['Failed', 'failures'],
  ])) {
    const lines = results.flatMap(({ stage, [kind]: some }) =>
      some.map((one) => failureLines(stage, one)),
    );
    if (lines.length > 0) console.log(`\n${heading}:\n${lines.join('\n')}`);
  }
  const total = sum(results.map(({ counts }) => counts));
  console.log(`\n${countLine(total)}`);
  return exitCodeOf(total);
}

/** @param {string} problem @returns {import('./test-stages.mjs').Result} */
const couldNotRun = (problem) => ({
  counts: { passed: 0, failed: 1, skipped: 0 },
  failures: [{ file: 'set-up', title: 'did not run', error: problem.split('\n')[0] ?? '' }],
  wavering: [],
});

/**
 * Runs work in a directory of its own under .data, with what the stages need around it, and removes all of it.
 * @template T
 * @param {AbortSignal} signal
 * @param {{ command: string, stages: readonly import('./test-options.mjs').Stage[], throwaway?: boolean }} what
 * @param {(bed: import('./test-bed.mjs').TestBed) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTestBed(signal, { command, stages, throwaway = false }, work) {
  makePrivateDirectory(DATA_DIR);
  makePrivateDirectory(path.join(DATA_DIR, 'logs'));
  await removeDeadRuns(DATA_DIR);
  const { runDir, remove } = makeTestDir(DATA_DIR, command);
  const processes = createProcesses(path.join(runDir, 'processes.json'));
  const tree = sharedTree(DATA_DIR);
  /** @type {import('./test-bed.mjs').TestBed | undefined} */
  let bed;
  /** @type {() => void} */
  let leave = () => undefined;
  try {
    const prepared = await tree.prepare(signal, command, async () => {
      await preparePackages(processes, signal, tree, { dev: true });
      const { createTestBed } = await import('./test-bed.mjs');
      bed = createTestBed(signal, { runDir, processes, tree, stages, throwaway });
      await bed.setUp();
      return bed;
    });
    leave = prepared.leave;
    return await work(prepared.result);
  } finally {
    await bed?.close();
    leave();
    remove();
  }
}
