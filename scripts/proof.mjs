import { requireNode } from './lib/node-version.mjs';

requireNode();
// Only now, and without words that an old Node can't read: the rest is written for newer ones.
Promise.all([import('./lib/command.mjs'), import('./lib/proof-run.mjs')]).then(
  ([{ runCommandLine }, { proofRun }]) => runCommandLine(proofRun),
);
