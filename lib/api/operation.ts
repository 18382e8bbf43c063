import type { z } from 'zod';
import type { RefusalCode } from '@/lib/core/refusals';

export type ApiMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export const TAGS = [
  'orders',
  'refunds',
  'agreements',
  'agreement migrations',
  'subscriptions',
  'payment links',
  'customers',
  'balances',
  'withdrawals',
  'webhooks',
] as const;
export type Tag = (typeof TAGS)[number];

/** What a call is answered with when all went well: JSON of a schema, or a file. */
export type OperationAnswer =
  | { description: string; schema: z.ZodType }
  | { description: string; file: 'text/csv' };

/**
 * One call of the merchant API, as data: the route takes what it parses from here, the reference and the client
 * are made from it, and the tests hold every answer against it.
 *
 * Bodies and queries are strict objects whose fields are snake_case. Amounts are whole fen as JSON integers, times
 * are ISO 8601 in UTC. An answer's schema is a strict object beside its presenter (`lib/<module>/schema.ts`), with
 * `.meta({ id: 'Order' })` where it has a name of its own. A list is `{ <plural>: […], next }`: `next` is the
 * `starting_after` of the following page, null at the end (`lib/core/page-schema.ts`).
 */
export interface Operation<Query = unknown, Body = unknown> {
  /** camelCase, as the client's function: `createOrder` of the constant CREATE_ORDER. */
  id: string;
  method: ApiMethod;
  /** As OpenAPI writes it: `/api/v1/orders/{id}`. */
  path: `/api/v1/${string}`;
  tag: Tag;
  /** A few English words, without a full stop. */
  summary: string;
  /** Whatever a caller has to know besides; Markdown. */
  description?: string;
  /** Without one, the call takes no query at all. */
  query?: z.ZodType<Query>;
  /** Of a POST or PATCH; `{}` is z.strictObject({}). */
  body?: z.ZodType<Body>;
  /** A body that is right in every field: shown in the reference, and where the fuzz begins. */
  example?: Record<string, unknown>;
  /** A body that is a file instead. */
  upload?: 'text/csv';
  answers: Readonly<Record<number, OperationAnswer>>;
  /** Its own ones; those that any call may get are added (`refusals-of.ts`). */
  refusals: readonly RefusalCode[];
}

/** Lets TypeScript read off what the query and the body become. */
export const operation = <Query = unknown, Body = unknown>(
  one: Operation<Query, Body>,
): Operation<Query, Body> => one;
