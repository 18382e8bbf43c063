import type { ZodType } from 'zod';
import { sendCall } from '../client';
import type { Evidence, FailureReason, NoAnswer } from '../port';
import { createAccessTokens } from './access-tokens';
import type { Endpoint, Setup } from './config';
import { type ErrorMeaning, meaningOf } from './error-codes';
import { ofError } from './evidence';
import { readJson } from './read-json';
import { type ErrorInfo, errorInfo } from './schema';
import { correlatorOf } from './values';

/** One operation of the standard, about one of our numbers. */
export interface Call<T> {
  operation: string;
  method: 'GET' | 'POST';
  /** Behind the endpoint's apiRoot, with its query. */
  path: string;
  channelOrderNo: string;
  content?: object;
  /** The one status that means "done", and the shape of its body where it has one. */
  done: 200 | 201 | 202 | 204;
  shape: ZodType<T>;
}

export interface Refused {
  kind: 'refused';
  meaning: ErrorMeaning;
  error: ErrorInfo;
  evidence: Evidence;
}

export type Answer<T> =
  /** `total`: how many a list has in all, where the carrier tells. */
  | { kind: 'done'; content: T; total?: number }
  | Refused
  | { kind: 'not_sent'; evidence: Evidence }
  | NoAnswer;

export type Exchange = <T>(endpoint: Endpoint, call: Call<T>) => Promise<Answer<T>>;

const NO_BODY = Buffer.alloc(0);

/** Calls with an access token, renewed once where a carrier turns it away. */
export function createExchange(setup: Setup): Exchange {
  const tokenFor = createAccessTokens(setup);

  async function send<T>(endpoint: Endpoint, call: Call<T>, token: string): Promise<Answer<T>> {
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'x-correlator': correlatorOf(call.channelOrderNo, call.operation),
      ...(call.content ? { 'content-type': 'application/json' } : {}),
    };
    const body = call.content ? Buffer.from(JSON.stringify(call.content)) : NO_BODY;
    const url = endpoint.apiRoot + call.path;
    const reply = await sendCall({ method: call.method, url, headers, body }, setup.timeoutMs);
    if (reply.kind === 'not_sent') return notSent(call, reply.detail);
    if (reply.kind === 'lost') return noAnswer(call, reply.cause, reply.detail);
    if (reply.status !== call.done) return readError(call, reply);
    if (call.done === 202 || call.done === 204) {
      return { kind: 'done', content: call.shape.parse(undefined) };
    }
    const content = readJson(reply.body, call.shape);
    if (content === undefined) {
      return noAnswer(
        call,
        'unreadable',
        `the answer is none of the standard (HTTP ${reply.status})`,
      );
    }
    const total = /^[0-9]{1,9}$/.exec(reply.headers.get('x-total-count') ?? '');
    return { kind: 'done', content, ...(total ? { total: Number(total[0]) } : {}) };
  }

  return async function exchange<T>(endpoint: Endpoint, call: Call<T>): Promise<Answer<T>> {
    const token = await tokenFor(endpoint);
    if (token.kind === 'none') return notSent(call, token.detail);
    const answer = await send(endpoint, call, token.text);
    if (answer.kind !== 'refused' || answer.meaning !== 'unauthenticated') return answer;
    const newer = await tokenFor(endpoint, token.text);
    return newer.kind === 'none' ? answer : send(endpoint, call, newer.text);
  };
}

/** An error counts when it is the standard's: whoever stands between us and the carrier has other words. */
function readError<T>(call: Call<T>, reply: { status: number; body: Uint8Array }): Answer<T> {
  const error = readJson(reply.body, errorInfo);
  if (!error || error.status !== reply.status) {
    return noAnswer(
      call,
      'unreadable',
      `the answer is none of the standard (HTTP ${reply.status})`,
    );
  }
  const evidence = ofError(call.operation, error);
  return { kind: 'refused', meaning: meaningOf(error), error, evidence };
}

const about = ({ operation, channelOrderNo }: Call<unknown>, problem: string): Evidence => ({
  operation,
  referenceCode: channelOrderNo,
  problem,
});

const noAnswer = (call: Call<unknown>, cause: NoAnswer['cause'], problem: string): NoAnswer => ({
  kind: 'unknown',
  cause,
  evidence: about(call, problem),
});

const notSent = (call: Call<unknown>, detail: string) =>
  ({ kind: 'not_sent', evidence: about(call, `not sent: ${detail}`) }) as const;

/** A question that taught nothing: not sent, or refused for a reason of its own. */
export const unasked = ({ evidence }: { evidence: Evidence }): NoAnswer => ({
  kind: 'unknown',
  cause: 'transport',
  evidence,
});

export const unclear = (evidence: Evidence, problem?: string): NoAnswer => ({
  kind: 'unknown',
  cause: 'unreadable',
  evidence: problem === undefined ? evidence : { ...evidence, problem },
});

export const failed = (reason: FailureReason, evidence: Evidence) =>
  ({ kind: 'failed', reason, evidence }) as const;
