import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/**
 * One project for each folder of tests.
 * @param {string} name
 * @param {import('vitest/node').InlineConfig} [options]
 * @returns {import('vitest/config').TestProjectInlineConfiguration}
 */
const project = (name, options = {}) => ({
  extends: true,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...options },
});

const ON_A_DATABASE = [
  'tests/support/db-environment.ts',
  'tests/support/books-check.ts',
  'tests/support/canary-check.ts',
];

// `npm test` gives the projects their database and their build.
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    pool: 'forks',
    maxWorkers: 3,
    // Only a failure waits that long; many tests start processes, on a machine that may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      project('tidy'),
      // Half of their time would be loading the same modules again for each file; who puts another module or
      // environment in a module's place has its own (tests/tidy/unit-alone.test.ts).
      project('unit', { isolate: false, exclude: ['**/*.alone.test.ts'] }),
      project('unit-alone', { include: ['tests/unit/**/*.alone.test.ts'] }),
      // The same, but for our own modules: tests/support/db-environment.ts.
      project('db', { isolate: false, exclude: ['**/*.alone.test.ts'], setupFiles: ON_A_DATABASE }),
      project('db-alone', { include: ['tests/db/**/*.alone.test.ts'], setupFiles: ON_A_DATABASE }),
      project('api', {
        // As in the browser: one app, one worker and one simulator for all files at once. The end of the run names what
        // passed only then.
        retry: 1,
        globalSetup: ['tests/support/api-stack.ts'],
        setupFiles: ['tests/support/api-environment.ts'],
      }),
    ],
  },
});
