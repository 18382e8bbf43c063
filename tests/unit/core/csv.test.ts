import { expect, test } from 'vitest';
import { asText, csvOf } from '@/lib/core/csv';
import { readTree } from '@/tests/tidy/tree';

/**
 * They have no text of anybody's to write, or it is made harmless on the way: what writes a queue's lines has
 * queue-csv.ts do it, and the catalogue takes no such text in.
 */
const EXCUSED = ['carriers/export-catalogue.ts', 'support/export-queue.ts'];

test('whatever writes a CSV file makes texts of formulas', () => {
  const writers = readTree('lib').filter(
    ({ path, source }) => /\bcsvOf\(/.test(source) && path !== 'core/csv.ts',
  );
  const without = writers.filter(({ source }) => !/\basText\(|\(asText\)/.test(source));
  expect(without.map(({ path }) => path).sort()).toEqual(EXCUSED);
  expect(writers.length).toBeGreaterThan(EXCUSED.length);
});

test.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
  '%j is a text to a spreadsheet, with everything that was in it',
  (cell) => {
    expect(asText(cell)).toBe(`'${cell}`);
    expect(asText(asText(cell))).toBe(asText(cell));
  },
);

test.each(['', 'a=1', '1-1', "'=1", '支付'])('%j is left as it is', (cell) => {
  expect(asText(cell)).toBe(cell);
});

test('a cell cannot end its line or its column', () => {
  expect(csvOf([['a,b', 'c"d', 'e\r\nf']])).toBe('"a,b","c""d","e\r\nf"\r\n');
});
