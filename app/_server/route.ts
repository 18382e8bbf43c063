import { performance } from 'node:perf_hooks';
import type { z } from 'zod';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { readIdempotencyKey } from './idempotency-key';
import { parseInput } from './parse-input';
import { brokenProblem, problemLocale, problemResponse, refusalProblem } from './problem';
import { readBody, requireJson } from './read-body';
import { readJson } from './read-json';
import { report } from './report';

/** What a use case answers an API call with: the status and the JSON text, exactly as stored. */
export interface Answer {
  status: number;
  body: string;
  /** A stored answer to the same request, given again. */
  hit?: boolean;
}

interface Call {
  merchantId: string;
  params: Record<string, string>;
}

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** A merchant API read: who → parse the query → run → answer. */
export function readRoute<Query>(spec: {
  query: z.ZodType<Query>;
  run: (query: Query, call: Call) => Promise<Answer>;
}): Handler {
  return answering(async (request, params) => {
    const { merchantId } = await authenticateApiKey(request.headers.get('authorization'));
    const query = parseInput(spec.query, queryFields(new URL(request.url).searchParams));
    return spec.run(query, { merchantId, params });
  });
}

/**
 * A merchant API change: raw body, limited → who → Idempotency-Key → JSON → strict schema → run →
 * answer. The body is read first, so that a signature over the raw bytes can be part of "who".
 */
export function writeRoute<Body>(spec: {
  body: z.ZodType<Body>;
  run: (body: Body, call: Call & { idempotencyKey: string }) => Promise<Answer>;
}): Handler {
  return answering(async (request, params) => {
    const raw = await readBody(request);
    const { merchantId } = await authenticateApiKey(request.headers.get('authorization'));
    requireJson(request.headers);
    const idempotencyKey = readIdempotencyKey(request.headers);
    const body = parseInput(spec.body, readJson(raw));
    return spec.run(body, { merchantId, params, idempotencyKey });
  });
}

/** The only try/catch between the merchant API and lib. What is no JSON comes as a response of its own. */
export function answering(
  run: (request: Request, params: Record<string, string>) => Promise<Answer | Response>,
): Handler {
  return async (request, context) => {
    const requestId = newId('req');
    const startedAt = performance.now();
    const where = `${request.method} ${new URL(request.url).pathname}`;
    try {
      const answer = await run(request, await context.params);
      const durationMs = Math.round(performance.now() - startedAt);
      log().info({ requestId, where, status: answer.status, durationMs }, 'answered');
      return answer instanceof Response ? answer : answerResponse(answer, requestId);
    } catch (error) {
      const locale = problemLocale(request);
      const sorted = report(error, where, requestId);
      const problem =
        sorted.kind === 'refused' ? refusalProblem(sorted.refusal, locale) : brokenProblem(locale);
      return problemResponse(problem, requestId, locale);
    }
  };
}

const answerResponse = (answer: Answer, requestId: string): Response =>
  new Response(answer.body, {
    status: answer.status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...(answer.hit ? { 'Idempotency-Hit': 'true' } : {}),
    },
  });

/** A parameter given more than once stays a list, which no schema of ours takes. */
function queryFields(query: URLSearchParams): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(query.keys())) {
    const [first = '', ...more] = query.getAll(name);
    fields[name] = more.length === 0 ? first : [first, ...more];
  }
  return fields;
}
