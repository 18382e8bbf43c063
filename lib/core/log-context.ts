import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids only: nothing that a person could be known by. */
export interface LogContext {
  requestId?: string | undefined;
  jobId?: string | undefined;
  job?: string | undefined;
  orderId?: string | undefined;
  attemptId?: string | undefined;
  refundId?: string | undefined;
  payoutId?: string | undefined;
  noticeId?: string | undefined;
  eventId?: string | undefined;
  deliveryId?: string | undefined;
}

const NAMES: Record<string, keyof LogContext> = {
  ord: 'orderId',
  att: 'attemptId',
  ref: 'refundId',
  pyt: 'payoutId',
};

/** An id by the name that its kind has in the log; nothing of a kind that has none. */
export function aboutObject(id: string | null): LogContext {
  const name = NAMES[id?.split('_')[0] ?? ''];
  return name ? { [name]: id } : {};
}

// One for the process: each of its bundles has this module for itself.
const KEY = Symbol.for('cashier.log-context');
const holder = globalThis as { [KEY]?: AsyncLocalStorage<LogContext> };

function storage(): AsyncLocalStorage<LogContext> {
  holder[KEY] ??= new AsyncLocalStorage();
  return holder[KEY];
}

/** Every line that is logged on the way, at any distance, says what it is about. */
export const withLogContext = <T>(about: LogContext, run: () => T): T =>
  storage().run({ ...logContext(), ...about }, run);

/** Says more of the same request or job, from here on; nothing where there is none. */
export function noteInLog(about: LogContext): void {
  const context = storage().getStore();
  if (context) Object.assign(context, about);
}

export const logContext = (): Readonly<LogContext> => storage().getStore() ?? {};
