import path from 'node:path';
import type { Database } from './browser-database';
import { fromTestRun } from './cluster';
import { test as base } from './sign-in-fixtures';
import { type Stack, startStack } from './stack';

/** Nobody else's calls are counted against a channel, and no script of ours meets anybody else's. */
export const withOwnStack = (name: string, settings: Record<string, string> = {}) =>
  base.extend<object, { stack: Stack }>({
    stack: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument
      async ({}, use) => {
        const recordIn = path.join(fromTestRun('CASHIER_TEST_DIR'), `recorded.${name}.jsonl`);
        const stack = await startStack({ name, settings, recordIn });
        // A worker of its own, for a fixture of its own: what its tests read here is this stack's.
        Object.assign(process.env, stack.env);
        await use(stack);
        await stack.stop();
      },
      { scope: 'worker', auto: true, timeout: 120_000 },
    ],
    baseURL: async ({ stack }, use) => use(stack.origin),
  });

/** As if no call had been lost before. */
export const forgetHealth = (database: Database) =>
  database.query('TRUNCATE channel_call_counts, channel_breakers');

/** The same of UnionPay alone, where others' tests lose calls meanwhile and a payment is to go by it all the same. */
export const forgetUnionPaysHealth = (database: Database) =>
  database.query(`
    WITH closed AS (DELETE FROM channel_breakers WHERE channel = 'unionpay')
    DELETE FROM channel_call_counts WHERE channel = 'unionpay'`);
