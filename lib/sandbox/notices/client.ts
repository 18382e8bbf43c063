import type { NoticeSend } from '../state/records';

/**
 * Posts one notice to the merchant. Redirects are not followed: 302 is an acknowledgement.
 * `stop` ends the wait when the simulator shuts down.
 */
export async function postNotice(
  url: string,
  body: string,
  options: { timeoutMs: number; stop: AbortSignal },
): Promise<NoticeSend['result']> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
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
