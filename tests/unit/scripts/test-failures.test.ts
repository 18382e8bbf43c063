import { expect, test } from 'vitest';
import {
  failureLines,
  failuresOfPlaywright,
  failuresOfVitest,
  waveringOfPlaywright,
  waveringOfVitest,
} from '@/scripts/lib/test-failures.mjs';

const ROOT = '/srv/cashier';
const red = (text: string) => `\u001b[31m${text}\u001b[39m`;

test('a failed test is named by its file, its title and the first line of its error', () => {
  const report = {
    testResults: [
      {
        name: `${ROOT}/tests/db/orders/close.test.ts`,
        status: 'failed',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'closing › works', failureMessages: [] },
          {
            status: 'failed',
            fullName: 'closing twice is closing once',
            failureMessages: [`${red('AssertionError: expected 2 to be 1')}\n    at somewhere`],
          },
        ],
      },
      { name: `${ROOT}/tests/db/a.test.ts`, status: 'passed', assertionResults: [] },
    ],
  };
  expect(failuresOfVitest(report, ROOT)).toEqual([
    {
      file: 'tests/db/orders/close.test.ts',
      title: 'closing twice is closing once',
      error: 'AssertionError: expected 2 to be 1',
    },
  ]);
});

test('a file that failed outside its tests is named with what it said', () => {
  const name = `${ROOT}/tests/db/a.test.ts`;
  const passed = [{ status: 'passed', fullName: 'one', failureMessages: [] }];
  const report = {
    testResults: [
      { name, status: 'failed', message: '\nHook timed out', assertionResults: passed },
    ],
  };
  expect(failuresOfVitest(report, ROOT)).toEqual([
    { file: 'tests/db/a.test.ts', title: 'the file as a whole', error: 'Hook timed out' },
  ]);
});

const spec = (title: string, status: string, message?: string) => ({
  title,
  file: 'walk.spec.ts',
  tests: [{ projectName: 'phone', status, results: [{ status: 'failed', error: { message } }] }],
});

test('a browser test is named with its groups and its screen, apart if it passed when tried again', () => {
  const report = {
    suites: [
      {
        title: 'walk.spec.ts',
        file: 'walk.spec.ts',
        specs: [spec('pays', 'expected')],
        suites: [
          {
            title: 'at night',
            file: 'walk.spec.ts',
            specs: [
              spec('pays', 'unexpected', `${red('Error: 404')}\nmore`),
              spec('ends', 'flaky'),
            ],
          },
        ],
      },
    ],
  };
  expect(failuresOfPlaywright(report, ROOT)).toEqual([
    { file: 'tests/e2e/walk.spec.ts', title: 'at night › pays (phone)', error: 'Error: 404' },
  ]);
  expect(waveringOfPlaywright(report)).toEqual([
    { file: 'tests/e2e/walk.spec.ts', title: 'at night › ends (phone)', error: 'ended as failed' },
  ]);
});

test('what failed first and passed when it was tried again is named by what failed', () => {
  const name = `${ROOT}/tests/api/orders/list.test.ts`;
  const assertionResults = [
    { status: 'passed', fullName: 'steady', failureMessages: [] },
    { status: 'passed', fullName: 'wavers', failureMessages: [red('Error: too early')] },
    { status: 'failed', fullName: 'fails', failureMessages: ['Error: never'] },
  ];
  expect(waveringOfVitest({ testResults: [{ name, assertionResults }] }, ROOT)).toEqual([
    { file: 'tests/api/orders/list.test.ts', title: 'wavers', error: 'Error: too early' },
  ]);
});

test('what went wrong around all browser tests is named, too', () => {
  const errors = [{ message: 'Error: no stack', location: { file: `${ROOT}/tests/support/x.ts` } }];
  expect(failuresOfPlaywright({ errors }, ROOT)).toEqual([
    { file: 'tests/support/x.ts', title: 'around the tests', error: 'Error: no stack' },
  ]);
});

test('the end of a run says the stage, the test and the error on two lines', () => {
  const failure = { file: 'tests/db/a.test.ts', title: 'one is one', error: 'Error: two' };
  expect(failureLines('db', failure)).toBe(
    'db     tests/db/a.test.ts › one is one\n       Error: two',
  );
});
