import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readTree } from './tree';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${root}/README.md`, 'utf8');

test('the redirect link in the README runs as it is and makes the published signature', () => {
  const example = /```js\n([\s\S]+?)```/.exec(readme)?.[1] ?? '';
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', example], {
    encoding: 'utf8',
  });
  const published = readFileSync(`${root}/lib/merchants/README.md`, 'utf8');
  const [, sign] = /^sign\s+([0-9a-f]{64})$/m.exec(published) ?? [];
  expect(sign).toBeDefined();
  expect(new URL(printed.trim()).searchParams.get('sign')).toBe(sign);
  expect(example).toContain(`// sign=${sign}`);
  expect(
    example
      .trim()
      .split('\n')
      .filter((line) => line.trim()).length,
  ).toBeLessThanOrEqual(10);
});

// What begins with a slash is an address of the running product, not a file.
test('every file that a page of documentation links to is there', () => {
  const missing = readTree(root)
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, source }) =>
      [...source.matchAll(/\]\((?!https?:|\/)([^)#]+)\)/g)]
        .map(([, target]) => new URL(String(target), new URL(path, `file://${root}/`)))
        .filter((target) => !existsSync(target))
        .map((target) => `${path}: ${target.pathname.slice(root.length)}`),
    );
  expect(missing).toEqual([]);
});

test('every module of lib has its page', () => {
  const files = readTree(root, 'lib').map(({ path }) => path);
  const modules = new Set(files.map((path) => path.split('/')[1]));
  const without = [...modules].filter((name) => !files.includes(`lib/${name}/README.md`));
  expect(without).toEqual([]);
});
