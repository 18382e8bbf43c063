import { expect, test } from 'vitest';
import { formOriginsOf } from '@/lib/channels/unionpay/form-origins';

test('UnionPay’s own gateway may redirect within its domain, a stand-in only to itself', () => {
  expect(formOriginsOf('https://gateway.95516.com')).toEqual([
    'https://gateway.95516.com',
    'https://*.95516.com',
  ]);
  for (const other of [
    'http://localhost:4100',
    'https://95516.com.evil.example',
    'http://gateway.95516.com',
  ]) {
    expect(formOriginsOf(other)).toEqual([other]);
  }
});
