import { withClient, withDatabase } from '@/scripts/lib/database.mjs';

export const TEMPLATE = 'cashier_template';

/** A setting that only `npm test` and `npm run bench` give. */
export function fromTestRun(name: 'CASHIER_TEST_CLUSTER' | 'CASHIER_TEST_DIR'): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    'These tests need the database of a test run: start them with npm test -- --only db,api,e2e <part of a path>.',
  );
}

/**
 * Makes a database as migrations leave it, in place of one of that name; copying the template takes a tenth of a
 * second.
 * @returns its address
 */
export async function createDatabase(name: string): Promise<string> {
  const cluster = fromTestRun('CASHIER_TEST_CLUSTER');
  await withClient(cluster, async (client) => {
    const quoted = client.escapeIdentifier(name);
    await client.query(`drop database if exists ${quoted} with (force)`);
    await client.query(`create database ${quoted} template ${TEMPLATE}`);
  });
  return withDatabase(cluster, name);
}

/** Removes a database together with whoever is still connected to it. */
export async function dropDatabase(name: string): Promise<void> {
  await withClient(fromTestRun('CASHIER_TEST_CLUSTER'), async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}
