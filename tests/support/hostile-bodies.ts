import { z } from 'zod';
import type { Operation } from '@/lib/api/operation';

/** JSON texts of values that something might stumble over. */
const VALUES: readonly string[] = [
  ...['null', 'true', '0', '-0', '-1', '1', '1.5', '1.0', '1e2', '1e400', '-1e-400'],
  ...['9007199254740991', '9007199254740993', '9223372036854775808'],
  ...['[]', '[[]]', '[1,2]', '{}', '{"a":1}', '[{"a":[{}]}]'],
  '{"constructor":{"prototype":{"amount":1}}}',
  '{"toString":"x","hasOwnProperty":"x","then":"x"}',
  '{"__proto__":{"amount":1}}',
  '{"a":1,"a":2}',
  `${'['.repeat(15)}${']'.repeat(15)}`,
  `${'{"a":'.repeat(400)}1${'}'.repeat(400)}`,
  ...['""', '" "', '"0"', '"1e2"', '"１２"', '"null"', '"__proto__"', '"constructor"'],
  ...['"\\u0000"', '"a\\u0000b"', '"\\ud83e"', '"\\udd11\\ud83e"', '"\\u202eabc"', '"\\ufeff"'],
  ...['"\\u2028"', '"a\\u0301"', '"ﷺ"', '"🤑🤑"', '"\\r\\nSet-Cookie: a=b"', '"\\u001b[2J"'],
  '"\'; DROP TABLE orders; --"',
  ...['"{{7*7}}<%= 7 %>"', '"<script>alert(1)</script>"', '"../../etc"'],
  ...['"%00"', '"%"', '"2026-13-45T99:99:99Z"', '"0000-01-01T00:00:00Z"', '"9999-12-31"'],
  ...['"http://[::1"', '"https://shop.example@evil.example"', '"javascript:alert(1)"', '"//evil"'],
  ...[
    '"https://shop.example:99999/"',
    '"https://127.0.0.1/"',
    '"ftp://a"',
    '"whsec_!"',
    '"data:,"',
  ],
  `"${'a'.repeat(5_000)}"`,
  `"${'🤑'.repeat(600)}"`,
  `"${'9'.repeat(400)}"`,
  '9'.repeat(400),
];

/** Whole bodies, whatever the fields are. */
const BODIES: readonly string[] = [
  ...[
    '',
    ' ',
    '{',
    '}',
    '{}{}',
    '[]',
    'null',
    '1',
    '"x"',
    'NaN',
    "{'a':1}",
    '{"a":1,}',
    '\ufeff{}',
  ],
  ...[
    '{"":1}',
    '{"\\u0000":1}',
    '{"\\ud83e":1}',
    '{"__proto__":{}}',
    '{"constructor":1}',
    '/**/{}',
  ],
  ...['{"toString":1}', '{"hasOwnProperty":1}', '{"prototype":1}', '{"a":{"a":1,"a":1}}'],
  '['.repeat(5_000),
  `{"${'k'.repeat(20_000)}":1}`,
  `{"a":"${'a'.repeat(70_000)}"}`,
];

const MARK = '"@@here@@"';
/** JSON leaves out what is a function. */
const LEFT_OUT = () => undefined;

/**
 * Bodies that a call must answer with what it says of itself, and never break at: each field of the
 * schema, at every depth, with each hostile value, left out, written twice and misspelt; and bodies that are
 * none. Made from the operation, so that a new one is covered as it comes.
 * @param fresh gives the right body, with a number of its own each time
 * @param oneIn of the bodies that the schema refuses, one in so many; what it lets through comes always
 */
export function* hostileBodies(
  { body }: Operation,
  fresh: () => Record<string, unknown>,
  oneIn = 1,
): Generator<string> {
  yield* BODIES;
  if (!body) return;
  const fields = fieldsOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }));
  for (const [place, path] of fields.entries()) {
    const text = JSON.stringify(withField(fresh(), path));
    const [before = '', after = ''] = text.split(MARK);
    for (const [nth, value] of VALUES.entries()) {
      // A number of its own for each, where it is another field that is hostile.
      const [start = before, end = after] = JSON.stringify(withField(fresh(), path)).split(MARK);
      const hostile = `${start}${value}${end}`;
      // Each value comes to some field, and each field gets some values.
      if ((place + nth) % oneIn === 0 || isLetThrough(body, hostile)) yield hostile;
    }
    const name = JSON.stringify(path.at(-1));
    yield `${before}1,${name}:1${after}`;
    yield before.replace(new RegExp(`${name}:$`), `${JSON.stringify(`${path.at(-1)} `)}:1`) + after;
    yield JSON.stringify(withField(fresh(), path, LEFT_OUT));
  }
}

function isLetThrough(schema: z.ZodType, text: string): boolean {
  try {
    return schema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
}

/** Where the fields are; of a map and of a list, one that stands for all. */
function fieldsOf(schema: unknown, path: string[] = []): string[][] {
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema as Schema;
  const named = Object.entries(properties).flatMap(([name, inner]) => [
    [...path, name],
    ...fieldsOf(inner, [...path, name]),
  ]);
  const isMap = typeof additionalProperties === 'object';
  const ofMap = isMap
    ? [[...path, 'any'], ...fieldsOf(additionalProperties, [...path, 'any'])]
    : [];
  const ofList = items ? [[...path, '0'], ...fieldsOf(items, [...path, '0'])] : [];
  return [...named, ...ofMap, ...ofList, ...anyOf.flatMap((one) => fieldsOf(one, path))];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body with something at that place, and with what leads there. */
function withField(
  body: unknown,
  [name = '', ...rest]: readonly string[],
  value: unknown = '@@here@@',
): unknown {
  if (name === '0') return [rest.length > 0 ? withField({}, rest, value) : value];
  const known = isRecord(body) ? body : {};
  const { [name]: inner, ...others } = known;
  // Last, so that a second one of the same name stands beside it.
  return { ...others, [name]: rest.length > 0 ? withField(inner, rest, value) : value };
}
