import { requireNode } from './lib/node-version.mjs';

requireNode();
// Only now: an older Node could not even read the rest.
const [{ runCommandLine }, { testRun }] = await Promise.all([
  import('./lib/command.mjs'),
  import('./lib/test-run.mjs'),
]);
await runCommandLine(testRun);
