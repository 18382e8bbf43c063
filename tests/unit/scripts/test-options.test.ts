import { expect, test } from 'vitest';
import { readTestOptions, STAGES } from '@/scripts/lib/test-options.mjs';

test('everything runs unless told otherwise', () => {
  expect(readTestOptions([])).toEqual({ stages: STAGES, filters: [] });
});

test('parts are run in their own order, however they were named', () => {
  expect(readTestOptions(['--only', 'db,unit']).stages).toEqual(['unit', 'db']);
  expect(readTestOptions(['--only=lint']).stages).toEqual(['lint']);
});

test('a filter for files leaves out what looks at the whole project', () => {
  const options = readTestOptions(['orders']);
  expect(options).toEqual({ stages: ['unit', 'db', 'api', 'e2e'], filters: ['orders'] });
});

test.each([
  ['--only', 'unti'],
  ['--only', ''],
  ['--ony', 'unit'],
])('%s %s is refused with the usage', (...args) => {
  expect(() => readTestOptions(args)).toThrow(/npm test -- \[--only tidy,/);
});
