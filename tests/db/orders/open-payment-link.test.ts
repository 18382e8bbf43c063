import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { signFieldsHmac } from '@/lib/merchants/canonical-fields';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { revokeKey } from '@/lib/merchants/revoke-key';
import { createOrder } from '@/lib/orders/create-order';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { openPaymentLink } from '@/lib/orders/open-payment-link';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { linkFields } from '@/tests/support/factories/orders';
import { memberWithCode } from '@/tests/support/make-member';
import { refusalCode } from '@/tests/support/refusal-code';

let key: { merchantId: string; id: string; secret: string };
const newKey = async () => {
  const { id: merchantId } = await seedMerchant();
  return { merchantId, ...(await createLinkKey({ merchantId })) };
};
beforeAll(async () => {
  key = await newKey();
});

const open = (fields: Record<string, string>) => openPaymentLink(new URLSearchParams(fields));
const orderCount = (merchantId: string) => db().order.count({ where: { merchantId } });
const inSeconds = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds);

test('a signed link opens an order that expires with the link', async () => {
  const fields = linkFields(key);
  const { payToken } = await open(fields);
  expect(await findOrderByToken(payToken)).toMatchObject({
    merchantId: key.merchantId,
    merchantOrderNo: fields.order_no,
    amount: { amountMinor: 600n, currency: 'CNY' },
    subject: '游戏金币 60 枚',
    goods: 'digital',
    customerReference: 'alice',
    returnUrl: 'https://shop.example/back',
    state: 'open',
    expiresAt: new Date(Number(fields.expires) * 1000),
  });
});

test('an order from a link that lives for a year ends after 30 days', async () => {
  const { payToken } = await open(linkFields(key, { expires: inSeconds(365 * 86_400) }));
  const order = await findOrderByToken(payToken);
  const days = (Number(order?.expiresAt) - Number(order?.createdAt)) / 86_400_000;
  expect(days).toBeCloseTo(30, 2);
});

test('customer and return address may be left out or blank', async () => {
  const blanks: Record<string, string>[] = [{ customer: '', return_url: '' }, {}];
  for (const blank of blanks) {
    const { customer, return_url, sign, ...rest } = linkFields(key);
    const unsigned = { ...rest, ...blank };
    const { payToken } = await open({ ...unsigned, sign: signFieldsHmac(unsigned, key.secret) });
    expect(await findOrderByToken(payToken)).toMatchObject({
      customerReference: null,
      returnUrl: null,
    });
  }
});

test('the same link is the same order, twenty times at once and again', async () => {
  const own = await newKey();
  const fields = linkFields(own);
  const tokens = await Promise.all(Array.from({ length: 20 }, () => open(fields)));
  tokens.push(await open(fields));
  expect(new Set(tokens.map(({ payToken }) => payToken)).size).toBe(1);
  expect(await orderCount(own.merchantId)).toBe(1);
});

test('a link signed anew with a later expiry is the same order, which keeps its first', async () => {
  const fields = linkFields(key);
  const { payToken } = await open(fields);
  const again = linkFields(key, { order_no: fields.order_no ?? '', expires: inSeconds(6_000) });
  expect(await open(again)).toEqual({ payToken });
  expect((await findOrderByToken(payToken))?.expiresAt).toEqual(
    new Date(Number(fields.expires) * 1000),
  );
});

test.each<Record<string, string>>([
  { amount: '601' },
  { subject: '别的' },
  { goods: 'physical' },
  { customer: 'bob' },
  { return_url: 'https://shop.example/elsewhere' },
])('the same number with %j is refused and changes nothing', async (other) => {
  const fields = linkFields(key);
  const { payToken } = await open(fields);
  const before = await findOrderByToken(payToken);
  const changed = linkFields(key, { order_no: fields.order_no ?? '', ...other });
  expect(await refusalCode(open(changed))).toBe('order_conflict');
  expect(await findOrderByToken(payToken)).toEqual(before);
});

test('link and API call of the same content are one order, whichever comes first', async () => {
  const fields = linkFields(key);
  const input = {
    merchant_order_no: fields.order_no ?? '',
    amount: 600,
    currency: 'CNY' as const,
    subject: '游戏金币 60 枚',
    goods: 'digital' as const,
    customer_reference: 'alice',
    return_url: 'https://shop.example/back',
  };
  const { payToken } = await open(fields);
  const { merchantId } = key;
  const call = await createOrder({ merchantId, idempotencyKey: fields.order_no ?? '', input });
  expect(call.status).toBe(200);
  expect(JSON.parse(call.body).pay_url.endsWith(`/pay/${payToken}`)).toBe(true);

  const later = linkFields(key);
  const merchant_order_no = later.order_no ?? '';
  const first = await createOrder({
    merchantId,
    idempotencyKey: merchant_order_no,
    input: { ...input, merchant_order_no, metadata: { a: 'b' }, expires_in: 60 },
  });
  const opened = await open(later);
  expect(JSON.parse(first.body).pay_url.endsWith(`/pay/${opened.payToken}`)).toBe(true);
});

