import { expect, test } from 'vitest';
import en from '@/app/_messages/en/office-carriers.json';
import zh from '@/app/_messages/zh-CN/office-carriers.json';
import type { CataloguePreview, ProblemCode } from '@/lib/carriers/catalogue';

// Records, so that the compiler demands a line here for every code there is.
const PROBLEMS: Record<ProblemCode, true> = {
  columns: true,
  missing: true,
  malformed: true,
  too_long: true,
  formula: true,
  contradicts: true,
  repeated: true,
  same_price: true,
  renewal_needs_direct: true,
  carrier_fixed: true,
};
const CHANGES: Record<CataloguePreview['changes'][number]['change'], true> = {
  added: true,
  changed: true,
  ended: true,
};

test.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('%s has words for every problem of a file and every change by it', (_locale, words) => {
  expect(Object.keys(words.draft.problemOf).sort()).toEqual(Object.keys(PROBLEMS).sort());
  expect(Object.keys(words.draft.changeOf).sort()).toEqual(Object.keys(CHANGES).sort());
});
