import ipaddr from 'ipaddr.js';

/**
 * Seconds before each try, counted from the one before (Standard Webhooks, "Retry schedule"): at
 * once, 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h. Ten tries within 75 h 35 m 05 s.
 */
export const RETRY_LADDER_SECONDS: readonly number[] = [
  0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
];
/** Up to a tenth is added, so that what failed together does not come back together. */
const MOST_JITTER = 0.1;
const LONGEST_WAIT_SECONDS = 86_400;

/** Why a try failed; a status with none of these was a success. */
export type DeliveryProblem =
  | 'dns'
  | 'refused_address'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'redirect'
  | 'status';

export interface DeliveryAnswer {
  status: number | null;
  problem: DeliveryProblem | null;
  /** The Retry-After header, as it came. */
  retryAfter: string | null;
  durationMs: number;
}

export type AfterTry =
  | { state: 'delivered' }
  | { state: 'pending'; inSeconds: number }
  | { state: 'exhausted'; endpointGone: boolean };

/** Only 2xx is a success: a redirect is not followed, and so has delivered nothing. */
export function problemOfStatus(status: number): DeliveryProblem | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

/**
 * What follows a try. `chance` (0 to 1) spreads the retries; `now` is what a Retry-After date is
 * counted from.
 */
export function decideAfterTry(facts: {
  answer: DeliveryAnswer;
  triesMade: number;
  now: Date;
  chance: number;
}): AfterTry {
  const { answer, triesMade, now, chance } = facts;
  if (answer.problem === null) return { state: 'delivered' };
  if (answer.status === 410) return { state: 'exhausted', endpointGone: true };
  const step = RETRY_LADDER_SECONDS[triesMade];
  if (step === undefined) return { state: 'exhausted', endpointGone: false };
  const asked = Math.min(retryAfterSeconds(answer.retryAfter, now), LONGEST_WAIT_SECONDS);
  return { state: 'pending', inSeconds: Math.max(step * (1 + MOST_JITTER * chance), asked) };
}

/** Retry-After in seconds or as an HTTP date (RFC 9110, 10.2.3); 0 when there is none to honour. */
export function retryAfterSeconds(header: string | null, now: Date): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Only the three date forms of HTTP name a day first; Date.parse would take far more.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return 0;
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1000);
}

// Public by its range, but answered by the cloud's own machinery (Azure's wire server).
const NEVER_PUBLIC = new Set(['168.63.129.16']);

/**
 * May a notice be sent to this address? Only ordinary public ones: no loopback, private, link-local
 * (cloud metadata), shared, multicast, documentation or tunnelled address, in either family.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address written as IPv6 is judged as what it is.
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && !NEVER_PUBLIC.has(parsed.toString());
}
