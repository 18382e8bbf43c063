import { isDatabaseAway } from '@/lib/core/is-database-away';
import { AGAIN_SECONDS } from './come-again';

// Kept beside each request by scripts/lib/http-server.mjs, which writes the answer's first line.
const KEY = Symbol.for('cashier.outcome');
const holder = globalThis as {
  [KEY]?: { getStore(): { comeAgainSeconds?: number } | undefined };
};

/** What a request ended with that nothing of ours caught: says that it passes by itself, where it does. */
export function noteOutcome(error: unknown): void {
  const outcome = holder[KEY]?.getStore();
  if (outcome && isDatabaseAway(error)) outcome.comeAgainSeconds = AGAIN_SECONDS;
}
