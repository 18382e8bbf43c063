import fs from 'node:fs';
import path from 'node:path';
import { withClient } from './database.mjs';
import { readJsonIfThere, writePrivateFile } from './files.mjs';
import { hashSources, listFiles } from './source-hash.mjs';
import { step } from './steps.mjs';
import { runTypeScript } from './tsx.mjs';

/**
 * Tells the demo story to a database once: again only to another database, at another address, or when the story
 * itself was rewritten. Telling it leaves alone what is there.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {{ root: string, dataDir: string, env: Record<string, string>, databaseUrl: string }} what
 */
export async function seedOnce(processes, signal, { root, dataDir, env, databaseUrl }) {
  const mark = path.join(dataDir, 'seeded.json');
  /** @type {Record<string, string>} */
  const told = readJsonIfThere(mark) ?? {};
  const database = await databaseIdentity(databaseUrl);
  const files = listFiles(path.join(root, 'prisma'), (file) => /^seed(\.ts|\/|$)/.test(file));
  const story = hashSources(path.join(root, 'prisma'), files, [
    env.APP_ORIGIN ?? '',
    env.SANDBOX_ORIGIN ?? '',
  ]);
  if (told[database] === story && fs.existsSync(env.DEMO_FILE ?? '')) return;
  await step('Telling the demo story', () =>
    seed(processes, signal, { root, logDir: path.join(dataDir, 'logs'), env }),
  );
  writePrivateFile(mark, JSON.stringify({ ...told, [database]: story }));
}

/**
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {{ root: string, logDir: string, env: Record<string, string> }} what
 */
export function seed(processes, signal, what) {
  return runTypeScript(processes, signal, {
    ...what,
    file: path.join('prisma', 'seed.ts'),
    remedy: 'The demo story could not be written to the database (see below).',
  });
}

/** @param {string} url @returns {Promise<string>} */
function databaseIdentity(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `select concat_ws('/', (select system_identifier from pg_control_system()), oid, datname) as identity
         from pg_database where datname = current_database()`,
    );
    return rows[0].identity;
  });
}
