import { sameSignature, signAnswer, signCall, timestampOf } from '../call-signature';
import { sendCall } from '../client';
import type { NoAnswer } from '../port';
import type { Setup } from './config';
import { evidenceOf } from './evidence';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from './headers';
import type { Call } from './requests';
import { type Message, message } from './schema';

export type Exchange =
  | { kind: 'verified'; message: Message }
  | { kind: 'not_sent'; detail: string }
  | NoAnswer;

/**
 * One signed call and its verified answer. Whatever has no signature of the channel over this very
 * call, or is about another number, tells nothing, whatever its status says.
 */
export async function exchange(setup: Setup, call: Call): Promise<Exchange> {
  const body = Buffer.from(JSON.stringify(call.content));
  const path = `/netsunion/${call.msgTp}`;
  const timestamp = timestampOf(setup.now());
  const signature = signCall(setup.keys.sign, { timestamp, method: 'POST', path }, body);
  const headers = {
    'content-type': 'application/json',
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: signature,
  };
  const url = setup.origin + path;
  const reply = await sendCall({ method: 'POST', url, headers, body }, setup.timeoutMs);
  if (reply.kind === 'not_sent') return reply;
  if (reply.kind === 'lost') return noAnswer(call, reply.cause, reply.detail);
  const expected = signAnswer(setup.keys.sign, signature, reply);
  if (!sameSignature(reply.headers.get(SIGNATURE_HEADER) ?? undefined, expected)) {
    return noAnswer(call, 'unreadable', `the answer cannot be trusted (HTTP ${reply.status})`);
  }
  const read = message.safeParse(readJson(reply.body));
  if (reply.status !== 200 || !read.success) {
    return noAnswer(call, 'unreadable', `the answer is no message (HTTP ${reply.status})`);
  }
  const foreign = firstDifference(read.data, call, setup);
  if (foreign) return noAnswer(call, 'unreadable', `${foreign} is not ours`);
  return { kind: 'verified', message: read.data };
}

function firstDifference({ MsgHeader, MsgBody }: Message, call: Call, { issuerId }: Setup) {
  if (MsgHeader.MsgTp !== call.msgTp) return 'MsgTp';
  if (MsgHeader.IssrId !== issuerId) return 'IssrId';
  if (MsgHeader.TrxId !== call.trxId) return 'TrxId';
  // A call that was not even read has an answer about no order.
  if (!MsgBody.BizInf) return undefined;
  if (MsgBody.OrdrInf?.OrdrId !== call.ordrId) return 'OrdrId';
  return MsgBody.OrdrInf.MrchntNo === call.merchantNo ? undefined : 'MrchntNo';
}

const noAnswer = (call: Call, cause: NoAnswer['cause'], problem: string): NoAnswer => ({
  kind: 'unknown',
  cause,
  evidence: evidenceOf(call.content, problem),
});

/** A question that was not sent leaves everything as unknown as it was. */
export const unasked = (call: Call, detail: string): NoAnswer =>
  noAnswer(call, 'transport', `not sent: ${detail}`);

/** A request that was not sent: it may go out again, under the same number. */
export const unsent = (call: Call, detail: string) =>
  ({
    kind: 'failed',
    reason: 'not_received',
    evidence: evidenceOf(call.content, `not sent: ${detail}`),
  }) as const;

/** The content of UTF-8 JSON; undefined for anything else. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
