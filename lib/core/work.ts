import { performance } from 'node:perf_hooks';
import { type LogContext, withLogContext } from './log-context';
import { measureWork } from './metrics';
import { inSpan } from './spans';

/** One piece of work that comes from outside, by the names of our own table of such things: never what was sent. */
export interface Work {
  kind: 'action' | 'api' | 'channel' | 'job';
  name: string;
  /** What caused it in another process; see spans.ts. */
  from?: string | undefined;
}

/** Every line that is logged on the way says what it is about; how long it took is measured, and traced. */
export const asWork = <T>(
  { kind, name, from }: Work,
  about: LogContext,
  run: () => Promise<T>,
): Promise<T> => {
  const began = performance.now();
  return withLogContext(about, () => inSpan(`${kind} ${name}`, run, from)).finally(() =>
    measureWork({ kind, name }, (performance.now() - began) / 1_000),
  );
};
