import type { TestProject } from 'vitest/node';
import { type Stack, startStack } from './stack';

declare module 'vitest' {
  interface ProvidedContext {
    /** The cashier that all files of the project `api` share. */
    stack: Pick<Stack, 'origin' | 'sandboxOrigin' | 'databaseUrl' | 'env'>;
  }
}

let stack: Stack | undefined;

export async function setup(project: TestProject): Promise<void> {
  stack = await startStack({ name: 'api' });
  const { origin, sandboxOrigin, databaseUrl, env } = stack;
  project.provide('stack', { origin, sandboxOrigin, databaseUrl, env });
}

export async function teardown(): Promise<void> {
  await stack?.stop();
}
