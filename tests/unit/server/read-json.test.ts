import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson, UnplainNumber } from '@/app/_server/read-json';

const read = (text: string | Uint8Array) =>
  readJson(typeof text === 'string' ? new TextEncoder().encode(text) : text);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const refusalOf = (text: string | Uint8Array) => {
  try {
    read(text);
  } catch (error) {
    return error as { code: string; fields: { path: string }[] };
  }
  throw new Error('it was read');
};

test('what JSON.parse reads is read the same', () => {
  const safe = fc.jsonValue({ noUnicodeString: false }).filter((value) => {
    const text = JSON.stringify(value);
    return !/__proto__|\\u0000|\\ud[89a-f]/i.test(text) && !/\d[.eE]|\d{16}/.test(text);
  });
  fc.assert(
    fc.property(safe, fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(plain(read(text))).toEqual(JSON.parse(text));
    }),
    { numRuns: 2_000 },
  );
});

test('what JSON.parse refuses is refused', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '1',
      '-',
      '0',
      '.',
      'e',
      'true',
      'nul',
      ' ',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      let parsed = true;
      try {
        JSON.parse(text);
      } catch {
        parsed = false;
      }
      if (parsed) return;
      expect(refusalOf(text).code).toMatch(/^(invalid_json|duplicate_json_key)$/);
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['', ''],
  [' ', ''],
  ['{"a":1', ''],
  ['{"a":1,}', ''],
  ["{'a':1}", ''],
  ['{"a" 1}', 'a'],
  ['{"a":}', 'a'],
  ['[1,]', '[1]'],
  ['{"a":01}', ''],
  ['{"a":+1}', 'a'],
  ['{"a":.5}', 'a'],
  ['{"a":NaN}', 'a'],
  ['{"a":1} {"b":2}', ''],
  ['{"a":"\t"}', 'a'],
  ['{"a":"\\x"}', 'a'],
  ['{"a":"\\u12"}', 'a'],
  ['{"a":"\\ud800"}', 'a'],
  ['{"a":"\\u0000"}', 'a'],
  ['{"a\\u0000":1}', ''],
  ['{"__proto__":1}', '__proto__'],
  ['{"a":[{"\\u005f_proto__":{}}]}', 'a[0].__proto__'],
  ['\ufeff{}', ''],
  ['// {}', ''],
])('%j is not JSON that we take, at %j', (text, path) => {
  const refusal = refusalOf(text);
  expect(refusal.code).toBe('invalid_json');
  expect(refusal.fields[0]?.path).toBe(path);
});

test.each([
  ['{"a":1,"a":1}', 'a'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"m":{"k":"1","k":"2"}}', 'm.k'],
  ['[{"x":[{"y":1,"y":2}]}]', '[0].x[0].y'],
])('%s repeats a key at %s', (text, path) => {
  expect(refusalOf(text)).toMatchObject({ code: 'duplicate_json_key', fields: [{ path }] });
});

test.each(['1.0', '1.5', '1e2', '1E+2', '100e-2', '9007199254740992', '-9007199254740992'])(
  '%s is kept as it was written, and no number field takes it',
  (text) => {
    expect(read(`[${text}]`)).toEqual([new UnplainNumber(text)]);
  },
);

test.each(['0', '-1', '9007199254740991'])('%s is a plain number', (text) => {
  expect(read(text)).toBe(Number(text));
});

test('bytes that are not UTF-8 are refused', () => {
  expect(refusalOf(Uint8Array.of(0x22, 0xff, 0x22)).code).toBe('invalid_json');
  expect(refusalOf(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)).code).toBe('invalid_json');
  expect(refusalOf(Uint8Array.of(0x22, 0xc0, 0x80, 0x22)).code).toBe('invalid_json');
});

test('deep nesting is refused long before it could hurt', () => {
  expect(refusalOf('['.repeat(60_000)).code).toBe('invalid_json');
  expect(refusalOf('{"a":'.repeat(10_000)).code).toBe('invalid_json');
  expect(plain(read('[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]'))).toBeDefined();
});

test('64 kB of one text or of many small ones is read in no time', () => {
  // Of the processor's own time: on a busy machine the clock runs on in between.
  const started = process.cpuUsage();
  read(`"${'a'.repeat(64 * 1024)}"`);
  read(`[${Array(20_000).fill('""').join(',')}]`);
  refusalOf(`"${'\\'.repeat(64 * 1024 - 1)}`);
  refusalOf(`{"${'k'.repeat(60_000)}":1`);
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
});

test('a place in a refusal stays short, however long the key', () => {
  const { fields } = refusalOf(`{"${'k'.repeat(60_000)}":1,"${'k'.repeat(60_000)}":1}`);
  expect(fields[0]?.path.length).toBe(100);
});
