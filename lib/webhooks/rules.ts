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
/** A 429 that names no time. */
const UNNAMED_PAUSE_SECONDS = 60;
/** An answer that takes longer has its endpoint wait its turn apart from the quick ones. */
const SLOW_ANSWER_MS = 5_000;
const SLOW_FOR_SECONDS = 600;

/** Tries under way at the same time. */
export const MOST_AT_ONCE = {
  /** At an endpoint that answers well. */
  endpoint: 8,
  /** … at one that is slow, or at which nothing arrives. */
  slowEndpoint: 1,
  /** At all endpoints of one merchant together. */
  merchant: 16,
} as const;

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
  /** The code of what broke: ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED, … */
  errorCode: string | null;
  /** The Retry-After header, as it came. */
  retryAfter: string | null;
  /** A few headers of the answer, and the beginning of its text. */
  headers: Record<string, string>;
  body: string | null;
  durationMs: number;
}

export type AfterTry =
  | { state: 'delivered' }
  | { state: 'pending'; inSeconds: number }
  | { state: 'exhausted' };

/** Only 2xx is a success: a redirect is not followed, and so has delivered nothing. */
export function problemOfStatus(status: number): DeliveryProblem | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

/**
 * What follows a try. `chance` (0 to 1) spreads the retries; `now` is what a Retry-After date is
 * counted from. A test event is tried `once`.
 */
export function decideAfterTry(facts: {
  answer: Pick<DeliveryAnswer, 'status' | 'problem' | 'retryAfter'>;
  triesMade: number;
  now: Date;
  chance: number;
  once?: boolean;
}): AfterTry {
  const { answer, triesMade, now, chance, once = false } = facts;
  if (answer.problem === null) return { state: 'delivered' };
  if (once || answer.status === 410) return { state: 'exhausted' };
  const step = RETRY_LADDER_SECONDS[triesMade];
  if (step === undefined) return { state: 'exhausted' };
  const asked = pauseSeconds(answer, now);
  return { state: 'pending', inSeconds: Math.max(step * (1 + MOST_JITTER * chance), asked) };
}

/** For how long the whole endpoint is left alone, as it asks by 429 or Retry-After; 0: not at all. */
export function pauseSeconds(
  { status, problem, retryAfter }: Pick<DeliveryAnswer, 'status' | 'problem' | 'retryAfter'>,
  now: Date,
): number {
  if (problem === null) return 0;
  const asked = Math.min(retryAfterSeconds(retryAfter, now), LONGEST_WAIT_SECONDS);
  return asked === 0 && status === 429 ? UNNAMED_PAUSE_SECONDS : asked;
}

/** For how long an endpoint whose answer took so long is served apart; 0: it is quick. */
export const slowForSeconds = (durationMs: number): number =>
  durationMs > SLOW_ANSWER_MS ? SLOW_FOR_SECONDS : 0;

/** Retry-After in seconds or as an HTTP date (RFC 9110, 10.2.3); 0 when there is none to honour. */
export function retryAfterSeconds(header: string | null, now: Date): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Only the three date forms of HTTP name a day first; Date.parse would take far more.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return 0;
  // The oldest of them (asctime) names no zone, and means GMT all the same.
  const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1000);
}

const KEPT_HEADERS = [
  'content-type',
  'content-length',
  'date',
  'location',
  'retry-after',
  'server',
  'allow',
  'www-authenticate',
];
const MOST_HEADER_LENGTH = 300;
const MOST_BODY_BYTES = 1_024;

/** What of an answer's headers is kept for its merchant to see: no cookies. */
export function keptHeaders(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, cleanText(value, MOST_HEADER_LENGTH)]] : [];
    }),
  );
}

/** The first kilobyte as text; null when there is none. */
export function keptBody(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_BODY_BYTES));
  return cleanText(text, MOST_BODY_BYTES) || null;
}

/** Nothing that a terminal or a page could act on; tabs and ends of lines stay. */
const cleanText = (text: string, most: number): string =>
  text.replace(/[^\P{C}\t\n]/gu, '').slice(0, most);

/** Is an endpoint to be told about the topic? One that names none is told everything. */
export const isToldAbout = ({ topics }: { topics: readonly string[] }, topic: string): boolean =>
  topics.length === 0 || topics.includes(topic);
