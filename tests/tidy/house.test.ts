import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { HOUSE_RULES } from './house-rules';
import { readTree } from './tree';

const files = readTree(fileURLToPath(new URL('../..', import.meta.url)));

test('the tree that is checked is the whole house', () => {
  const folders = new Set(files.map((file) => file.path.split('/')[0]));
  for (const folder of ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']) {
    expect(folders).toContain(folder);
  }
  // A rule that looks for files by their place must not lose sight of them when they move.
  const paths = files.map((file) => file.path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'app/_messages/zh-CN/cashier.json',
      'lib/channels/registry.ts',
      'lib/payments/rules.ts',
      'lib/payments/store.ts',
      'lib/sandbox/main.ts',
      'package-lock.json',
    ]),
  );
  expect(files.some((file) => /node_modules|generated/.test(file.path))).toBe(false);
});

test.each(HOUSE_RULES)('$title', ({ rule }) => {
  const found = rule(files).map(({ path, line, problem }) => `${path}:${line} ${problem}`);
  expect(found).toEqual([]);
});
