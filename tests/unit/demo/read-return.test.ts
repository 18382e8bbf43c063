import { expect, test } from 'vitest';
import { readReturn } from '@/lib/demo/read-return';
import type { Shop } from '@/lib/demo/shop';
import { signFields } from '@/lib/sdk/link';

const shop: Shop = {
  origin: 'http://localhost:3000',
  merchantId: 'mer_1',
  apiKey: 'key',
  linkKey: { id: 'lnk_1', secret: 'secret' },
  webhookSecret: 'whsec_AAAA',
};

const returned = (changed: Record<string, string> = {}) => {
  const fields = {
    order_id: 'ord_1',
    order_no: 'HM1',
    status: 'paid',
    timestamp: '1795219250',
    key_id: 'lnk_1',
    ...changed,
  };
  return { ...fields, sign: signFields(fields, 'secret') };
};

test('without a return nothing is said', () => {
  expect(readReturn(shop, 'HM1', {})).toBe('none');
  expect(readReturn(shop, 'HM1', { status: 'paid' })).toBe('none');
});

test('a signed return says what it says, whatever else stands in the address', () => {
  expect(readReturn(shop, 'HM1', returned())).toBe('paid');
  expect(readReturn(shop, 'HM1', { ...returned(), from: 'mail' })).toBe('paid');
  expect(readReturn(shop, 'HM1', returned({ status: 'expired' }))).toBe('not_paid');
});

test.each([
  ['a changed status', { ...returned({ status: 'open' }), status: 'paid' }],
  ['another order’s return', returned({ order_no: 'HM2' })],
  ['a key that is not ours', returned({ key_id: 'lnk_2' })],
  ['a repeated parameter', { ...returned(), status: ['paid', 'paid'] }],
  ['a missing parameter', { ...returned(), timestamp: undefined }],
  ['an empty signature', { ...returned(), sign: '' }],
])('%s is not believed', (_, query) => {
  expect(readReturn(shop, 'HM1', query)).toBe('unsigned');
});
