import { expect, test } from 'vitest';
import { payInput } from '@/app/(cashier)/pay/[token]/input';

const token = 'x'.repeat(43);
const problems = (input: Record<string, string>) =>
  payInput.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message]);

test('six digits are a password, also as a Chinese keyboard writes them', () => {
  for (const paymentPassword of ['123456', '１２３４５６', ' 123456 ']) {
    expect(payInput.parse({ method: 'balance', token, paymentPassword })).toEqual({
      method: 'balance',
      token,
      paymentPassword: '123456',
    });
  }
});

test.each([
  ['nothing', '', 'cashier.password.required'],
  ['blanks', '   ', 'cashier.password.required'],
  ['five digits', '12345', 'cashier.password.format'],
  ['seven digits', '1234567', 'cashier.password.format'],
  ['letters', '12345a', 'cashier.password.format'],
  ['Arabic-Indic digits', '١٢٣٤٥٦', 'cashier.password.format'],
])('%s is said to be no password, once', (_name, paymentPassword, message) => {
  expect(problems({ method: 'balance', token, paymentPassword })).toEqual([
    ['paymentPassword', message],
  ]);
});

test('a code is six digits or nothing: an empty field was not asked for', () => {
  const pay = { method: 'balance' as const, token, paymentPassword: '123456' };
  expect(payInput.parse({ ...pay, code: ' ６５４３２１ ' })).toEqual({ ...pay, code: '654321' });
  expect(payInput.parse({ ...pay, code: '  ' })).toEqual(pay);
  expect(problems({ ...pay, code: '12345' })).toEqual([['code', 'cashier.code.format']]);
});

test('a missing password is said to be required', () => {
  expect(problems({ method: 'balance', token })).toEqual([
    ['paymentPassword', 'cashier.password.required'],
  ]);
});

test('a password typed before another way was chosen goes no further', () => {
  expect(payInput.parse({ method: 'quickpass', token, paymentPassword: '123456' })).toEqual({
    method: 'quickpass',
    token,
  });
});

test('neither another method nor a token that could be a path gets in', () => {
  expect(problems({ method: 'carrier', token })).toHaveLength(1);
  expect(problems({ method: 'quickpass', token: '../office' })).toHaveLength(1);
  expect(problems({ method: 'quickpass', token: '' })).toHaveLength(1);
});
