import { describe, expect, test } from 'vitest';
import { BUDGET, overBudget, weightTable } from '@/tests/bench/page-budget';
import type { PageWeight } from '@/tests/bench/page-weight';

const FLOOR: PageWeight = {
  page: 'empty',
  scriptBytes: 135_000,
  documentBytes: 3_000,
  bytes: 150_000,
  requests: 9,
  thirdParty: [],
};

/** A page that uses its budget up to the last byte. */
const fullest: PageWeight = {
  page: 'choosing',
  scriptBytes: FLOOR.scriptBytes + BUDGET.scriptBytes,
  documentBytes: 15_000,
  bytes: FLOOR.bytes + BUDGET.bytes,
  requests: BUDGET.requests,
  thirdParty: [],
};

describe('the judge of a page’s weight', () => {
  test('a page that uses its whole budget passes', () => {
    expect(overBudget(FLOOR, fullest)).toEqual([]);
  });

  test.each([
    ['a byte of script too many', { scriptBytes: fullest.scriptBytes + 1 }, /script.*20001.*20000/],
    ['a byte too many in all', { bytes: fullest.bytes + 1 }, /in all.*45001.*45000/],
    ['a request too many', { requests: BUDGET.requests + 1 }, /requests: 17, at most 16/],
    ['somebody else asked', { thirdParty: ['https://tracker.example/t.js'] }, /tracker\.example/],
  ])('%s is told, and nothing else', (_, change, sentence) => {
    const told = overBudget(FLOOR, { ...fullest, ...change });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(sentence);
  });

  test('what is printed says what a page adds, beside the floor that it adds to', () => {
    const [, empty, choosing] = weightTable(FLOOR, [fullest]).split('\n');
    expect(empty?.split(/ +/)).toEqual(['empty', '135.0', '0.0', '3.0', '150.0', '0.0', '9']);
    expect(choosing?.split(/ +/)).toEqual([
      'choosing',
      '155.0',
      '20.0',
      '15.0',
      '195.0',
      '45.0',
      '16',
    ]);
  });
});
