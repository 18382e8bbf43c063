import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';

/**
 * Loaded before `next start` (services.mjs): Next makes its one HTTP server by `createServer`, and has no option for
 * what is decided here.
 */

/** How long one may take to send a request's headers, and all of it, before the connection is closed. */
const HEADERS_MS = milliseconds('HTTP_HEADERS_MS', 20_000);
const REQUEST_MS = milliseconds('HTTP_REQUEST_MS', 120_000);
const LIMITS = {
  headersTimeout: HEADERS_MS,
  requestTimeout: Math.max(HEADERS_MS, REQUEST_MS),
  // Node looks at its connections so often: that much later, at most, a slow one is closed.
  connectionsCheckingInterval: Math.ceil(HEADERS_MS / 4),
};

/**
 * What becomes of the answer under way, for instrumentation.ts: a page of Next's that could not be drawn is a 500
 * whatever the reason, and no page can say otherwise.
 * @typedef {{ comeAgainSeconds?: number }} Outcome
 * @type {AsyncLocalStorage<Outcome>}
 */
const outcomes = new AsyncLocalStorage();
/** @type {any} */ (globalThis)[Symbol.for('cashier.outcome')] = outcomes;

// What is put in its place has to fit all of its overloads: no type says so.
const { createServer } = http;

/** @type {any} */ (http).createServer = (
  /** @type {any} */ options,
  /** @type {http.RequestListener | undefined} */ listener,
) => {
  const [given, listens] = typeof options === 'function' ? [{}, options] : [options, listener];
  return createServer({ ...LIMITS, ...given }, (request, response) => {
    /** @type {Outcome} */
    const outcome = {};
    tellWhenUnavailable(response, outcome);
    outcomes.run(outcome, () => listens?.(request, response));
  });
};

/** @param {http.ServerResponse} response @param {Outcome} outcome */
function tellWhenUnavailable(response, outcome) {
  // As above: it is called with and without words for the status.
  const { writeHead } = response;
  /** @type {any} */ (response).writeHead = (
    /** @type {number} */ status,
    /** @type {unknown[]} */ ...rest
  ) => {
    const { comeAgainSeconds } = outcome;
    if (status !== 500 || comeAgainSeconds === undefined) {
      return Reflect.apply(writeHead, response, [status, ...rest]);
    }
    response.setHeader('Retry-After', comeAgainSeconds);
    return Reflect.apply(writeHead, response, [503, ...rest]);
  };
}

/** @param {string} name @param {number} otherwise */
function milliseconds(name, otherwise) {
  const value = Number(process.env[name] || otherwise);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${name} is a number of milliseconds, not "${process.env[name]}"`);
}
