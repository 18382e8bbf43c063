import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string} root
 * @param {(relative: string) => boolean} wanted asked for files and for directories before they are entered
 * @param {string} [relative]
 * @returns {string[]} paths below root, with forward slashes, sorted
 */
export function listFiles(root, wanted, relative = '') {
  const entries = fs.readdirSync(path.join(root, relative), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const below = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (!wanted(below)) return [];
      if (entry.isDirectory()) return listFiles(root, wanted, below);
      return entry.isFile() ? [below] : [];
    })
    .sort();
}

/**
 * One number for the names and contents of files and for whatever else decides the result.
 * @param {string} root
 * @param {string[]} files
 * @param {string[]} others
 * @returns {string} hex
 */
export function hashSources(root, files, others) {
  const hash = createHash('sha256');
  for (const other of others) hash.update(`${other.length}:${other};`);
  for (const file of files) {
    const content = fs.readFileSync(path.join(root, file));
    hash.update(`${file}:${content.length}:`).update(content);
  }
  return hash.digest('hex');
}
