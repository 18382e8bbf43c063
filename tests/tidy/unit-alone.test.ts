import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readTree } from './tree';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What a module has once seen, it keeps; and unit tests share their modules. */
const CHANGES_MODULES =
  /\bvi\.(mock|doMock|resetModules|stubEnv)\(|\bprocess\.env(\.\w+|\[.+\])? = /;

test('a unit test that changes what modules see has its modules for itself: *.alone.test.ts', () => {
  const unit = readTree(root, 'tests/unit').filter(({ path }) => path.endsWith('.test.ts'));
  const alone = ({ path }: { path: string }) => path.endsWith('.alone.test.ts');
  const changing = unit.filter(({ source }) => CHANGES_MODULES.test(source));
  expect(changing.filter((file) => !alone(file)).map(({ path }) => path)).toEqual([]);
  expect(unit.filter(alone).map(({ path }) => path)).toEqual(changing.map(({ path }) => path));
});

/** A test on a database reads its modules anew, and its environment goes with it: only stand-ins would stay. */
const STANDS_IN = /\bvi\.(mock|doMock)\(/;

test('a test on a database that puts a module in another’s place has a process for itself: *.alone.test.ts', () => {
  const db = readTree(root, 'tests/db').filter(({ path }) => path.endsWith('.test.ts'));
  const standing = db.filter(({ source }) => STANDS_IN.test(source)).map(({ path }) => path);
  expect(standing.length).toBeGreaterThan(0);
  expect(db.map(({ path }) => path).filter((path) => path.endsWith('.alone.test.ts'))).toEqual(
    standing,
  );
});
