import { createHmac } from 'node:crypto';

/**
 * The bank's signatures, written by hand from the protocol for the tests: they share no code with
 * the simulator or with our adapter.
 */
const hmac = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text, 'utf8').digest('hex');

const secondsNow = (ago = 0): string => String(Math.floor(Date.now() / 1000) - ago);

/** The headers of a call, made so many seconds ago or at the very second that another says. */
export function signedHeaders(
  secret: string,
  call: { method: string; path: string; body: string; secondsAgo?: number; timestamp?: string },
): Record<string, string> {
  const { timestamp = secondsNow(call.secondsAgo) } = call;
  return {
    'content-type': 'application/json',
    'x-bank-timestamp': timestamp,
    'x-bank-signature': hmac(secret, `${timestamp}.${call.method}.${call.path}.${call.body}`),
  };
}

export const answerSignature = (
  secret: string,
  requestSignature: string,
  { status, body }: { status: number; body: string },
): string => hmac(secret, `${requestSignature}.${status}.${body}`);
