import path from 'node:path';
import { makePrivateDirectory } from './files.mjs';
import { DATA_DIR } from './paths.mjs';
import { preparePackages } from './prepare.mjs';
import { createProcesses } from './processes.mjs';
import { sharedTree } from './shared-tree.mjs';
import { countLine, exitCodeOf, sum } from './test-counts.mjs';
import { makeTestDir, removeDeadRuns } from './test-dir.mjs';
import { readTestOptions } from './test-options.mjs';
import { runStage } from './test-stages.mjs';

/**
 * `npm test`: its own set-up, every stage, one line that counts; nothing is left behind.
 * @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
export async function testRun(signal) {
  const options = readTestOptions(process.argv.slice(2));
  const total = await inTestBed(signal, { command: 'npm test', ...options }, async (bed) => {
    /** @type {Map<string, import('./test-counts.mjs').Counts>} */
    const results = new Map();
    for (const stage of options.stages) {
      console.log(`\n── ${stage} ${'─'.repeat(60 - stage.length)}`);
      const problem = bed.problems.get(stage);
      if (problem) console.log(problem);
      const did = problem
        ? { passed: 0, failed: 1, skipped: 0 }
        : await runStage(bed.processes, signal, stage, { ...options, ...bed });
      results.set(stage, did);
    }
    console.log('');
    for (const [stage, counts] of results) console.log(`${stage.padEnd(6)} ${countLine(counts)}`);
    return sum([...results.values()]);
  });
  console.log(`\n${countLine(total)}`);
  return exitCodeOf(total);
}

/**
 * Runs work in a directory of its own under .data, with what the stages need around it, and removes all of it.
 * @template T
 * @param {AbortSignal} signal
 * @param {{ command: string, stages: readonly import('./test-options.mjs').Stage[] }} what
 * @param {(bed: import('./test-bed.mjs').TestBed) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTestBed(signal, { command, stages }, work) {
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
      bed = createTestBed(signal, { runDir, processes, tree, stages });
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
