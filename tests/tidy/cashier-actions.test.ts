import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CASHIER_ACTIONS } from './cashier-actions';
import { readTree } from './tree';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['app/(cashier)', 'app/(claim)', 'app/_server'];

test('the shopper’s forms keep their files and names, so that an open page pays after a deploy', () => {
  const found = FOLDERS.flatMap((folder) => readTree(root, folder))
    .filter(({ source }) => /^'use server';/.test(source))
    .map(({ path, source }) => [
      path.slice('app/'.length),
      [...source.matchAll(/^export (?:const|async function) (\w+)/gm)]
        .map(([, name = '']) => name)
        .sort(),
    ]);
  expect(Object.fromEntries(found)).toEqual(CASHIER_ACTIONS);
});
