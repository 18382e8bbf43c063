import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source';

const SKIPPED = new Set([
  'node_modules',
  'generated',
  'test-results',
  'playwright-report',
  'next-env.d.ts',
]);
const KEPT_DOT_NAMES = new Set(['.ci', '.gitignore', '.npmrc', '.env.example']);
const TEXT = /(\.(ts|tsx|mjs|css|sql|prisma|json|md|toml|svg|example)|\/run|\.gitignore|\.npmrc)$/;

/** Every text file of the house that is ours, without asking git. */
export function readTree(root: string, folder = ''): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const hidden = entry.name.startsWith('.') && !KEPT_DOT_NAMES.has(entry.name);
    if (hidden || SKIPPED.has(entry.name)) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return readTree(root, path);
    if (!entry.isFile() || !TEXT.test(path)) return [];
    return [{ path, source: readFileSync(join(root, path), 'utf8') }];
  });
}
