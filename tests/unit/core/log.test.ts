import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { completeEnv } from '@/tests/support/complete-env';

const script = fileURLToPath(new URL('../../support/write-log-line.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The lines that a process writes which logs this record. */
function linesFor(record: unknown): string[] {
  const printed = execFileSync(
    process.execPath,
    ['--import', 'tsx', script, JSON.stringify(record)],
    { cwd: root, encoding: 'utf8', env: { NODE_ENV: 'test', ...completeEnv(script) } },
  );
  return printed.trim().split('\n');
}

const NAMES = [
  ...['password', 'paymentPassword', 'secret', 'code', 'phone', 'payerPhone', 'cardNo', 'accNo'],
  ...['idNo', 'token', 'payToken', 'authorization', 'cookie', 'signature', 'sign', 'privateKey'],
];

test('what is secret or personal is blotted out, two levels down too, and nothing else', () => {
  const values = Object.fromEntries(NAMES.map((name) => [name, `leak-${name}`]));
  const [line = ''] = linesFor({ ...values, a: { ...values, b: values }, orderId: 'ord_1' });
  expect(line).not.toContain('leak-');
  const written = JSON.parse(line);
  expect(written).toMatchObject({ orderId: 'ord_1', msg: 'a line', phone: '[redacted]' });
  expect(written.a.b.token).toBe('[redacted]');
});

test('a phone or a card number is cut out of any text, and numbers stay numbers', () => {
  const [line = ''] = linesFor({
    where: 'GET /api/v1/orders/13800138000',
    facts: { orderId: 'card 4111 1111 1111 1111', quoted: '"13800138000\\' },
    amountFen: 13_800_138_000,
    number: '20261126123456789',
  });
  expect(JSON.parse(line)).toMatchObject({
    where: 'GET /api/v1/orders/****8000',
    facts: { orderId: 'card ****1111', quoted: '"****8000\\' },
    amountFen: 13_800_138_000,
    number: '20261126123456789',
  });
});

test('lines are JSON with an ISO time; an error has its stack and its cause', () => {
  const lines = linesFor({});
  expect(lines).toHaveLength(3);
  const [warning, failure, onTheWay] = lines.map((line) => JSON.parse(line));
  expect(warning.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(failure.error.stack).toContain('broken');
  expect(failure.error.stack).toContain('deeper');
  // What it is about, where the line itself says nothing else.
  expect(onTheWay).toMatchObject({ requestId: 'req_1', orderId: 'ord_2', msg: 'on the way' });
});
