import { expect, test } from 'vitest';
import {
  countLine,
  countPlaywright,
  countVitest,
  exitCodeOf,
  judge,
  sum,
} from '@/scripts/lib/test-counts.mjs';

const file = (status: string, ...states: string[]) => ({
  status,
  assertionResults: states.map((one) => ({ status: one })),
});

test('vitest’s report is counted test by test', () => {
  const report = {
    testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'passed', 'failed')],
  };
  expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test('a file that could not be read counts as a failure', () => {
  expect(countVitest({ testResults: [file('failed')] })).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});

test('a browser test that passed when tried again passed; one that did not, failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats })).toEqual({ passed: 4, failed: 1, skipped: 2 });
});

const PASSED = { passed: 2, failed: 0, skipped: 0 };
const EMPTY = { passed: 0, failed: 0, skipped: 0 };
test.each([
  ['all passed', { counts: PASSED, exitCode: 0, filtered: false }, 0],
  ['all passed, yet the runner failed', { counts: PASSED, exitCode: 1, filtered: false }, 1],
  ['killed before its report', { counts: undefined, exitCode: null, filtered: false }, 1],
  ['nothing there to run', { counts: EMPTY, exitCode: 0, filtered: false }, 1],
  ['nothing that the filter matches', { counts: EMPTY, exitCode: 0, filtered: true }, 0],
])('a stage with %s is judged rightly', (_, outcome, failed) => {
  expect(judge(outcome).failed).toBe(failed);
});

test('the last line adds up all stages', () => {
  const total = sum([PASSED, { passed: 1, failed: 1, skipped: 3 }]);
  expect(countLine(total)).toBe('3 passed, 1 failed, 3 skipped');
});

test('only a run in which something passed and nothing failed ends with 0', () => {
  expect(exitCodeOf(PASSED)).toBe(0);
  expect(exitCodeOf({ ...PASSED, failed: 1 })).toBe(1);
  expect(exitCodeOf({ ...EMPTY, skipped: 4 })).toBe(1);
});
