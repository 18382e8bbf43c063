import { expect, test } from 'vitest';
import { isRefusal, Refusal, refusalText } from '@/lib/core/errors';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';

const table = Object.entries(REFUSALS);
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each(table)('%s has a stable name, a status and words in both languages', (code, row) => {
  expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(row.status).toBeGreaterThanOrEqual(400);
  expect(row.status).toBeLessThan(600);
  expect(row.zh).toMatch(/\p{Script=Han}/u);
  expect(row.en).not.toMatch(/\p{Script=Han}/u);
  expect(row.en).toMatch(/^[A-Z].*[^.]$/);
  expect(row.zh).not.toMatch(/[。.]$/);
});

test('both languages fill in the same facts', () => {
  for (const [, { zh, en }] of table) expect(blanks(zh)).toEqual(blanks(en));
});

test('no two refusals say the same', () => {
  for (const words of [table.map(([, { zh }]) => zh), table.map(([, { en }]) => en)]) {
    expect(new Set(words).size).toBe(words.length);
  }
});

test('facts are filled in, missing ones leave nothing behind', () => {
  expect(refusalText('payment_password_wrong', 'en', { left: 2 })).toBe(
    'Wrong payment password; 2 tries left',
  );
  expect(refusalText('payment_password_wrong', 'zh-CN', {})).not.toContain('{');
});

test('a refusal carries its status, and its message is only the code', () => {
  const refusal = new Refusal('order_conflict', { merchantOrderNo: 'A-1' });
  expect(refusal.status).toBe(409);
  expect(refusal.message).toBe('order_conflict' satisfies RefusalCode);
  expect(isRefusal(refusal)).toBe(true);
  expect(isRefusal(new Error('order_conflict'))).toBe(false);
});
