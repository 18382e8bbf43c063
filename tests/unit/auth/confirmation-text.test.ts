import { expect, test } from 'vitest';
import { confirmationText } from '@/lib/auth/confirmation-rules';
import { cny } from '@/lib/money/money';

const facts = { code: '012345', host: 'pay.example', minutes: 5 };

test('the text says in both languages what the code is for and to which amount', () => {
  const text = confirmationText({ ...facts, subject: 'pay:ord_1', amount: cny(120_000n) });
  expect(text).toContain('余额付款 ¥1,200.00，验证码 012345');
  expect(text).toContain('Code 012345 confirms paying from your balance: ¥1,200.00.');
  expect(text).not.toContain('ord_1');
});

test('its last line binds it to our own page', () => {
  const text = confirmationText({ ...facts, subject: 'withdraw' });
  expect(text.split('\n').at(-1)).toBe('@pay.example #012345');
  expect(text).toContain('余额提现，验证码 012345');
});
