import { z } from 'zod';
import type { Operation } from '@/lib/api/operation';
import { OPERATIONS } from '@/lib/api/operations';
import { OF_NO_CALL, refusalsOf, WHILE_AWAY } from '@/lib/api/refusals-of';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';

const problemSchema = z.strictObject({
  type: z.string().regex(/^urn:cashier:problem:/),
  title: z.string().min(1),
  status: z.int(),
  instance: z.string(),
  code: z.string(),
  doc_url: z.url().regex(/\/docs\/errors#[a-z_]+$/),
  request_id: z.string().regex(/^req_/),
  errors: z.array(z.strictObject({ path: z.string(), problem: z.string() })).optional(),
});

/** What of an answer is looked at. */
interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
}

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code);

const patternOf = ({ path }: Operation): RegExp =>
  new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
const PATTERNS = OPERATIONS.map((operation) => [patternOf(operation), operation] as const);

export const operationAt = (method: string, path: string): Operation | undefined =>
  isText(path)
    ? PATTERNS.find(([pattern, one]) => one.method === method && pattern.test(path))?.[1]
    : undefined;

/** An address whose escapes are no text names nothing. */
function isText(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

let mayBeAway = false;

/** For a test that takes the database away: any call may be answered so meanwhile, and elsewhere none. */
export function whileDatabaseIsAway(isAway: boolean): void {
  mayBeAway = isAway;
}

/**
 * Holds an answer of the merchant API against the table that the reference is made from.
 * @throws Error that says what the table does not know
 */
export function checkAnswer(
  { method, path }: { method: string; path: string },
  answer: ApiAnswer,
): void {
  const at = `${method} ${path} → ${answer.status}`;
  // No call: who asks what there is.
  if (method === 'OPTIONS' && answer.status === 204) return;
  const operation = operationAt(method, path);
  if (!answer.headers.get('x-request-id')) throw new Error(`${at}: nothing to be known by`);
  if (!operation) {
    mustRefuse(at, answer, OF_NO_CALL);
    return;
  }
  const described = operation.answers[answer.status];
  if (described && answer.status < 400) {
    if ('file' in described) {
      const type = answer.headers.get('content-type');
      if (!type?.startsWith(described.file)) throw new Error(`${at}: no file`);
      return;
    }
    mustFit(`${at}: ${operation.id}`, described.schema, answer.text);
    return;
  }
  const away = mayBeAway ? [WHILE_AWAY] : [];
  mustRefuse(`${at}: ${operation.id}`, answer, [...refusalsOf(operation), ...away]);
}

/** The answer has to be a problem of one of these codes, whole and true to its headers. */
function mustRefuse(at: string, answer: ApiAnswer, codes: readonly RefusalCode[]): void {
  if (answer.headers.get('content-type') !== 'application/problem+json') {
    throw new Error(`${at}: does not describe this status`);
  }
  const problem = mustFit(`${at}: problem`, problemSchema, answer.text);
  const { code, status } = problem;
  if (code === 'internal_error') throw new Error(`${at}: broke`);
  const isDescribed = isRefusalCode(code) && codes.includes(code);
  if (!isDescribed) throw new Error(`${at}: does not describe ${code}`);
  if (status !== answer.status || REFUSALS[code].status !== status) {
    throw new Error(`${at}: ${code} has another status`);
  }
  const requestId = answer.headers.get('x-request-id');
  const isTrue =
    problem.request_id === requestId &&
    problem.instance === `urn:cashier:request:${requestId}` &&
    problem.type === `urn:cashier:problem:${code}` &&
    problem.doc_url.endsWith(`#${code}`);
  if (!isTrue) throw new Error(`${at}: ${code} contradicts itself`);
  const waits = status === 429 || code === WHILE_AWAY || code === 'idempotency_in_progress';
  if (waits && !/^[1-9]\d*$/.test(answer.headers.get('retry-after') ?? '')) {
    throw new Error(`${at}: ${code} does not say when to come back`);
  }
  if (status === 405 && !answer.headers.get('allow')) {
    throw new Error(`${at}: it does not say what is allowed`);
  }
}

function mustFit<T>(what: string, schema: z.ZodType<T>, text: string): T {
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(`${what} does not fit its schema:\n${z.prettifyError(parsed.error)}`);
}