test('whatever is changed after signing, the link does not open', async () => {
  const own = await newKey();
  const fields = linkFields(own, { order_no: 'tamper-1' });
  const names = fc.constantFrom(...Object.keys(fields));
  await fc.assert(
    fc.asyncProperty(names, fc.string({ unit: 'grapheme' }), async (name, value) => {
      fc.pre(value !== fields[name]);
      const code = await refusalCode(open({ ...fields, [name]: value }));
      expect(['link_invalid', 'link_signature_invalid']).toContain(code);
    }),
    { numRuns: 150 },
  );
  expect(await orderCount(own.merchantId)).toBe(0);
});

test('a value cannot take in its neighbour: one signed string is one link', async () => {
  const signed = linkFields(key, { return_url: 'https://shop.example/a?b=1', subject: 'tea' });
  const swallowed = {
    ...signed,
    return_url: 'https://shop.example/a?b=1&subject=tea',
    subject: 'x',
  };
  expect(await refusalCode(open(swallowed))).toBe('link_invalid');
  const inner = linkFields(key, { return_url: 'https://shop.example/a?b=1&subject=fake' });
  expect(await refusalCode(open(inner))).toBe('link_invalid');
});

test.each([
  ['an amount of zero', { amount: '0' }],
  ['a negative amount', { amount: '-1' }],
  ['a fraction', { amount: '6.00' }],
  ['an exponent', { amount: '1e2' }],
  ['full-width digits', { amount: '６００' }],
  ['a leading zero', { amount: '0600' }],
  ['a plus sign', { amount: '+600' }],
  ['too much', { amount: '1000000001' }],
  ['no number at all', { amount: '' }],
  ['goods that are neither', { goods: 'service' }],
  ['no subject', { subject: '' }],
  ['a subject of two lines', { subject: 'a\nb' }],
  ['no expiry', { expires: '' }],
  ['an expiry that is no number', { expires: 'tomorrow' }],
  ['a phone', { phone: '13800138000' }],
  ['a name', { name: '张三' }],
  ['an unknown parameter', { x: '1' }],
])('%s is refused even when it is signed', async (_, other) => {
  const own = await newKey();
  expect(await refusalCode(open(linkFields(own, other)))).toBe('link_invalid');
  expect(await orderCount(own.merchantId)).toBe(0);
});

test('a repeated parameter is refused', async () => {
  const query = new URLSearchParams(linkFields(key));
  query.append('amount', '600');
  expect(await refusalCode(openPaymentLink(query))).toBe('link_invalid');
  expect(await refusalCode(openPaymentLink(new URLSearchParams()))).toBe('link_invalid');
});

test('an expired link is refused, by the database’s clock', async () => {
  const own = await newKey();
  expect(await refusalCode(open(linkFields(own, { expires: inSeconds(-1) })))).toBe('link_expired');
  expect(await orderCount(own.merchantId)).toBe(0);
});

test('an expired link leads to the order that it opened while it could, and opens no other', async () => {
  const own = await newKey();
  const { payToken } = await open(linkFields(own, { order_no: 'KEPT-1' }));
  const late = { order_no: 'KEPT-1', expires: inSeconds(-1) };
  expect(await open(linkFields(own, late))).toEqual({ payToken });
  const other = linkFields(own, { ...late, amount: '601' });
  expect(await refusalCode(open(other))).toBe('link_expired');
  expect(await refusalCode(open({ ...linkFields(own, late), amount: '601' }))).toBe(
    'link_signature_invalid',
  );
  expect(await orderCount(own.merchantId)).toBe(1);
});

test('a return address off the list is refused even when it is signed', async () => {
  const own = await newKey();
  for (const address of ['https://evil.example/', '//evil', '/\\evil', 'https://a@shop.example/']) {
    const code = await refusalCode(open(linkFields(own, { return_url: address })));
    expect(code).toBe('return_url_not_allowed');
  }
  expect(await orderCount(own.merchantId)).toBe(0);
});

test('an unknown merchant, an unknown key, another’s key and a revoked one get one answer', async () => {
  const [own, other] = [await newKey(), await newKey()];
  for (const signedBy of [
    { ...own, merchantId: 'mer_nobody' },
    { ...own, id: 'lnk_nobody' },
    { ...own, merchantId: other.merchantId },
    { ...own, secret: other.secret },
  ]) {
    expect(await refusalCode(open(linkFields(signedBy)))).toBe('link_signature_invalid');
  }
  const link = linkFields(own);
  const member = await memberWithCode({ merchantId: own.merchantId });
  await revokeKey({ kind: 'link', keyId: own.id, ...member });
  expect(await refusalCode(open(link))).toBe('link_signature_invalid');
});

test('during rotation links of both keys open', async () => {
  const { id: merchantId } = await seedMerchant();
  const keys = [await createLinkKey({ merchantId }), await createLinkKey({ merchantId })];
  for (const one of keys) {
    expect(await refusalCode(open(linkFields({ merchantId, ...one })))).toBe('fine');
  }
});

test('an upper-case signature is not the published form', async () => {
  const fields = linkFields(key);
  expect(await refusalCode(open({ ...fields, sign: String(fields.sign).toUpperCase() }))).toBe(
    'link_invalid',
  );
});
