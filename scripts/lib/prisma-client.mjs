import path from 'node:path';
import { readIfThere, writePrivateFile } from './files.mjs';
import { runCommand } from './run-command.mjs';
import { hashSources, listFiles } from './source-hash.mjs';
import { step } from './steps.mjs';

const MARK = path.join('prisma', 'generated', '.made-from');

/** @param {string} root @returns {string} changes with the schema, its settings and the packages */
export function schemaHash(root) {
  const below = listFiles(path.join(root, 'prisma'), (file) => file !== 'generated');
  const schema = below.filter((file) => file.endsWith('.prisma')).map((file) => `prisma/${file}`);
  return hashSources(root, [...schema, 'prisma.config.ts', 'package-lock.json'], []);
}

/** @param {string} root */
export const isGenerated = (root) => readIfThere(path.join(root, MARK)) === schemaHash(root);

/**
 * Generates the Prisma client. Nothing is downloaded: generating needs no schema engine,
 * so the variable only has to name some program.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {{ root: string, dataDir: string }} where
 */
export async function generateClient(processes, signal, { root, dataDir }) {
  const hash = schemaHash(root);
  await step('Generating the database client', () =>
    runCommand(processes, signal, {
      name: 'prisma generate',
      command: process.execPath,
      args: [path.join('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
      logFile: path.join(dataDir, 'logs', 'prisma.log'),
      remedy:
        'The database client could not be generated from prisma/ (see below): correct the schema.',
    }),
  );
  writePrivateFile(path.join(root, MARK), hash);
}
