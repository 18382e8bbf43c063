import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openapiDocument } from '@/lib/api/openapi-document';
import { OPERATIONS } from '@/lib/api/operations';
import { Cashier } from '@/lib/sdk/client';
import { clientSource, type OpenApiDocument } from '@/lib/sdk/generator/client-source';

const document = openapiDocument(OPERATIONS, 'https://cashier.example');
const kept = readFileSync(
  new URL('../../../lib/sdk/generated/operations.ts', import.meta.url),
  'utf8',
);

test('the client’s types and methods are those of the API; `npm run sdk` makes them', () => {
  expect(kept).toBe(clientSource(document as unknown as OpenApiDocument));
});

test('every operation of the API has a method of the client', () => {
  const client = new Cashier({ origin: 'https://cashier.example', apiKey: 'k' });
  const without = OPERATIONS.filter(({ id }) => typeof Reflect.get(client, id) !== 'function');
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('a change of a field changes the client', () => {
  const text = JSON.stringify(document);
  const changed = text.replaceAll('"pay_url"', '"payment_url"');
  expect(changed).not.toBe(text);
  expect(clientSource(JSON.parse(changed))).not.toBe(kept);
});
