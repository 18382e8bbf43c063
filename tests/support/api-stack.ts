import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { freePort } from '@/scripts/lib/free-port.mjs';
import { type Stack, startStack } from './stack';
import { startTraceCollector } from './trace-collector';

declare module 'vitest' {
  interface ProvidedContext {
    /** The cashier that all files of the project `api` share, and where its traces go. */
    stack: Pick<Stack, 'origin' | 'sandboxOrigin' | 'databaseUrl' | 'env'> & { collector: string };
  }
}

let stack: Stack | undefined;
let collector: Awaited<ReturnType<typeof startTraceCollector>> | undefined;

export async function setup(project: TestProject): Promise<void> {
  collector = await startTraceCollector();
  stack = await startStack({
    name: 'api',
    settings: {
      METRICS_TOKEN: randomBytes(32).toString('hex'),
      WORKER_METRICS_PORT: String(await freePort()),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
    },
  });
  const { origin, sandboxOrigin, databaseUrl, env } = stack;
  const { origin: traces } = collector;
  project.provide('stack', { origin, sandboxOrigin, databaseUrl, env, collector: traces });
}

export async function teardown(): Promise<void> {
  await stack?.stop();
  await collector?.stop();
}
