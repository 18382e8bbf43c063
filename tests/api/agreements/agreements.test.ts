import { expect, inject, test } from 'vitest';
import { signWithoutCode } from '@/lib/agreements/sign-without-code';
import { CONSENT, someElements } from '@/tests/support/agreement-bench';
import { newApiClient } from '@/tests/support/api-client';

const { origin } = inject('stack');

async function bind(merchantId: string, customerReference: string) {
  const elements = someElements();
  const signed = await signWithoutCode({
    merchantId,
    customerReference,
    elements,
    consentVersion: CONSENT,
  });
  if (signed.kind !== 'signed') throw new Error(signed.kind);
  return { id: signed.agreementId, elements };
}

const remove = (path: string, secret: string) =>
  fetch(`${origin}${path}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${secret}` },
  });

test('a merchant reads its agreements by number and by customer, and never a card number', async () => {
  const shop = await newApiClient(origin);
  const { id, elements } = await bind(shop.merchant.id, 'alice');
  const one = await shop.get(`/api/v1/agreements/${id}`);
  expect(one.status).toBe(200);
  const agreement = await one.json();
  expect(agreement).toMatchObject({
    id,
    state: 'active',
    bank: { code: 'test_6222', name: '样例银行', name_en: 'Sample Bank' },
    card_type: 'debit',
    card_tail: elements.cardNo.slice(-4),
    single_limit: 1_000_000,
  });
  const list = await shop.get('/api/v1/agreements?customer_reference=alice');
  const text = await list.text();
  const listed = { ...agreement, customer_reference: 'alice' };
  expect(JSON.parse(text)).toEqual({ agreements: [listed], next: null });
  for (const secret of [elements.cardNo, elements.phone, elements.idNo]) {
    expect(text).not.toContain(secret);
  }
  const all = await shop.get('/api/v1/agreements?limit=1');
  expect(await all.json()).toEqual({ agreements: [listed], next: null });
  expect(await (await shop.get('/api/v1/agreements?customer_reference=bob')).json()).toEqual({
    ...{ agreements: [], next: null },
  });
  expect((await shop.get('/api/v1/agreements?state=signing')).status).toBe(422);
});

test('a merchant unbinds a card; again it is the same answer', async () => {
  const shop = await newApiClient(origin);
  const { id } = await bind(shop.merchant.id, 'carol');
  const first = await remove(`/api/v1/agreements/${id}`, shop.secret);
  expect(first.status).toBe(200);
  const ended = await first.json();
  expect(ended).toMatchObject({ id, state: 'ended' });
  expect(await (await remove(`/api/v1/agreements/${id}`, shop.secret)).json()).toEqual(ended);
  expect(await (await shop.get('/api/v1/agreements?customer_reference=carol')).json()).toEqual({
    ...{ agreements: [], next: null },
  });
});

test('another merchant’s agreement is as unknown as none, and nobody reads or unbinds without a key', async () => {
  const [shop, stranger] = [await newApiClient(origin), await newApiClient(origin)];
  const { id } = await bind(shop.merchant.id, 'dave');
  for (const path of [`/api/v1/agreements/${id}`, '/api/v1/agreements/agr_%00']) {
    for (const answer of [await stranger.get(path), await remove(path, stranger.secret)]) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'agreement_not_found' });
    }
    expect((await remove(path, 'nonsense')).status).toBe(401);
  }
  expect(await (await shop.get(`/api/v1/agreements/${id}`)).json()).toMatchObject({
    state: 'active',
  });
});
