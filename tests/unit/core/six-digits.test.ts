import { expect, test } from 'vitest';
import { sixDigitsOf } from '@/lib/core/six-digits';

test.each([
  ['123456'],
  ['１２３４５６'],
  [' 123 456\u200b'],
  ['123-456'],
  ['【中国银联】验证码 123456，5 分钟内有效。尾号 0005，金额 68.00 元，请勿告诉任何人。'],
  ['【工商银行】123456（验证码），您在 2026 年 11 月 26 日支付 6800 元'],
])('of what is typed or pasted the six digits are taken: %s', (text) => {
  expect(sixDigitsOf(text)).toBe('123456');
});

test.each([
  ['12345'],
  ['1234567'],
  ['12345a'],
  ['12345 and 6'],
  ['验证码 123456，流水号 654321'],
  [''],
])('what has not six digits, or more than one such number, stays wrong: %s', (text) => {
  expect(sixDigitsOf(text)).not.toMatch(/^[0-9]{6}$/);
});
