import { faultOf, readLimited, type Unanswered } from '../call-faults';

export type Reply =
  | { kind: 'answered'; status: number; headers: Headers; body: Uint8Array }
  | Unanswered;

/** Posts one message and returns whatever was answered, whoever it is from. `timeoutMs` covers all of it. */
export async function postMessage(
  url: string,
  message: { headers: Record<string, string>; body: Uint8Array },
  timeoutMs: number,
): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: message.headers,
      body: Buffer.from(message.body),
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await readLimited(response);
    if ('kind' in body) return body;
    return { kind: 'answered', status: response.status, headers: response.headers, body };
  } catch (error) {
    return faultOf(error);
  }
}
