import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { Stop } from './stop.mjs';

const LOOK_MS = 1_000;
const ANSWER_MS = 15_000;
const PAGE = 100;
/** So far back is looked for what is new; it happened while the one before was still at work. */
const MOST_PAGES = 20;
/** More than that, so that what comes late among newer events is not taken for new twice. */
const REMEMBERED = 2 * MOST_PAGES * PAGE;

/** @typedef {{ id: string, type: string, object_id: string, timestamp: string, sequence: number, data: object }} Event */

/**
 * Looks every second what has happened and posts it on, signed anew, one after the other in its order; ends with the
 * signal. What happened before it began is left alone.
 * @param {import('./listen-options.mjs').ListenOptions} options
 * @param {{ signal: AbortSignal, say: (line: string) => void, everyMs?: number }} how
 */
export async function listen(options, { signal, say, everyMs = LOOK_MS }) {
  /** @type {Set<string>} */
  const known = new Set();
  for (const { id } of (await look(options, { signal, say })).events) known.add(id);
  say(`Listening to test mode of ${options.api}; Ctrl-C ends it.`);
  say(`Forwarding to ${options.forwardTo}, signed with ${options.secret}`);
  while (!signal.aborted) {
    for (const event of inOrder(await unknown(options, known, { signal, say }))) {
      known.add(event.id);
      say(await forward(event, options, signal));
    }
    for (const id of known) {
      if (known.size <= REMEMBERED) break;
      known.delete(id);
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Oldest first; of one object by its sequence, in the places that its events have.
 * @param {Event[]} events
 */
function inOrder(events) {
  const byTime = events.toSorted(
    (a, b) => a.timestamp.localeCompare(b.timestamp) || a.id.localeCompare(b.id),
  );
  /** @type {Map<string, Event[]>} */
  const ofObject = new Map();
  for (const event of byTime.toSorted((a, b) => a.sequence - b.sequence)) {
    ofObject.set(event.object_id, [...(ofObject.get(event.object_id) ?? []), event]);
  }
  return byTime.flatMap(({ object_id }) => ofObject.get(object_id)?.shift() ?? []);
}

/**
 * What is not known yet: page after page, until one holds something that is.
 * @param {import('./listen-options.mjs').ListenOptions} options
 * @param {Set<string>} known
 * @param {{ signal: AbortSignal, say: (line: string) => void }} how
 */
async function unknown(options, known, how) {
  /** @type {Event[]} */
  const fresh = [];
  let after = '';
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { events, next } = await look(options, how, after);
    fresh.push(...events.filter(({ id }) => !known.has(id)));
    if (!next || events.some(({ id }) => known.has(id))) break;
    after = next;
  }
  return fresh;
}

/**
 * A page of events, newest first, by the merchant API. Waits where it asks to; what is away comes back.
 * @param {import('./listen-options.mjs').ListenOptions} options
 * @param {{ signal: AbortSignal, say: (line: string) => void }} how
 * @param {string} [after] the `next` of the page before
 * @returns {Promise<{ events: Event[], next: string | null }>}
 */
async function look({ api, key }, { signal, say }, after) {
  const query = new URLSearchParams({
    limit: String(PAGE),
    ...(after ? { starting_after: after } : {}),
  });
  for (let isFirst = true; ; isFirst = false) {
    const response = await ask(`${api}/api/v1/events?${query}`, key, signal);
    if (response.ok) return response.json();
    if (response.status !== 429 && response.status < 500) {
      // An unknown key, one that may only sign its calls, or no cashier at all.
      const { title } = await response.json().catch(() => ({ title: 'no cashier is there' }));
      throw new Stop(`${api} answered ${response.status}: ${title}`);
    }
    if (isFirst && response.status !== 429) say(`${api} does not answer; trying again …`);
    const seconds = Number(response.headers.get('retry-after')) || 2;
    await pause(seconds * 1_000, undefined, { signal });
  }
}

/** @param {string} url @param {string} key @param {AbortSignal} signal */
async function ask(url, key, signal) {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
  try {
    return await fetch(url, { headers: { authorization: `Bearer ${key}` }, signal: deadline });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return new Response(null, { status: 503, statusText: String(error) });
  }
}

/**
 * @param {Event} event
 * @param {import('./listen-options.mjs').ListenOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<string>} a line that says what came of it
 */
async function forward({ id, type, timestamp, sequence, data }, { forwardTo, secret }, signal) {
  const body = JSON.stringify({ type, timestamp, sequence, data });
  const at = new Date();
  const startedAt = performance.now();
  const what = `${at.toTimeString().slice(0, 8)}  ${type}  ${id}`;
  try {
    const { status, body: answer } = await fetch(forwardTo, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'cashier-webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    await answer?.cancel();
    return `${what}  →  ${status} (${Math.round(performance.now() - startedAt)} ms)`;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const { cause, name } = /** @type {{ cause?: { code?: string }, name: string }} */ (error);
    return `${what}  →  ${name === 'TimeoutError' ? 'no answer within 15 s' : (cause?.code ?? name)}`;
  }
}
