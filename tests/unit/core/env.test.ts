import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EnvProblem, parseEnv } from '@/lib/core/env';
import { completeEnv } from '@/tests/support/complete-env';

const directory = mkdtempSync(join(tmpdir(), 'cashier-env-'));
const pem = join(directory, 'file.pem');
beforeAll(() => writeFileSync(pem, 'PEM'));
afterAll(() => rmSync(directory, { recursive: true }));

const bytes = (length: number) => Buffer.alloc(length, 1).toString('base64');
const right = () => completeEnv(pem);
const problemsOf = (source: Record<string, string>) => {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvProblem) return error;
    throw error;
  }
  throw new Error('it was accepted');
};

test('an environment that is right is read: files opened, lists split, defaults filled', () => {
  expect(parseEnv({ ...right(), LOG_LEVEL: '', PATH: '/bin' })).toMatchObject({
    CASHIER_ENV: 'demo',
    UNIONPAY_ROOTS_FILE: 'PEM',
    UNIONPAY_ALLOWED_COMMON_NAMES: ['a', 'b'],
    WEBHOOK_ALLOW_PRIVATE: false,
    LOG_LEVEL: 'info',
  });
});

test.each(Object.keys(right()))('%s is named when it is missing or empty', (name) => {
  for (const source of [{ ...right(), [name]: '' }, { ...right() }]) {
    if (source[name] !== '') delete source[name];
    expect(problemsOf(source).problems).toEqual([
      { variable: name, expected: 'is required but not set' },
    ]);
  }
});

test.each([
  ['DATABASE_URL', 'mysql://secret-value@localhost/cashier'],
  ['DATABASE_URL', 'secret-value'],
  ['APP_ORIGIN', 'secret-value'],
  ['APP_ORIGIN', 'https://pay.example/secret-value'],
  ['APP_ORIGIN', 'https://pay.example/'],
  ['SESSION_SECRET', 'secret-value'],
  ['SIGNING_SECRET', bytes(31)],
  ['ENCRYPTION_KEY', bytes(31)],
  ['ENCRYPTION_KEY', bytes(33)],
  ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', bytes(16)],
  ['UNIONPAY_GATEWAY_ORIGIN', 'https://gateway.example/gateway'],
  ['UNIONPAY_MERCHANT_ID', '7772900'],
  ['UNIONPAY_SIGN_KEY_FILE', '/no/such/secret-value'],
  ['BANK_API_ORIGIN', 'https://bank.example/secret-value'],
  ['BANK_API_SECRET', 'secret-value'],
  ['SMS_GATEWAY_URL', 'secret-value'],
  ['SANDBOX_ORIGIN', 'secret-value'],
  ['CASHIER_ENV', 'secret-value'],
  ['WEBHOOK_ALLOW_PRIVATE', 'secret-value'],
  ['LOG_LEVEL', 'secret-value'],
])('a bad %s is named, its value is not repeated', (name, value) => {
  const { problems, message } = problemsOf({ ...right(), [name]: value });
  expect(problems.map(({ variable }) => variable)).toEqual([name]);
  expect(message).toContain(name);
  expect(message).not.toContain('secret-value');
});

test('every bad variable is named at once', () => {
  const { problems } = problemsOf({
    ...right(),
    APP_ORIGIN: 'x',
    ENCRYPTION_KEY: '',
    LOG_LEVEL: 'x',
  });
  expect(problems.map(({ variable }) => variable).sort()).toEqual([
    'APP_ORIGIN',
    'ENCRYPTION_KEY',
    'LOG_LEVEL',
  ]);
});
