import { setTimeout as pause } from 'node:timers/promises';
import { log } from './log';
import { isRetryable } from './unit-of-work';

const PAUSES_MS = [20, 100, 400, 1_000, 2_000, 4_000, 8_000];

/**
 * Makes a call of which a repeat changes nothing, again while the database is away or asks for it:
 * a lost answer is not an answer. Gives up after about fifteen seconds with the last error; then it
 * is not known whether the call went through.
 */
export async function repeatCall<T>(call: () => Promise<T>): Promise<T> {
  for (const ms of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      if (!isRetryable(error) && !isLostConnection(error)) throw error;
      log().warn({ error, ms }, 'a call to the database is repeated');
      // Spread, so that several processes do not come back at the same moment.
      await pause(ms * (0.5 + Math.random()));
    }
  }
  return call();
}

/**
 * PostgreSQL's classes 08 (connection) and 57P (shutdown, starting up), no room for one more connection (53300), and
 * what the driver says itself.
 */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|53300$|57P0[123]|ECONN|EPIPE|ENOTFOUND$)/.test(code) ||
    /^(Connection terminated|Client has encountered a connection error)/.test(error.message)
  );
}
