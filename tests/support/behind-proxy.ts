import { afterAll, beforeAll } from 'vitest';
import { countCalls } from './counted-calls';
import { startFaultProxy } from './fault-proxy';
import type { Surroundings } from './neighbour-faults';

interface Rails {
  env: Record<string, string>;
  control: Surroundings['control'];
  stop(): Promise<void>;
}

/** One simulator for all tests of a file, with a fault proxy between it and this process. */
export function behindProxy<R extends Rails>(
  start: () => Promise<R>,
  originOf: (rails: R) => string,
  settings: (proxied: string) => Record<string, string> = () => ({}),
): () => Surroundings {
  let around: Surroundings;
  let stop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const rails = await start();
    const simulator = originOf(rails);
    const proxy = await startFaultProxy(simulator);
    for (const [name, value] of Object.entries(rails.env)) {
      process.env[name] = value.replaceAll(simulator, proxy.origin);
    }
    Object.assign(process.env, settings(proxy.origin));
    const calls = countCalls(proxy.origin);
    around = { proxy, control: rails.control, calls };
    stop = async () => {
      calls.stop();
      await proxy.close();
      await rails.stop();
    };
  });
  afterAll(() => stop());
  return () => around;
}
