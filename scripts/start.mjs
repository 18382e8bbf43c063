import { requireNode } from './lib/node-version.mjs';

requireNode();
// Only now: an older Node could not even read the rest.
const [{ runCommandLine }, { startRun }] = await Promise.all([
  import('./lib/command.mjs'),
  import('./lib/start-run.mjs'),
]);
await runCommandLine(startRun);
