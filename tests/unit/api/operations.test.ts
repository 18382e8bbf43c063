import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OPERATIONS } from '@/lib/api/operations';
import { refusalsOf } from '@/lib/api/refusals-of';
import { REFUSALS } from '@/lib/core/refusals';
import { ROOT } from '@/scripts/lib/paths.mjs';

const KINDS = {
  GET: ['read', 'download'],
  POST: ['write', 'upload'],
  PATCH: ['write'],
  DELETE: ['remove'],
};
const camelCase = (constant: string): string =>
  constant.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What each route file of v1 answers, by reading it: `POST /api/v1/orders createOrder write`. */
function routes(): string[] {
  const at = 'app/api/v1';
  const files = readdirSync(path.join(ROOT, at), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => path.join(at, file));
  return files.flatMap((file) => {
    const address = `/${path.dirname(file)}`
      .replace('/app', '')
      .replaceAll('[', '{')
      .replaceAll(']', '}');
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const exported = [
      ...text.matchAll(/^export const ([A-Z]+) = (?:(\w+)Route\(\{\s+operation: (\w+))?/gm),
    ];
    return exported.map(
      ([, method, kind = '?', name = '?']) => `${method} ${address} ${camelCase(name)} ${kind}`,
    );
  });
}

test('the table and the route files are the same calls', () => {
  const table = OPERATIONS.flatMap(({ method, path: at, id }) =>
    KINDS[method].map((kind) => `${method} ${at} ${id} ${kind}`),
  );
  const served = routes();
  expect(served.length).toBeGreaterThan(15);
  expect(served.filter((route) => !table.includes(route))).toEqual([]);
  expect(served).toHaveLength(OPERATIONS.length);
});

test('every address answers every method: what it does not serve is refused with what it does', () => {
  const files = readdirSync(path.join(ROOT, 'app/api/v1'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => readFileSync(path.join(ROOT, 'app/api/v1', file), 'utf8'))
    // Two are for the addresses that are none.
    .filter((text) => !text.includes(' = unknownPath;'));
  expect(files).toHaveLength(new Set(OPERATIONS.map((one) => one.path)).size);
  for (const text of files) {
    const served = [...text.matchAll(/^export const ([A-Z]+) = /gm)].map(([, one]) => one);
    const [, others = '', named = ''] =
      /^export const \{ ([A-Z, ]+) \} = otherMethods\(([A-Z', ]+)\);$/m.exec(text) ?? [];
    expect(named.replaceAll("'", '').split(', ').sort()).toEqual(served.sort());
    const all = [...served, ...others.split(', ')].sort();
    expect(all).toEqual(['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
  }
});

test('every call is named once, takes what its kind takes, and shows what it takes', () => {
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  for (const { id, method, body, upload, example, answers, summary } of OPERATIONS) {
    const changes = method === 'POST' || method === 'PATCH';
    expect([id, Boolean(body) !== Boolean(upload)]).toEqual([id, changes]);
    if (body) expect([id, body.safeParse(example).success]).toEqual([id, true]);
    expect([id, Object.keys(answers).every((status) => /^2\d\d$/.test(status))]).toEqual([
      id,
      true,
    ]);
    expect(summary).toMatch(/^[A-Z].*[^.]$/);
  }
});

test('no call is answered with a “no” that is an error of ours', () => {
  for (const operation of OPERATIONS) {
    for (const code of refusalsOf(operation)) {
      expect([operation.id, code, REFUSALS[code].status < 500]).toEqual([operation.id, code, true]);
    }
  }
});
