import { expect, test } from 'vitest';
import { signFieldsHmac } from '@/lib/merchants/canonical-fields';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { signedReturnUrl } from '@/lib/orders/sign-return';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { seedOrder } from '@/tests/support/factories/orders';

test('the way back says what we know, signed with the newest live key', async () => {
  const { id: merchantId } = await seedMerchant();
  await createLinkKey({ merchantId });
  const key = await createLinkKey({ merchantId });
  const order = await seedOrder({
    merchantId,
    return_url: 'https://shop.example/back?lang=zh&status=forged&sign=forged',
  });
  const url = new URL((await signedReturnUrl(order, 'paid')) ?? '');
  expect(url.origin + url.pathname).toBe('https://shop.example/back');
  const { lang, sign, ...fields } = Object.fromEntries(url.searchParams);
  expect(lang).toBe('zh');
  expect(fields).toEqual({
    order_id: order.id,
    order_no: order.merchantOrderNo,
    status: 'paid',
    key_id: key.id,
    timestamp: expect.stringMatching(/^\d{10}$/),
  });
  expect(sign).toBe(signFieldsHmac(fields, key.secret));
  expect(url.searchParams.getAll('status')).toEqual(['paid']);
});

test('without an address there is no way back', async () => {
  const order = await seedOrder({ return_url: undefined });
  expect(await signedReturnUrl(order, 'paid')).toBeNull();
});

test('a merchant without a link key gets the numbers and no status to believe', async () => {
  const order = await seedOrder();
  const url = new URL((await signedReturnUrl(order, 'paid')) ?? '');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    order_id: order.id,
    order_no: order.merchantOrderNo,
  });
});
