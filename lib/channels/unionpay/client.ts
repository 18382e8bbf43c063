import { faultOf, readLimited, type Unanswered, unreadable } from '../call-faults';
import type { Fields } from './read-fields';

export type Reply = { kind: 'answered'; body: Uint8Array } | Unanswered;

/** Posts one form and returns the bytes of a 200 answer. `timeoutMs` covers all of it. */
export async function postForm(
  url: string,
  fields: Fields,
  timeoutMs: number,
  largestAnswerBytes?: number,
): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: new URLSearchParams(fields).toString(),
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return unreadable(`HTTP ${response.status}`);
    }
    const body = await readLimited(response, largestAnswerBytes);
    return 'kind' in body ? body : { kind: 'answered', body };
  } catch (error) {
    return faultOf(error);
  }
}
