import path from 'node:path';
import { namesIn } from './files.mjs';
import { ROOT } from './paths.mjs';
import { exitOf } from './run-command.mjs';
import { Stop } from './stop.mjs';
import { inTestBed } from './test-run.mjs';
import { tsxArgs } from './tsx.mjs';

/**
 * `npm run bench`: each benchmark in a process of its own beside a running cashier of its own, with the same
 * set-up as `npm test`. Part of a file's
 * name picks among them.
 * @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
export async function benchRun(signal) {
  const filter = process.argv[2] ?? '';
  const folder = path.join(ROOT, 'tests', 'bench');
  const all = namesIn(folder).filter((name) => name.endsWith('.bench.ts'));
  const files = all.filter((name) => name.includes(filter)).sort();
  if (files.length === 0)
    throw new Stop(`No benchmark is called "${filter}": there are ${all.join(', ')}.`);
  return inTestBed(
    signal,
    { command: 'npm run bench', stages: ['api'] },
    async ({ processes, env, problems }) => {
      const problem = problems.get('api');
      if (problem) throw new Stop(problem);
      let failed = 0;
      for (const file of files) {
        console.log(`\n── ${file}`);
        const runner = path.join('tests', 'support', 'run-on-stack.ts');
        const args = [...tsxArgs(runner), path.resolve(folder, file)];
        const child = processes.launch(file, process.execPath, args, {
          cwd: ROOT,
          env,
          inherit: true,
        });
        if ((await exitOf(child, signal)).code !== 0) failed += 1;
      }
      return failed === 0 ? 0 : 1;
    },
  );
}
