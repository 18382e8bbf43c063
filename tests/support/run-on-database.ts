import { createDatabase, dropDatabase } from './cluster';

/** `node --import tsx run-on-database.ts <file> [arguments]`: runs a file's `prove` on a database of its own. */
async function run(file = '', ...rest: string[]): Promise<void> {
  const name = 'proof';
  // Before any file is read, and so before lib/core/env is.
  process.env.DATABASE_URL = await createDatabase(name);
  const { prove }: { prove: (...given: string[]) => Promise<void> } = await import(file);
  const { disconnect } = await import('@/lib/core/db');
  try {
    await prove(...rest);
  } finally {
    await disconnect();
    await dropDatabase(name);
  }
}

void run(...process.argv.slice(2));
