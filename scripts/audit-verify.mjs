import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runOnDatabase } = await import('./lib/on-database.mjs');
const { tsxArgs } = await import('./lib/tsx.mjs');

/** Verifies the audit log of the running cashier, or of the database that DATABASE_URL names. */
await runOnDatabase(async (processes, _signal, { env }) => {
  const args = [...tsxArgs('scripts/audit-verify.ts'), ...process.argv.slice(2)];
  const child = processes.launch('audit-verify', process.execPath, args, { env, inherit: true });
  const { code } = await child.exited;
  return code ?? 1;
});
