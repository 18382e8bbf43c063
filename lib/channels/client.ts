import { faultOf, readLimited, type Unanswered } from './call-faults';

export interface Call {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

export type Reply =
  | { kind: 'answered'; status: number; headers: Headers; body: Uint8Array }
  | Unanswered;

/** Makes one call and returns whatever was answered, whoever it is from. `timeoutMs` covers all of it. */
export async function sendCall(call: Call, timeoutMs: number): Promise<Reply> {
  const { method, url, headers } = call;
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(method === 'POST' ? { body: Buffer.from(call.body) } : {}),
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
