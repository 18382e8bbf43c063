import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ runCommandLine }, { benchRun }] = await Promise.all([
  import('./lib/command.mjs'),
  import('./lib/bench-run.mjs'),
]);
await runCommandLine(benchRun);
