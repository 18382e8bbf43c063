import type { Outcome } from '../port';
import { postForm } from './client';
import type { Setup } from './config';
import { evidenceOf, maskText } from './evidence';
import { decodeUtf8, type Fields, readAnswer } from './read-fields';
import { signFields, verifyFields } from './sign';

export type Exchange =
  | { kind: 'verified'; fields: Fields }
  | { kind: 'not_sent'; detail: string }
  | Extract<Outcome, { kind: 'unknown' }>;

/**
 * Signs, sends, reads and verifies one server-to-server call. Only an answer whose signature,
 * certificate and signer hold at the moment `at` comes back as fields.
 */
export async function exchange(
  setup: Setup,
  path: string,
  fields: Fields,
  at: Date,
): Promise<Exchange> {
  const signed = signFields(fields, setup.signer);
  const reply = await postForm(setup.gatewayOrigin + path, signed, setup.timeoutMs);
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
export const unasked = (fields: Fields, detail: string): Outcome => ({
  kind: 'unknown',
  cause: 'transport',
  evidence: evidenceOf(fields, `not sent: ${detail}`),
});

/** A request that was not sent: it may go out again, under the same number. */
export const unsent = (fields: Fields, detail: string): Outcome => ({
  kind: 'failed',
  reason: 'not_received',
  evidence: evidenceOf(fields, `not sent: ${detail}`),
});
