import type { NoAnswer } from '../port';
import { postForm } from './client';
import type { Setup } from './config';
import { evidenceOf, maskText } from './evidence';
import { decodeUtf8, type Fields, readAnswer } from './read-fields';
import { signFields, verifyFields } from './sign';

type Exchange =
  | { kind: 'verified'; fields: Fields }
  | { kind: 'not_sent'; detail: string }
  | NoAnswer;

export interface Call {
  url: string;
  fields: Fields;
  /** Certificates are judged at this moment. */
  at: Date;
  /** 256 kB unless given. */
  largestAnswerBytes?: number;
  /** The set-up's unless given. */
  timeoutMs?: number;
}

/** frontTransReq is the payer's browser's; the others are called from here. */
export const gatewayUrl = (
  { gatewayOrigin }: Setup,
  name: 'frontTransReq' | 'appTransReq' | 'backTransReq' | 'queryTrans',
): string => `${gatewayOrigin}/gateway/api/${name}.do`;

/**
 * Signs, sends, reads and verifies one server-to-server call. Only an answer whose signature,
 * certificate and signer hold at the moment `at` comes back as fields.
 */
async function exchange(setup: Setup, call: Call): Promise<Exchange> {
  const { url, fields, at, largestAnswerBytes, timeoutMs = setup.timeoutMs } = call;
  const signed = signFields(fields, setup.signer);
  const reply = await postForm(url, signed, timeoutMs, largestAnswerBytes);
  if (reply.kind === 'not_sent') return reply;
  if (reply.kind === 'lost') {
    return { kind: 'unknown', cause: reply.cause, evidence: evidenceOf(fields, reply.detail) };
  }
  const text = decodeUtf8(reply.body);
  const read = text === undefined ? undefined : readAnswer(text);
  if (!read?.ok) {
    // Plain words such as "Invalid request." say nothing about what happened to the money.
    const problem = `the answer is no message: ${maskText(text ?? 'not UTF-8')}`;
    return { kind: 'unknown', cause: 'unreadable', evidence: evidenceOf(fields, problem) };
  }
  const verification = verifyFields(read.fields, { ...setup, at });
  if (!verification.ok) {
    const problem = `the answer cannot be trusted: ${verification.reason}`;
    return { kind: 'unknown', cause: 'unreadable', evidence: evidenceOf(read.fields, problem) };
  }
  return { kind: 'verified', fields: read.fields };
}

/** A question that was not sent leaves everything as unknown as it was. */
const unasked = (fields: Fields, detail: string): NoAnswer => ({
  kind: 'unknown',
  cause: 'transport',
  evidence: evidenceOf(fields, `not sent: ${detail}`),
});

/** A request that was not sent: it may go out again, under the same number. */
const unsent = (fields: Fields, detail: string) => ({
  kind: 'failed' as const,
  reason: 'not_received' as const,
  evidence: evidenceOf(fields, `not sent: ${detail}`),
});

/** A call that asks for something to be done: what its answer means, or that it never left. */
export async function request<T>(
  setup: Setup,
  call: Call,
  translate: (answer: Fields) => T,
): Promise<T | NoAnswer | ReturnType<typeof unsent>> {
  const answer = await exchange(setup, call);
  if (answer.kind === 'unknown') return answer;
  return answer.kind === 'not_sent' ? unsent(call.fields, answer.detail) : translate(answer.fields);
}

/** A call that only asks. */
export async function ask<T>(
  setup: Setup,
  call: Call,
  translate: (answer: Fields) => T,
): Promise<T | NoAnswer> {
  const answer = await exchange(setup, call);
  if (answer.kind === 'unknown') return answer;
  return answer.kind === 'not_sent'
    ? unasked(call.fields, answer.detail)
    : translate(answer.fields);
}
