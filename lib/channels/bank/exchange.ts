import { sameSignature, signAnswer, signCall, timestampOf } from '../call-signature';
import { sendCall } from '../client';
import type { NoAnswer } from '../port';
import type { BankSetup } from './config';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from './headers';

export type Exchange =
  /** `content` is JSON of the bank's own, of whatever shape. */
  | { kind: 'verified'; status: number; content: unknown }
  | { kind: 'not_sent'; detail: string }
  | NoAnswer;

/**
 * One signed call and its verified answer. Whatever has no signature of the bank over this very
 * call tells nothing, whatever its status says.
 */
export async function exchange(
  config: BankSetup,
  { method, path, content }: { method: 'GET' | 'POST'; path: string; content?: object },
): Promise<Exchange> {
  const body = Buffer.from(content === undefined ? '' : JSON.stringify(content));
  const timestamp = timestampOf(config.now());
  const signature = signCall(config.secret, { timestamp, method, path }, body);
  const headers = {
    ...(content === undefined ? {} : { 'content-type': 'application/json' }),
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: signature,
  };
  const call = { method, url: config.origin + path, headers, body };
  const reply = await sendCall(call, config.timeoutMs);
  if (reply.kind === 'not_sent') return reply;
  if (reply.kind === 'lost') return noAnswer(reply.cause, reply.detail);
  const expected = signAnswer(config.secret, signature, reply);
  if (!sameSignature(reply.headers.get(SIGNATURE_HEADER) ?? undefined, expected)) {
    return noAnswer('unreadable', `the answer cannot be trusted (HTTP ${reply.status})`);
  }
  const read = readJson(reply.body);
  return read
    ? { kind: 'verified', status: reply.status, ...read }
    : noAnswer('unreadable', `the answer is not JSON (HTTP ${reply.status})`);
}

const noAnswer = (cause: NoAnswer['cause'], problem: string): NoAnswer => ({
  kind: 'unknown',
  cause,
  evidence: { problem },
});

/** The content of UTF-8 JSON; undefined for anything else. */
export function readJson(bytes: Uint8Array): { content: unknown } | undefined {
  try {
    return { content: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}
