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
    WEBHOOK_PRIVATE_TARGETS: [],
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
  ['BANK_API_PREVIOUS_SECRET', 'secret-value'],
  ['NETSUNION_PREVIOUS_SECRET', 'secret-value'],
  ['SMS_GATEWAY_URL', 'secret-value'],
  ['SANDBOX_ORIGIN', 'secret-value'],
  ['CASHIER_ENV', 'secret-value'],
  ['WEBHOOK_PRIVATE_TARGETS', 'secret-value'],
  ['WEBHOOK_PRIVATE_TARGETS', 'localhost:*'],
  ['WEBHOOK_PRIVATE_TARGETS', 'localhost:4000,http://localhost:4001'],
  ['LOG_LEVEL', 'secret-value'],
])('a bad %s is named, its value is not repeated', (name, value) => {
  const { problems, message } = problemsOf({ ...right(), [name]: value });
  expect(problems.map(({ variable }) => variable)).toEqual([name]);
  expect(message).toContain(name);
  expect(message).not.toContain('secret-value');
});

const carrier = (more: Record<string, string> = {}) => ({
  carrier: 'cmcc',
  apiRoot: 'https://api.carrier.example/cmcc',
  tokenUrl: 'https://api.carrier.example/token',
  clientId: 'cashier',
  clientSecret: 'secret-value-of-16-or-more',
  ...more,
});
const carriers = (...all: Record<string, string>[]) => JSON.stringify(all);
const withCarriers = {
  ...completeEnv(pem),
  CARRIER_SINK_ORIGIN: 'https://in.example',
  CARRIER_LOOKUP_KEY: 'x'.repeat(32),
};

test('carriers are read, each with its own address and secret; without any there are none', () => {
  const other = carrier({ carrier: 'cbn', apiRoot: 'https://api.other.example' });
  const source = { ...withCarriers, CARRIER_ENDPOINTS: carriers(carrier(), other) };
  expect(parseEnv(source).CARRIER_ENDPOINTS).toEqual([carrier(), other]);
  expect(parseEnv(right()).CARRIER_ENDPOINTS).toEqual([]);
});

test.each([
  ['CARRIER_ENDPOINTS', 'secret-value'],
  ['CARRIER_ENDPOINTS', '{}'],
  ['CARRIER_ENDPOINTS', carriers(carrier({ carrier: 'secret-value' }))],
  ['CARRIER_ENDPOINTS', carriers(carrier({ apiRoot: 'secret-value' }))],
  ['CARRIER_ENDPOINTS', carriers(carrier({ apiRoot: 'https://secret-value.example/' }))],
  ['CARRIER_ENDPOINTS', carriers(carrier({ clientSecret: 'secret-value' }))],
  ['CARRIER_ENDPOINTS', carriers(carrier({ previousClientSecret: 'secret-value' }))],
  ['CARRIER_ENDPOINTS', carriers(carrier(), carrier({ clientId: 'secret-value' }))],
  ['CARRIER_LOOKUP_URL', 'secret-value'],
  ['CARRIER_LOOKUP_KEY', 'secret-value'],
  ['CARRIER_MERCHANT_NO', 'secret-value'],
  ['CARRIER_PERMISSIONS', 'secret-value'],
  ['CARRIER_SINK_ORIGIN', 'http://secret-value.example'],
])('a bad %s is named, nothing of it is repeated: %#', (name, value) => {
  const { problems, message } = problemsOf({ ...withCarriers, [name]: value });
  expect(problems.map(({ variable }) => variable)).toEqual([name]);
  expect(message).not.toContain('secret-value');
});

test('carriers send their events over https: to an address of their own, or to one of the app', () => {
  const source = { ...right(), CARRIER_ENDPOINTS: carriers(carrier()) };
  expect(problemsOf(source).problems).toMatchObject([{ variable: 'CARRIER_SINK_ORIGIN' }]);
  for (const name of ['CARRIER_SINK_ORIGIN', 'APP_ORIGIN']) {
    expect(() => parseEnv({ ...source, [name]: 'https://pay.example' })).not.toThrow();
  }
});

test('a look-up of numbers needs its key', () => {
  const source = { ...right(), CARRIER_LOOKUP_URL: 'https://numbers.example' };
  expect(problemsOf(source).problems).toEqual([
    { variable: 'CARRIER_LOOKUP_KEY', expected: 'is required but not set' },
  ]);
});

test.each([
  ['CARRIER_ENDPOINTS', carriers(carrier({ apiRoot: 'http://api.carrier.example' }))],
  ['CARRIER_ENDPOINTS', carriers(carrier({ tokenUrl: 'http://api.carrier.example' }))],
  ['CARRIER_LOOKUP_URL', 'http://numbers.example'],
])('in production %s has to be https, in a demo not: %#', (name, value) => {
  const source = { ...withCarriers, [name]: value };
  expect(() => parseEnv(source)).not.toThrow();
  const { problems } = problemsOf({ ...source, CASHIER_ENV: 'production' });
  expect(problems.map(({ variable }) => variable)).toEqual([name]);
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
