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

// `npm test` gives the projects their database and their build.
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project('tidy'),
      project('unit'),
      project('db', {
        setupFiles: [
          'tests/support/db-environment.ts',
          'tests/support/books-check.ts',
          'tests/support/canary-check.ts',
        ],
      }),
      project('api', {
        globalSetup: ['tests/support/api-stack.ts'],
        setupFiles: ['tests/support/api-environment.ts'],
        testTimeout: 60_000,
      }),
    ],
  },
});
