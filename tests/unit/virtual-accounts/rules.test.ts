import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCheckDigit } from '@/lib/core/luhn';
import {
  isVirtualNumber,
  maskAccount,
  maskName,
  virtualNumber,
} from '@/lib/virtual-accounts/rules';

const serial = fc.bigInt({ min: 1n, max: 9_999_999_999_999n });

test('the check digit is the one of ISO/IEC 7812', () => {
  expect(withCheckDigit('7992739871')).toBe('79927398713');
});

test('every serial number makes a number of sixteen digits that is one of ours', () => {
  fc.assert(
    fc.property(serial, (given) => {
      const number = virtualNumber(given);
      expect(number).toMatch(/^88\d{14}$/);
      expect(isVirtualNumber(number)).toBe(true);
      expect(BigInt(number.slice(2, -1))).toBe(given);
    }),
  );
});

test('one mistyped digit is always noticed', () => {
  fc.assert(
    fc.property(serial, fc.nat(15), fc.integer({ min: 1, max: 9 }), (given, place, off) => {
      const number = virtualNumber(given);
      const wrong = (Number(number.charAt(place)) + off) % 10;
      const typed = `${number.slice(0, place)}${wrong}${number.slice(place + 1)}`;
      expect(isVirtualNumber(typed)).toBe(false);
    }),
  );
});

test.each(['', '88', '8800000000000000 ', '88０0000000000017', '6200000000000005'])(
  '"%s" is none of our numbers',
  (text) => expect(isVirtualNumber(text)).toBe(false),
);

test('a payer is recognisable and no more', () => {
  expect([maskName('张三'), maskName(' 欧阳娜娜'), maskName('')]).toEqual(['张*', '欧*', '']);
  expect(maskAccount('6222 0000 0000 1234')).toBe('****1234');
  expect([maskAccount('1234'), maskAccount('')]).toEqual(['****', '']);
});
