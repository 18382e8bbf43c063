import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { poolUse } from './db';

interface OwnMetrics {
  registry: Registry;
  calls: Histogram<'channel' | 'operation' | 'result'>;
  work: Histogram<'kind' | 'name'>;
}

// One for the process: each of its bundles has this module for itself.
const KEY = Symbol.for('cashier.metrics');
const holder = globalThis as { [KEY]?: OwnMetrics };

/** A channel that takes longer has been given up (seconds). */
const CALL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60];

/** A page's form is to be answered within a second (seconds). */
const WORK_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function makeOwn(): OwnMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const calls = new Histogram({
    name: 'cashier_channel_call_seconds',
    help: 'How long calls to channels took in this process, by what became of them.',
    labelNames: ['channel', 'operation', 'result'],
    buckets: CALL_BUCKETS,
    registers: [registry],
  });
  const work = new Histogram({
    name: 'cashier_work_seconds',
    help: 'How long forms, calls of the API and of channels, and jobs took in this process, however they ended.',
    labelNames: ['kind', 'name'],
    buckets: WORK_BUCKETS,
    registers: [registry],
  });
  new Gauge({
    name: 'cashier_pool_connections',
    help: 'Database connections of this process: open, idle, the most there may be, and who waits for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(poolUse())) this.set({ state }, count);
    },
  });
  return { registry, calls, work };
}

function own(): OwnMetrics {
  holder[KEY] ??= makeOwn();
  return holder[KEY];
}

/** What this process measures of itself, in memory; each process is asked for its own. */
export const ownMetrics = (): Registry => own().registry;

/** One more call to a channel, however it ended. */
export function measureCall(
  call: { channel: string; operation: string; result: string },
  seconds: number,
): void {
  own().calls.observe(call, seconds);
}

/** One more form, call or job, however it ended. */
export function measureWork(work: { kind: string; name: string }, seconds: number): void {
  own().work.observe(work, seconds);
}
