import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './stop.mjs';

/**
 * Asks again and again until the answer is neither false nor undefined.
 * @template T
 * @param {() => Promise<T | undefined | false> | T | undefined | false} ask
 * @param {{ timeoutMs: number, everyMs?: number, signal?: AbortSignal, otherwise: string }} options
 *   otherwise: the sentence when the time is over
 * @returns {Promise<T>}
 */
export async function waitUntil(ask, { timeoutMs, everyMs = 50, signal, otherwise }) {
  const endMs = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > endMs) throw new Stop(otherwise);
    await pause(everyMs, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}

/**
 * @param {string} url
 * @returns {Promise<boolean>} whether the address answers 200 now
 */
export async function answersOk(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
