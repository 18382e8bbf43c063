import type { z } from 'zod';
import { env } from '@/lib/core/env';
import { collectSchemas, type JsonSchema } from './json-schema';
import { ABOUT, ANSWER_HEADERS, PARAMETERS, PROBLEM, STATUS_WORDS } from './openapi-parts';
import { type Operation, type OperationAnswer, TAGS } from './operation';
import { OPERATIONS } from './operations';
import { refusalsByStatus, WHILE_AWAY } from './refusals-of';
import { NEWEST_VERSION } from './version-rules';

export interface OpenApiDocument {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  security: Record<string, never[]>[];
  paths: Record<string, Record<string, object>>;
  components: Record<string, Record<string, object>>;
}

/** The merchant API as OpenAPI 3.1: the same text for the same table, every time. */
export function openapiDocument(
  operations: readonly Operation[] = OPERATIONS,
  origin: string = env().APP_ORIGIN,
): OpenApiDocument {
  const schemas = collectSchemas();
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const shown = operationObject(operation, schemas.of);
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: shown,
    };
  }
  const used = new Set(operations.map(({ tag }) => tag));
  return {
    openapi: '3.1.1',
    info: { title: 'Cashier API', version: NEWEST_VERSION, description: ABOUT },
    servers: [{ url: origin }],
    tags: TAGS.filter((tag) => used.has(tag)).map((name) => ({ name })),
    security: [{ apiKey: [] }],
    paths,
    components: {
      schemas: { ...schemas.named(), Problem: PROBLEM },
      parameters: PARAMETERS,
      headers: ANSWER_HEADERS,
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: '`sk_test_…` or `sk_live_…`' },
      },
    },
  };
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => JsonSchema;

function operationObject(operation: Operation, schemaOf: SchemaOf): object {
  const { id, tag, summary, description, method } = operation;
  const changes = method === 'POST' || method === 'PATCH';
  const body = requestBody(operation, schemaOf);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    parameters: [
      ...pathParameters(operation.path),
      ...queryParameters(operation, schemaOf),
      { $ref: '#/components/parameters/CashierVersion' },
      ...(changes ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: responses(operation, schemaOf),
  };
}

const pathParameters = (path: string): object[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters({ query }: Operation, schemaOf: SchemaOf): object[] {
  if (!query) return [];
  const { properties: written = {}, required = [] } = schemaOf(query, 'input');
  const { properties: read = {} } = schemaOf(query, 'output');
  return Object.entries(written).map(([name, { description, ...asText }]) => {
    // Digits that are read as a number are a number to whoever calls.
    const isNumber = read[name]?.type === 'integer';
    const { description: _, ...schema } = (isNumber && read[name]) || asText;
    return {
      name,
      in: 'query',
      required: required.includes(name),
      ...(description ? { description } : {}),
      schema,
    };
  });
}

function requestBody({ body, upload, example }: Operation, schemaOf: SchemaOf): object | undefined {
  if (upload) {
    return { required: true, content: { [upload]: { schema: { type: 'string' } } } };
  }
  if (!body) return undefined;
  const schema = schemaOf(body, 'input');
  return {
    required: true,
    content: { 'application/json': { schema, ...(example ? { example } : {}) } },
  };
}

function responses(operation: Operation, schemaOf: SchemaOf): object {
  const answers: Record<string, object> = {};
  for (const [status, answer] of Object.entries(operation.answers)) {
    answers[status] = answerObject(operation, answer, schemaOf);
  }
  for (const [status, codes] of refusalsByStatus(operation)) {
    answers[status] = problemObject(status, codes);
  }
  answers['500'] = problemObject(500, ['internal_error']);
  answers['503'] = problemObject(503, [WHILE_AWAY]);
  return answers;
}

const header = (name: keyof typeof ANSWER_HEADERS) => ({ $ref: `#/components/headers/${name}` });

function answerObject({ method }: Operation, answer: OperationAnswer, schemaOf: SchemaOf): object {
  const isJson = 'schema' in answer;
  return {
    description: answer.description,
    headers: {
      'X-Request-Id': header('RequestId'),
      'Cashier-Version': header('CashierVersion'),
      ...(method === 'POST' || method === 'PATCH'
        ? { 'Idempotency-Hit': header('IdempotencyHit') }
        : {}),
    },
    content: isJson
      ? { 'application/json': { schema: schemaOf(answer.schema, 'output') } }
      : { [answer.file]: { schema: { type: 'string' } } },
  };
}

function problemObject(status: number, codes: readonly string[]): object {
  const of = { type: 'object', properties: { code: { enum: [...codes].sort() } } };
  const waits = status === 429 || status === 503 || codes.includes('idempotency_in_progress');
  const list = [...codes].sort().map((code) => `\`${code}\``);
  return {
    description: `${STATUS_WORDS[status] ?? 'Refused'}: ${list.join(', ')}`,
    headers: {
      'X-Request-Id': header('RequestId'),
      ...(waits ? { 'Retry-After': header('RetryAfter') } : {}),
    },
    content: {
      'application/problem+json': {
        schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, of] },
      },
    },
  };
}
