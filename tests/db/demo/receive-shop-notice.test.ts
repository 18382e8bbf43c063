import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { findPurchase } from '@/lib/demo/find-purchase';
import { receiveShopNotice } from '@/lib/demo/receive-shop-notice';
import type { Shop } from '@/lib/demo/shop';

const shop: Shop = {
  origin: 'http://localhost:3000',
  merchantId: 'mer_1',
  apiKey: 'key',
  linkKey: { id: 'lnk_1', secret: 'secret' },
  webhookSecret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
};

async function placedOrder(): Promise<string> {
  const orderNo = `HM${newSortableNumber()}`;
  await db().demoPurchase.create({ data: { orderNo, goodsCode: 'shirt', amountMinor: 6_800n } });
  return orderNo;
}

function notice(
  orderNo: string,
  {
    amount = 6_800,
    type = 'order.paid',
    id = 'evt_1',
    secret = shop.webhookSecret,
    at = new Date(),
    metadata = {},
  } = {},
): [string, Headers] {
  const data = {
    ...{ merchant_order_no: orderNo, amount, currency: 'CNY', metadata },
    paid_at: at.toISOString(),
  };
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  const headers = new Headers({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  });
  return [body, headers];
}

test('the signed notice marks the shop’s own order paid', async () => {
  const orderNo = await placedOrder();
  expect(await receiveShopNotice(shop, ...notice(orderNo))).toBe('recorded');
  expect(await findPurchase(orderNo)).toMatchObject({ state: 'paid', paidAt: expect.any(Date) });
});

test('ten copies at once are one payment, told of by the first', async () => {
  const orderNo = await placedOrder();
  const copies = Array.from({ length: 10 }, () => receiveShopNotice(shop, ...notice(orderNo)));
  expect(new Set(await Promise.all(copies))).toEqual(new Set(['recorded']));
  const first = await findPurchase(orderNo);
  expect(await receiveShopNotice(shop, ...notice(orderNo, { id: 'evt_2' }))).toBe('recorded');
  expect(await findPurchase(orderNo)).toEqual(first);
});

test('a notice with another amount or of an unknown order changes nothing', async () => {
  const orderNo = await placedOrder();
  expect(await receiveShopNotice(shop, ...notice(orderNo, { amount: 1 }))).toBe('not_in_our_books');
  expect(await receiveShopNotice(shop, ...notice('HM-unknown'))).toBe('not_in_our_books');
  expect(await findPurchase(orderNo)).toMatchObject({ state: 'placed' });
});

test('a notice that somebody else signed, an old one and a changed one are not believed', async () => {
  const orderNo = await placedOrder();
  const stranger = notice(orderNo, {
    secret: 'whsec_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=',
  });
  const old = notice(orderNo, { at: new Date(Date.now() - 3_600_000) });
  const [body, headers] = notice(orderNo, { amount: 1 });
  for (const attempt of [stranger, old, [body.replace('":1,', '":6800,'), headers] as const]) {
    expect(await receiveShopNotice(shop, ...attempt)).toBe('not_authentic');
  }
  expect(await receiveShopNotice(shop, body, new Headers())).toBe('not_authentic');
  expect(await findPurchase(orderNo)).toMatchObject({ state: 'placed' });
});

test('a kind of notice that the shop does not know is taken and left alone', async () => {
  const orderNo = await placedOrder();
  expect(await receiveShopNotice(shop, ...notice(orderNo, { type: 'order.closed' }))).toBe(
    'recorded',
  );
  expect(await findPurchase(orderNo)).toMatchObject({ state: 'placed' });
});

test('a renewal, whose order the shop has not placed, is taken; the membership it began with stays as it is', async () => {
  const orderNo = await placedOrder();
  await receiveShopNotice(shop, ...notice(orderNo));
  const before = await findPurchase(orderNo);
  const renewal = notice('sub_1-2', { metadata: { subscription_id: 'sub_1', term: '2' } });
  expect(await receiveShopNotice(shop, ...renewal)).toBe('recorded');
  expect(await findPurchase('sub_1-2')).toBeUndefined();
  expect(await findPurchase(orderNo)).toEqual(before);
});
