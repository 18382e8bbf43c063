import { expect, test } from 'vitest';
import { addressKey, codeText, maskPhone } from '@/lib/auth/rules';
import { codeSchema, emailSchema, phoneSchema } from '@/lib/auth/schema';

test.each([
  '13812348000',
  ' 138 1234 8000 ',
  '138-1234-8000',
  '+86 13812348000',
  '+8613812348000',
  '008613812348000',
  '8613812348000',
  '１３８１２３４８０００',
])('%j is the phone 13812348000', (text) => {
  expect(phoneSchema.parse(text)).toBe('13812348000');
});

test.each(['', '1381234800', '138123480000', '12812348000', '+1 13812348000', '1381234800a', '０'])(
  '%j is no mainland mobile number',
  (text) => {
    expect(phoneSchema.safeParse(text).success).toBe(false);
  },
);

test('a code may be typed with spaces or full-width digits, and is six digits all the same', () => {
  expect(codeSchema.parse(' 123 456')).toBe('123456');
  expect(codeSchema.parse('１２３４５６')).toBe('123456');
  for (const text of ['12345', '1234567', '12345a', '١٢٣٤٥٦', '']) {
    expect(codeSchema.safeParse(text).success).toBe(false);
  }
});

test('e-mail addresses are compared in lower case', () => {
  expect(emailSchema.parse(' Office@Demo.Test ')).toBe('office@demo.test');
});

test('the text of a code ends in the origin-bound line, by host and without port', () => {
  const text = codeText({ code: '042017', host: 'pay.example', minutes: 5 });
  expect(text.split('\n').at(-1)).toBe('@pay.example #042017');
  expect(text).toContain('验证码 042017');
  expect(text).toContain('code is 042017');
});

test('a masked phone shows three digits and four', () => {
  expect(maskPhone('13812348000')).toBe('138****8000');
});

test('an IPv6 host can not get a fresh budget by changing its address inside its network', () => {
  expect(addressKey('2001:db8:1:2::1')).toBe(addressKey('2001:db8:1:2:ffff::9'));
  expect(addressKey('2001:db8:1:2::1')).not.toBe(addressKey('2001:db8:1:3::1'));
  expect(addressKey(' ::ffff:192.0.2.7 ')).toBe('192.0.2.7');
  expect(addressKey('garbage')).toBe('unknown');
});
