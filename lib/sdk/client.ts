import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from './call';
import { Operations } from './generated/operations';
import { CashierProblem, CashierUnreachable } from './problem';

export interface CashierOptions {
  /** Where the cashier is: `https://pay.example.com`. */
  origin: string;
  /** `sk_test_…` or `sk_live_…`. It belongs on your server, never in a page or an app. */
  apiKey: string;
  /** The dated version of the API; without one, your key's own. */
  version?: string;
  /** How long one try may take, in milliseconds. */
  timeoutMs?: number;
  /** How often a call is made again after an answer that a repeat may change. */
  retries?: number;
  /** The time before the first repeat in milliseconds; it doubles each time. */
  backOffMs?: number;
}

/** A repeat can help here, and does no harm: every call that changes something has its Idempotency-Key. */
const WORTH_REPEATING = new Set([429, 500, 502, 503, 504]);
/** Longer than this nobody waits within a call. */
const LONGEST_WAIT_MS = 20_000;

/**
 * The merchant API, one method for each of its operations. A method gives the answer's JSON with its types, or throws
 * `CashierProblem` (the API said no) or `CashierUnreachable` (nobody knows).
 */
export class Cashier extends Operations {
  readonly #given: Required<Omit<CashierOptions, 'version'>> & { version?: string };

  constructor(options: CashierOptions) {
    super();
    const origin = options.origin.replace(/\/+$/, '');
    this.#given = { timeoutMs: 10_000, retries: 2, backOffMs: 500, ...options, origin };
  }

  protected async call<Answer>(call: Call): Promise<Answer> {
    // One key for all tries: the cashier does once what it is told twice.
    const idempotencyKey = call.options?.idempotencyKey ?? randomUUID();
    for (let tried = 0; ; tried += 1) {
      const result = await this.#once(call, idempotencyKey);
      if ('answer' in result) return result.answer as Answer;
      const wait = this.#waitBefore(tried, result.error);
      const signal = call.options?.signal;
      if (wait === undefined || signal?.aborted) throw result.error;
      await sleep(wait, undefined, { signal }).catch(() => {
        throw result.error;
      });
    }
  }

  async #once(
    call: Call,
    key: string,
  ): Promise<{ answer: unknown } | { error: CashierProblem | CashierUnreachable }> {
    const { origin, timeoutMs } = this.#given;
    const limit = AbortSignal.timeout(timeoutMs);
    const given = call.options?.signal;
    try {
      const response = await fetch(`${origin}${call.path}${queryOf(call.query)}`, {
        method: call.method,
        headers: this.#headersOf(call, key),
        body: typeof call.body === 'string' ? call.body : JSON.stringify(call.body),
        // The key goes to the cashier and nowhere else.
        redirect: 'error',
        signal: given ? AbortSignal.any([limit, given]) : limit,
      });
      const text = await response.text();
      if (response.ok) return { answer: readAnswer(response, text) };
      return { error: new CashierProblem(response.status, readProblem(text), response.headers) };
    } catch (cause) {
      return { error: new CashierUnreachable('The cashier gave no answer', { cause }) };
    }
  }

  #headersOf({ method, body }: Call, key: string): Record<string, string> {
    const { apiKey, version } = this.#given;
    return {
      Authorization: `Bearer ${apiKey}`,
      Accept: 'application/json',
      ...(version ? { 'Cashier-Version': version } : {}),
      ...(method === 'POST' || method === 'PATCH' ? { 'Idempotency-Key': quoted(key) } : {}),
      ...(body === undefined ? {} : { 'Content-Type': typeof body === 'string' ? CSV : JSON_TYPE }),
    };
  }

  /** Milliseconds, or undefined where a repeat would change nothing. */
  #waitBefore(tried: number, error: CashierProblem | CashierUnreachable): number | undefined {
    const { retries, backOffMs } = this.#given;
    if (tried >= retries) return undefined;
    const usual = backOffMs * 2 ** tried * (1 + Math.random() / 4);
    if (error instanceof CashierUnreachable) return usual;
    const running = error.code === 'idempotency_in_progress';
    if (!running && !WORTH_REPEATING.has(error.status)) return undefined;
    const asked = (error.retryAfter ?? 0) * 1000;
    return asked > LONGEST_WAIT_MS ? undefined : Math.max(usual, asked);
  }
}

/** As the header is written (a string of RFC 8941). */
const quoted = (key: string): string => `"${key.replace(/["\\]/g, '\\$&')}"`;

const CSV = 'text/csv';
const JSON_TYPE = 'application/json';

function queryOf(query: object | undefined): string {
  const fields = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return fields.length === 0
    ? ''
    : `?${new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))}`;
}

const readAnswer = (response: Response, text: string): unknown =>
  response.headers.get('content-type')?.startsWith(CSV) || text === '' ? text : JSON.parse(text);

/** A proxy on the way may have answered with a page of its own. */
function readProblem(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
