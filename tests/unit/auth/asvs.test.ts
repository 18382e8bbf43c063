import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const file = new URL('../../../lib/auth/asvs.md', import.meta.url);
const rows = readFileSync(fileURLToPath(file), 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, section = '', applies = '', where = '', tests = '']) => ({
    section,
    applies,
    where,
    tests,
  }));

/** How many sections each chapter has; those of what is not here at all are one row. */
const SECTIONS = [5, 4, 7, 4, 4, 8, 6, 4, 2, 1, 7, 3, 4, 3, 4, 5, 1];

test('every section of the standard has one row, in order', () => {
  const wanted = SECTIONS.flatMap((count, chapter) =>
    Array.from({ length: count }, (_, section) => `V${chapter + 1}.${section + 1}`),
  );
  expect(rows.map(({ section }) => section.split(' ')[0])).toEqual(wanted);
});

test('each says whether it applies, and where; what a test shows is a test that is there', () => {
  for (const { section, applies, where, tests } of rows) {
    expect({ section, applies }).toEqual({
      section,
      applies: expect.stringMatching(/^(yes|no|in part)$/),
    });
    expect({ section, where }).toEqual({ section, where: expect.stringMatching(/\w/) });
    const shown = [...tests.matchAll(/\]\(([^)]+)\)/g)].map(
      ([, target = '']) => new URL(target, file),
    );
    const wrong = shown.filter(
      ({ pathname }) =>
        !/\/tests\/.+\.(test|spec)\.ts$/.test(pathname) ||
        !existsSync(fileURLToPath(`file://${pathname}`)),
    );
    expect({ section, wrong }).toEqual({ section, wrong: [] });
    // What is missing has its number in the standard.
    const missing = [...where.matchAll(/\b(\d+\.\d+)\.\d+\b/g)].map(([, of]) => `V${of}`);
    const own = section.split(' ')[0];
    const expected = applies === 'in part' ? [own] : [];
    expect({ section, missing: [...new Set(missing)] }).toEqual({ section, missing: expected });
    if (applies === 'no') expect({ section, shown }).toEqual({ section, shown: [] });
  }
});
