import type { NoticeSend } from '../state/records';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' };

/**
 * Posts one notice to the merchant, as a form unless its headers say otherwise. Redirects are not followed: 302 is an acknowledgement.
 * `stop` ends the wait when the simulator shuts down.
 */
export async function postNotice(
  url: string,
  body: string,
  options: { timeoutMs: number; stop: AbortSignal; headers?: Record<string, string> },
): Promise<NoticeSend['result']> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: options.headers ?? FORM,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([timeout, options.stop]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    // Whatever went wrong, the merchant has not acknowledged; the next send tells.
    return timeout.aborted ? 'timeout' : 'unreachable';
  }
}
