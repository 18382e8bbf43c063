/** What traces are made with; somebody else knows how (observability/start-tracing). */
export interface Tracing {
  /** `from`: what was under way in the process that caused it, in the form of the header traceparent. */
  inSpan<T>(name: string, run: () => Promise<T>, from?: string): Promise<T>;
  /** What is under way now has gone wrong. */
  broken(): void;
  /** What is under way now, in the form of the header traceparent. */
  underWay(): string | undefined;
}

// One for the process: each of its bundles has this module for itself.
const KEY = Symbol.for('cashier.tracing');
const holder = globalThis as { [KEY]?: Tracing | undefined };

/** From here on there are traces; without, spans cost nothing and load nothing. */
export function traceWith(tracing: Tracing | undefined): void {
  holder[KEY] = tracing;
}

/** One step of a trace. Names are of kinds of things; what it was about is taken from the log's context. */
export const inSpan = <T>(name: string, run: () => Promise<T>, from?: string): Promise<T> =>
  holder[KEY] ? holder[KEY].inSpan(name, run, from) : run();

export const breakSpan = (): void => holder[KEY]?.broken();

export const spanUnderWay = (): string | undefined => holder[KEY]?.underWay();
