import { expect, test } from 'vitest';
import { z } from 'zod';
import { readIdempotencyKey } from '@/app/_server/idempotency-key';
import { parseInput } from '@/app/_server/parse-input';
import { MOST_BODY_BYTES, readBody, requireJson } from '@/app/_server/read-body';

const codeOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'fine';
};
const keyIn = (value: string) => readIdempotencyKey(new Headers({ 'Idempotency-Key': value }));

test.each([
  ['"8e03978e-40d5"', '8e03978e-40d5'],
  ['8e03978e-40d5', '8e03978e-40d5'],
  ['"with space, and comma"', 'with space, and comma'],
  ['"a\\"b\\\\c"', 'a"b\\c'],
  ['x'.repeat(255), 'x'.repeat(255)],
  [`"${'x'.repeat(255)}"`, 'x'.repeat(255)],
])('%s is the key %s', (header, key) => {
  expect(keyIn(header)).toBe(key);
});

test.each([
  '""',
  'x'.repeat(256),
  `"${'x'.repeat(256)}"`,
  '"a',
  'a"',
  '"a\\b"',
  'a, b',
  '"a", "b"',
  'é',
  '"é"',
])('%s is no key', async (header) => {
  expect(await codeOf(() => keyIn(header))).toBe('idempotency_key_invalid');
});

test('no key is another refusal than a bad one', async () => {
  expect(await codeOf(() => readIdempotencyKey(new Headers()))).toBe('idempotency_key_missing');
  expect(await codeOf(() => keyIn(' '))).toBe('idempotency_key_missing');
});

test.each([
  'application/json',
  'Application/JSON',
  'application/json; charset=utf-8',
  'application/json;charset="UTF-8"',
])('%s is JSON', async (type) => {
  expect(await codeOf(() => requireJson(new Headers({ 'content-type': type })))).toBe('fine');
});

test.each([
  '',
  'text/plain',
  'application/json; charset=gbk',
  'application/json-seq',
  'application/x-www-form-urlencoded',
  'text/json, application/json',
])('"%s" is not', async (type) => {
  const headers = new Headers(type ? { 'content-type': type } : {});
  expect(await codeOf(() => requireJson(headers))).toBe('unsupported_media_type');
});

test('a compressed body is not opened', async () => {
  const headers = new Headers({ 'content-type': 'application/json', 'content-encoding': 'gzip' });
  expect(await codeOf(() => requireJson(headers))).toBe('unsupported_media_type');
});

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);

/** A body that comes in pieces without saying how long it will be, and counts how far it was read. */
function pieces(count: number, size: number) {
  const read = { pieces: 0 };
  const stream = new ReadableStream({
    pull(controller) {
      read.pieces += 1;
      controller.enqueue(new Uint8Array(size));
      if (read.pieces === count) controller.close();
    },
  });
  return { stream, read };
}

test('64 kB are read, one byte more is refused', async () => {
  expect((await readBody(post(new Uint8Array(MOST_BODY_BYTES)))).length).toBe(MOST_BODY_BYTES);
  expect(await codeOf(() => readBody(post(new Uint8Array(MOST_BODY_BYTES + 1))))).toBe(
    'body_too_large',
  );
});

test('a body that says too little about its length is read no further than the limit', async () => {
  const { stream, read } = pieces(10_000, 1024);
  expect(await codeOf(() => readBody(post(stream, { 'content-length': '10' })))).toBe(
    'body_too_large',
  );
  expect(read.pieces).toBeLessThan(70);
});

test('a body that says it is too long is not read at all', async () => {
  const { stream, read } = pieces(3, 1);
  const request = post(stream, { 'content-length': '65537' });
  expect(await codeOf(() => readBody(request))).toBe('body_too_large');
  expect(read.pieces).toBeLessThan(2);
});

test('a body that breaks off is the caller’s to send again', async () => {
  const stream = new ReadableStream({
    pull(controller) {
      controller.error(new Error('aborted'));
    },
  });
  expect(await codeOf(() => readBody(post(stream)))).toBe('body_incomplete');
});

test('no body is an empty one', async () => {
  expect((await readBody(post(null))).length).toBe(0);
});

test('each field at fault is named by its path, unknown ones too, values never', () => {
  const schema = z.strictObject({ a: z.int('whole'), m: z.strictObject({ x: z.string() }) });
  try {
    parseInput(schema, { a: 'secret-value', m: { x: 'x', 'y\n': 'secret-value' }, b: 1, c: 2 });
    expect.unreachable();
  } catch (error) {
    const { code, fields } = error as { code: string; fields: { path: string }[] };
    expect(code).toBe('invalid_request');
    expect(fields.map(({ path }) => path).sort()).toEqual(['a', 'b', 'c', 'm.y\n']);
    expect(JSON.stringify(fields)).not.toContain('secret-value');
  }
});
