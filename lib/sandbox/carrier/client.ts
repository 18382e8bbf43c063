import { randomUUID } from 'node:crypto';
import { request } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { NoticeSend } from '../state/records';

/**
 * Posts one event to its sink over https. node:https and not fetch, as an authority of the operator's
 * own may have to be trusted beside the usual ones. `stop` ends the wait when the simulator shuts down.
 */
export function postEvent(
  url: string,
  body: string,
  options: {
    token: string | undefined;
    ca: string | undefined;
    timeoutMs: number;
    stop: AbortSignal;
  },
): Promise<NoticeSend['result']> {
  const { token, ca, timeoutMs, stop } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    const call = request(url, {
      method: 'POST',
      ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
      headers: {
        'Content-Type': 'application/cloudevents+json',
        'Content-Length': Buffer.byteLength(body),
        'x-correlator': randomUUID(),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      agent: false,
      signal: AbortSignal.any([timeout, stop]),
    });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 'unreachable');
    });
    // Whatever went wrong, nobody has acknowledged; the next send tells.
    call.on('error', () => resolve(timeout.aborted ? 'timeout' : 'unreachable'));
    call.end(body);
  });
}
