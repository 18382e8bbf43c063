import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/lib/paths.mjs';

/** What `next start` reads beside the build itself. */
const BESIDE = ['node_modules', 'next.config.mjs', 'package.json', 'public', 'app'];
const TEXT = /\.(js|json|html|rsc|css|body|meta)$/;

/** A copy of the present build that an app can be started from: answers the directory. */
export function copyBuild(home: string): string {
  // A test that is tried again finds what the first try left.
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  for (const name of BESIDE) symlinkSync(path.join(ROOT, name), path.join(home, name));
  const from = path.join(ROOT, '.next');
  cpSync(from, path.join(home, '.next'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => file !== path.join(from, 'cache') && !file.endsWith('.map'),
  });
  return home;
}

/**
 * The present build as the next deploy would have it, for a fraction of a build's price: another id, and another
 * name for everything that browsers load, so that a page of the first one finds none of its files any more.
 * `npm run proof -- deploy` does the same with a real second build.
 * @returns the directory to start the app from
 */
export function deployAgain(home: string): string {
  const directory = copyBuild(path.join(home, 'next-deploy'));
  const build = path.join(directory, '.next');
  const id = readFileSync(path.join(build, 'BUILD_ID'), 'utf8');
  const chunks = path.join(build, 'static', 'chunks');
  const names = readdirSync(chunks).filter((name) => /\.(js|css)$/.test(name));
  // As long as the old ones: the stream that React reads counts bytes.
  const other = (name: string) => `_${name.slice(1)}`;
  const renamed = new Map([[id, other(id)], ...names.map((name) => [name, other(name)] as const)]);
  for (const name of names) renameSync(path.join(chunks, name), path.join(chunks, other(name)));
  renameSync(path.join(build, 'static', id), path.join(build, 'static', other(id)));
  const old = new RegExp([...renamed.keys()].map((name) => escaped(name)).join('|'), 'g');
  for (const entry of readdirSync(build, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !(TEXT.test(entry.name) || entry.name === 'BUILD_ID')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const next = text.replace(old, (name) => renamed.get(name) ?? name);
    if (next !== text) writeFileSync(file, next);
  }
  return directory;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
