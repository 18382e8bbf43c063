import { spawnSync } from 'node:child_process';
import { requireNode } from './lib/node-version.mjs';

requireNode();
const { tsxArgs } = await import('./lib/tsx.mjs');
const { ROOT } = await import('./lib/paths.mjs');

/** Makes the client of the merchant API from its OpenAPI document. */
const { status } = spawnSync(process.execPath, tsxArgs('scripts/write-sdk.ts'), {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
