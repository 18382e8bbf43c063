import { expect, test } from 'vitest';
import { hasPersonalNumber, maskPersonalNumbers } from '@/lib/core/personal-numbers';
import { someCardNo } from '@/tests/support/card-numbers';
import { someIdNo } from '@/tests/support/id-numbers';

test.each([
  ['来电 13800138000 核对', '来电 ****8000 核对'],
  ['+86 138 0013 8000', '+****8000'],
  ['证件11010119900307003X，本人', '证件****003X，本人'],
  ['卡 4111-1111-1111-1111', '卡 ****1111'],
])('of a phone, an ID or a card number in %j only the end is kept', (text, kept) => {
  expect(maskPersonalNumbers(text)).toBe(kept);
  expect(hasPersonalNumber(text)).toBe(true);
});

test('whatever card or ID number it is', () => {
  for (let times = 0; times < 50; times += 1) {
    expect(hasPersonalNumber(`卡号${someCardNo()}。`)).toBe(true);
    expect(hasPersonalNumber(`证件 ${someIdNo()}`)).toBe(true);
  }
});

test.each([
  '尾号 8000，2026-11-26 12:30',
  '银行流水号 BK20260308112055000042',
  '订单 20261126123456789',
  '¥1234567890.00',
  '4111 1111 1111 1112',
  '电话 010-62345678',
  // Ids of ours, whose digits happen to make a card number or a phone.
  '订单 T0c8bd01c-3396-4447-9094-929f1f9b9d40 的退款',
  '{"orderId":"1234567a-ab13-8123-4567-8abcdefabcde"}',
  '0AF7651916CD43DD8448EB211C80319C 4bf13812345678b7a3ce929d0e0e4736',
])('%j is left as it is', (text) => {
  expect(maskPersonalNumbers(text)).toBe(text);
});
