import { dirname } from 'node:path/posix';
import { expect, test } from 'vitest';
import { ANSWERS } from '@/app/(gallery)/gallery/_fixtures/answers';
import { importsOf, isCode, type SourceFile } from '@/tests/tidy/source';
import { readTree } from '@/tests/tidy/tree';

const FILES = [...readTree(process.cwd(), 'app'), ...readTree(process.cwd(), 'components')].filter(
  isCode,
);
const BY_PATH = new Map(FILES.map((file) => [file.path.replace(/\.(tsx?|mjs)$/, ''), file]));

/** Everything that is drawn when these are: what they import, and what that does. */
function drawnBy(roots: readonly SourceFile[]): Set<string> {
  const seen = new Set<string>();
  const todo = [...roots];
  for (let file = todo.pop(); file; file = todo.pop()) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    for (const { target, internal, typeOnly } of importsOf(file)) {
      const next = internal && !typeOnly ? BY_PATH.get(target) : undefined;
      if (next) todo.push(next);
    }
  }
  return seen;
}

const SHOPPERS = /^app\/\((cashier|receipt)\)\//;
const ENTRY = /\/(page|not-found|error)\.tsx$/;
const GALLERY = drawnBy(FILES.filter(({ path }) => path.startsWith('app/(gallery)/')));

/** Drawn around every page by its layout, where a host's bridge may answer. */
const NOT_PICTURES = ['components/cashier/host-probe.tsx'];

test('every component of the shopper’s page is in some picture of the gallery', () => {
  const components = FILES.filter(({ path }) => /^components\/cashier\/.+\.tsx$/.test(path));
  expect(components.length).toBeGreaterThan(40);
  const missing = components.map(({ path }) => path).filter((path) => !GALLERY.has(path));
  expect(missing).toEqual(NOT_PICTURES);
});

test('what each of the shopper’s pages draws is in some picture of the gallery', () => {
  const pages = FILES.filter(({ path }) => SHOPPERS.test(path) && ENTRY.test(path));
  expect(pages.length).toBeGreaterThan(8);
  const missing = pages.flatMap((page) => {
    if (GALLERY.has(page.path)) return [];
    const drawn = importsOf(page)
      .map(({ target }) => BY_PATH.get(target))
      .filter((file) => file?.path.endsWith('.tsx'))
      .map((file) => file?.path ?? '');
    // A page that draws something without a component of its own cannot be in a picture.
    if (drawn.length === 0) return [`${page.path} draws nothing that a picture could`];
    return drawn
      .filter((path) => !GALLERY.has(path))
      .map((path) => `${dirname(page.path)}: ${path}`);
  });
  expect(missing).toEqual([]);
});

/** What these answer is a state of the order, with pictures of its own; the last one is drawn by nothing. */
const ANSWER_BY_THEMSELVES = [
  'components/cashier/host-probe.tsx',
  'components/cashier/launch-host.tsx',
  'components/cashier/renew-qr.tsx',
];

test('every form of the shopper’s page begins with a state that a picture can give it, and has its pictures', () => {
  const asking = FILES.filter(
    ({ path, source }) =>
      /^(components\/cashier|app\/\(cashier\))\//.test(path) && /useActionState\(/.test(source),
  ).map(({ path }) => path);
  expect(asking.toSorted()).toEqual(
    [...ANSWER_BY_THEMSELVES, 'components/cashier/use-post.ts'].toSorted(),
  );
  // Which answers each of them must have, the compiler asks for: _fixtures/answers.ts.
  const used = FILES.flatMap(({ source }) => [
    ...source.matchAll(/\buse(?:Post|KeptForm|FirstState)\('(\w+)'/g),
  ]).map(([, name = '']) => name);
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
});

test('what a picture does not draw is not taken for drawn', () => {
  const wrong = FILES.filter(({ path }) => path.endsWith('/_screens/wrong.tsx'));
  const drawn = drawnBy(wrong);
  expect(drawn).toContain('components/ui/message.tsx');
  expect(drawn).not.toContain('components/cashier/paid.tsx');
});
