import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from '@/scripts/lib/install.mjs';
import { ROOT } from '@/scripts/lib/paths.mjs';

const PACKAGES = {
  'node_modules/a': { version: '1.0.0' },
  'node_modules/tool': { version: '2.0.0', dev: true },
  'node_modules/tool-elsewhere': { version: '2.0.0', optional: true },
};
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'install-'));
  locked(PACKAGES);
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, packages: object) =>
  writeFileSync(path.join(root, file), JSON.stringify({ packages }));
const locked = (packages: object) => write('package-lock.json', { '': {}, ...packages });
const present = (packages: object) => {
  for (const place of Object.keys(packages)) mkdirSync(path.join(root, place), { recursive: true });
  write('node_modules/.package-lock.json', packages);
};
const { 'node_modules/tool-elsewhere': _elsewhere, ...HERE } = PACKAGES;
const { 'node_modules/tool': _tool, ...PRODUCTION } = HERE;

test('nothing is installed where there is no node_modules', () => {
  expect(isInstalled(root, { dev: false })).toBe(false);
});

test('packages for other machines need not be there', () => {
  present(HERE);
  expect(isInstalled(root, { dev: true })).toBe(true);
});

test('development packages are needed for tests and not for a start', () => {
  present(PRODUCTION);
  expect(isInstalled(root, { dev: false })).toBe(true);
  expect(isInstalled(root, { dev: true })).toBe(false);
});

test('another version, a package too many and a directory taken away are noticed', () => {
  present(HERE);
  locked({ ...PACKAGES, 'node_modules/a': { version: '1.0.1' } });
  expect(isInstalled(root, { dev: false })).toBe(false);
  locked({ 'node_modules/a': PACKAGES['node_modules/a'] });
  expect(isInstalled(root, { dev: false })).toBe(false);
  locked(PACKAGES);
  rmSync(path.join(root, 'node_modules/a'), { recursive: true });
  expect(isInstalled(root, { dev: false })).toBe(false);
});

interface Lockfile {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
}
const ours: Lockfile = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));

test('the lockfile names every optional package, or npm ci refuses it where a registry lacks one', () => {
  const missing = Object.values(ours.packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter(
      (name) => !Object.keys(ours.packages).some((at) => at.endsWith(`node_modules/${name}`)),
    );
  expect(missing).toEqual([]);
});

test('the lockfile names no download host', () => {
  expect(Object.values(ours.packages).filter(({ resolved }) => resolved?.includes('://'))).toEqual(
    [],
  );
});
