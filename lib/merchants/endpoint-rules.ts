import type { DisabledReason } from './endpoint';

/** Each holds a share of the workers' slots, so that there is a limit. */
export const MOST_ENDPOINTS = 8;
/** How long the former secret is signed with beside a new one. */
export const ROTATION_HOURS = 24;
/** An endpoint at which nothing has arrived for so long is switched off … */
export const DISABLE_AFTER_DAYS = 5;
/** … if as many tries have failed meanwhile as an event has: days without a word prove nothing. */
export const DISABLE_AFTER_FAILURES = 10;

const FIRST_PROBE_SECONDS = 3_600;
const LONGEST_PROBE_SECONDS = 86_400;
export const MOST_PROBES = 35;

const DAY_MS = 86_400_000;

/** What a failed try means for the endpoint itself. */
export function disabledBy(facts: {
  status: number | null;
  /** Since something arrived last, this one included. */
  failures: number;
  failingSince: Date;
  now: Date;
}): Exclude<DisabledReason, 'merchant'> | undefined {
  if (facts.status === 410) return 'gone';
  const failingMs = facts.now.getTime() - facts.failingSince.getTime();
  const isLong = failingMs >= DISABLE_AFTER_DAYS * DAY_MS;
  return isLong && facts.failures >= DISABLE_AFTER_FAILURES ? 'failing' : undefined;
}

/**
 * Seconds until an endpoint that is off for failing is tried again: an hour, doubling up to a day, for
 * about a month; null: no more, its merchant has to switch it on.
 */
export function probeWaitSeconds(probesMade: number): number | null {
  if (probesMade >= MOST_PROBES) return null;
  return Math.min(FIRST_PROBE_SECONDS * 2 ** probesMade, LONGEST_PROBE_SECONDS);
}
