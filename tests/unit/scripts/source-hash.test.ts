import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildHash, isBuilt } from '@/scripts/lib/build.mjs';
import { hashSources, listFiles } from '@/scripts/lib/source-hash.mjs';

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sources-'));
  write('app/page.tsx', 'one');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = (env: Record<string, string> = {}) => buildHash(root, env);

test('the same sources have the same hash', () => {
  expect(hash()).toBe(hash());
});

test.each<[string, () => void]>([
  ['a change in a source', () => write('app/page.tsx', 'two')],
  ['a new file in a new directory', () => write('brand/new.ts', '')],
  ['a file that is gone', () => rmSync(path.join(root, 'app/page.tsx'))],
  ['a new name', () => renameSync(path.join(root, 'app'), path.join(root, 'apps'))],
  ['another lockfile', () => write('package-lock.json', '{"packages":{}}')],
])('%s asks for a build', (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test('another key for server actions asks for a build', () => {
  const before = hash({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'a' });
  expect(hash({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'b' })).not.toBe(before);
});

test('a build made where no money is real is none for where it is', () => {
  const built = (mode: string) => hash({ CASHIER_ENV: mode });
  expect(built('production')).not.toBe(built('demo'));
  expect(built('test')).toBe(built('demo'));
});

test.each([
  'tests/unit/a.test.ts',
  'scripts/start.mjs',
  'README.md',
  'lib/sandbox/main.ts',
  'node_modules/next/index.js',
  '.next/BUILD_ID',
  '.data/secrets.json',
  'prisma/generated/client.ts',
])('%s does not ask for a build', (file) => {
  const before = hash();
  write(file, 'anything');
  expect(hash()).toBe(before);
});

test('content can’t move from one file to the next unnoticed', () => {
  write('a', 'xb');
  write('b', '');
  const before = hashSources(root, ['a', 'b'], []);
  write('a', 'x');
  write('b', 'b');
  expect(hashSources(root, ['a', 'b'], [])).not.toBe(before);
});

test('a build made by another hand, or none at all, is no build of ours', () => {
  write('.data/build.json', JSON.stringify({ hash: hash(), id: 'ours' }));
  const built = () => isBuilt(root, path.join(root, '.data'), {});
  expect(built()).toBe(false);
  write('.next/BUILD_ID', 'ours');
  expect(built()).toBe(true);
  write('.next/BUILD_ID', 'theirs');
  expect(built()).toBe(false);
});

test('files are listed in one order, with those left out not even entered', () => {
  write('left/out/file', '');
  expect(listFiles(root, (file) => file !== 'left')).toEqual(['app/page.tsx', 'package-lock.json']);
});
