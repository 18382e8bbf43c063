import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runOnDatabase } = await import('./lib/on-database.mjs');
const { migrateDatabase } = await import('./lib/migrate-database.mjs');

/** Migrates the database that DATABASE_URL names: for a deployment that does so before its processes start. */
await runOnDatabase(async (processes, signal, { url, logDir }) => {
  const applied = await migrateDatabase(processes, signal, { url, logDir });
  console.log(applied.length === 0 ? 'Nothing to migrate.' : `Applied: ${applied.join(', ')}.`);
  return 0;
});
