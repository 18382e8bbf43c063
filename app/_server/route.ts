import type { z } from 'zod';
import type { Operation } from '@/lib/api/operation';
import { assert } from '@/lib/core/assert';
import { noQuerySchema } from '@/lib/orders/schema';
import { type Answer, type ApiCall, apiRoute, type Handler } from './api-route';
import { readIdempotencyKey } from './idempotency-key';
import { parseInput } from './parse-input';
import { readBody, requireJson } from './read-body';
import { readJson } from './read-json';
import { refuseQuery } from './refuse-query';

/** A merchant API read: who → parse the query → run → answer. */
export const readRoute = <Query>({
  operation,
  run,
}: {
  operation: Operation<Query, unknown>;
  run: (query: Query, call: ApiCall) => Promise<Answer>;
}): Handler =>
  apiRoute(operation, async ({ request, enter, note }) => {
    const call = await enter();
    const given = queryFields(new URL(request.url).searchParams);
    note({ input: given });
    const schema = operation.query ?? (noQuerySchema as z.ZodType<unknown> as z.ZodType<Query>);
    return run(parseInput(schema, given), call);
  });

/**
 * A merchant API change: raw body, limited → who → no query → Idempotency-Key → JSON → strict schema → run →
 * answer. The body is read first, so that a signature over the raw bytes can be part of "who".
 */
export const writeRoute = <Body>({
  operation,
  run,
}: {
  operation: Operation<unknown, Body>;
  run: (body: Body, call: ApiCall & { idempotencyKey: string }) => Promise<Answer>;
}): Handler =>
  apiRoute(operation, async ({ request, enter, note }) => {
    const raw = await readBody(request);
    const call = await enter(raw);
    refuseQuery(request);
    requireJson(request.headers);
    const idempotencyKey = readIdempotencyKey(request.headers);
    note({ idempotencyKey });
    const given = readJson(raw);
    note({ input: given });
    assert(operation.body, `${operation.id} takes a body`);
    return run(parseInput(operation.body, given), { ...call, idempotencyKey });
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
