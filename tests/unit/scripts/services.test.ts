import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { servicesOf } from '@/scripts/lib/services.mjs';

type Processes = Parameters<typeof servicesOf>[0];

test('every process has threads to look names up by, so that silent name servers keep nobody waiting; the environment decides', () => {
  const logDir = mkdtempSync(join(tmpdir(), 'cashier-services-'));
  onTestFinished(() => rmSync(logDir, { recursive: true }));
  const given: Record<string, string>[] = [];
  const processes = {
    launch: (
      _name: string,
      _program: string,
      _args: string[],
      how: { env: (typeof given)[number] },
    ) => {
      given.push(how.env);
    },
    // Nothing else of it is asked before a service is ready.
  } as unknown as Processes;
  const environments: Record<string, string>[] = [{}, { UV_THREADPOOL_SIZE: '8' }];
  for (const env of environments) {
    for (const service of Object.values(servicesOf(processes, env, { logDir }))) {
      service.launch(() => undefined);
    }
  }
  expect(given.map(({ UV_THREADPOOL_SIZE }) => UV_THREADPOOL_SIZE)).toEqual([
    ...['64', '64', '64', '64'],
    ...['8', '8', '8', '8'],
  ]);
});
