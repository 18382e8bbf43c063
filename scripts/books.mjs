import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runOnDatabase } = await import('./lib/on-database.mjs');
const { tsxArgs } = await import('./lib/tsx.mjs');

/** Checks the books of the running cashier, or of the database that DATABASE_URL names. */
await runOnDatabase(async (processes, _signal, { env }) => {
  const child = processes.launch('books', process.execPath, tsxArgs('scripts/books.ts'), {
    env,
    inherit: true,
  });
  const { code } = await child.exited;
  return code ?? 1;
});
