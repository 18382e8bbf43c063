import path from 'node:path';
import { namesIn } from './files.mjs';
import { ROOT } from './paths.mjs';
import { exitOf } from './run-command.mjs';
import { Stop } from './stop.mjs';
import { inTestBed } from './test-run.mjs';
import { tsxArgs } from './tsx.mjs';

/**
 * Runs the files of a folder of tests/ one after the other, each in a process of its own, with the same set-up as
 * `npm test`. The command's first argument, part of a file's name, picks among them; the others are the file's.
 * @param {AbortSignal} signal
 * @param {{ command: string, folder: string, suffix: string, runner: string,
 *   stageOf: (file: string) => import('./test-options.mjs').Stage }} what
 *   stageOf: whose set-up a file needs
 * @returns {Promise<number>} exit code
 */
export async function runEachFile(signal, { command, folder, suffix, stageOf, runner }) {
  const [filter = '', ...rest] = process.argv.slice(2);
  const directory = path.join(ROOT, 'tests', folder);
  const all = namesIn(directory).filter((name) => name.endsWith(suffix));
  const files = all.filter((name) => name.includes(filter)).sort();
  if (files.length === 0) {
    throw new Stop(
      `No file of tests/${folder} is called "${filter}": there are ${all.join(', ')}.`,
    );
  }
  const stages = [...new Set(files.map(stageOf))];
  return inTestBed(signal, { command, stages }, async ({ processes, env, problems }) => {
    let failed = 0;
    for (const file of files) {
      console.log(`\n── ${file}`);
      const problem = problems.get(stageOf(file));
      if (problem) throw new Stop(problem);
      const args = [
        ...tsxArgs(path.join('tests', 'support', runner)),
        path.resolve(directory, file),
        ...rest,
      ];
      const child = processes.launch(file, process.execPath, args, {
        cwd: ROOT,
        env,
        inherit: true,
      });
      if ((await exitOf(child, signal)).code !== 0) failed += 1;
    }
    return failed === 0 ? 0 : 1;
  });
}
