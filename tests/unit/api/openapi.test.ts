import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type OpenApiDocument, openapiDocument } from '@/lib/api/openapi-document';
import { operation } from '@/lib/api/operation';
import { OPERATIONS } from '@/lib/api/operations';

const ORIGIN = 'https://pay.example';
const written = () => openapiDocument(OPERATIONS, ORIGIN);

/** Every object in the document, with where it is. */
function* objectsIn(value: unknown, at = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${at}/${key}`);
}

/** What a reader of the reference would stumble over, beside the specification's own rules. */
function lint(document: OpenApiDocument): string[] {
  const found: string[] = [];
  const referred = new Set<string>();
  for (const [at, object] of objectsIn(document)) {
    if (typeof object.$ref === 'string') referred.add(object.$ref);
    if (object.properties && object.type !== 'object') found.push(`${at}: fields of no object`);
    for (const name of Object.keys(object.properties ?? {})) {
      if (!/^[a-z][a-z0-9_]*$/.test(name)) found.push(`${at}: ${name} is not snake_case`);
    }
    const { amount } = (object.properties ?? {}) as Record<string, object>;
    if (amount && !/"integer"/.test(JSON.stringify(amount))) {
      found.push(`${at}: an amount that is no integer`);
    }
  }
  const known = Object.entries(document.components).flatMap(([kind, all]) =>
    Object.keys(all).map((name) => `#/components/${kind}/${name}`),
  );
  for (const ref of referred) if (!known.includes(ref)) found.push(`${ref}: leads nowhere`);
  for (const one of known) {
    const isScheme = one.startsWith('#/components/securitySchemes/');
    if (!isScheme && !referred.has(one)) found.push(`${one}: is not used`);
  }
  return found;
}

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate({ ...written() });
  expect(result).toMatchObject({ valid: true });
  const { openapi, ...without } = written();
  expect(openapi).toMatch(/^3\.1\./);
  expect(
    await new Validator().validate({ ...without, openapi: '3.1.0', paths: { orders: {} } }),
  ).toMatchObject({
    valid: false,
  });
});

test('it is clean: everything referred to is there and used, names and amounts keep to one way', () => {
  expect(lint(written())).toEqual([]);
});

test('the lint finds what it is there for', () => {
  const planted = operation({
    id: 'getThing',
    method: 'GET',
    path: '/api/v1/things',
    tag: 'orders',
    summary: 'Get a thing',
    answers: {
      200: {
        description: 'A thing',
        schema: z.strictObject({ amount: z.string(), orderId: z.string() }),
      },
    },
    refusals: [],
  });
  const document = openapiDocument([planted], ORIGIN);
  document.components.schemas = { ...document.components.schemas, Unused: { type: 'object' } };
  const problems = lint(document).join('\n');
  for (const one of ['orderId is not snake_case', 'no integer', 'Unused: is not used']) {
    expect(problems).toContain(one);
  }
});

test('it is the same text every time, and has every call of the table', () => {
  expect(JSON.stringify(written())).toBe(JSON.stringify(written()));
  const calls = Object.entries(written().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(calls.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
});

test('its examples fit its own schemas', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const document = written();
  ajv.addSchema({ ...document, $id: 'openapi' });
  for (const { id, method, path, example } of OPERATIONS) {
    if (!example) continue;
    const at = `openapi#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`;
    const pointer = `${at}/requestBody/content/application~1json/schema`;
    const isFit = ajv.getSchema(encodeURI(pointer).replaceAll('%23', '#'));
    expect([id, isFit?.(example)]).toEqual([id, true]);
  }
});

test('two schemas of one name are not mixed up', () => {
  const thing = (schema: z.ZodType, path: `/api/v1/${string}`) =>
    operation({
      id: path,
      method: 'GET',
      path,
      tag: 'orders',
      summary: 'Get',
      answers: { 200: { description: 'It', schema: schema.meta({ id: 'Twice' }) } },
      refusals: [],
    });
  const two = [
    thing(z.strictObject({ a: z.string() }), '/api/v1/a'),
    thing(z.strictObject({ b: z.string() }), '/api/v1/b'),
  ];
  expect(() => openapiDocument(two, ORIGIN)).toThrow('two schemas are called Twice');
});
