import { beforeAll, expect, test } from 'vitest';
import { present } from '@/lib/core/assert';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { cny } from '@/lib/money/money';
import { expireOrders } from '@/lib/orders/expire-orders';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { createPaymentLink } from '@/lib/payment-links/create-payment-link';
import { getLinkPage } from '@/lib/payment-links/get-link-page';
import { getPaymentLink } from '@/lib/payment-links/get-payment-link';
import { listLinkOrders } from '@/lib/payment-links/list-link-orders';
import { listPaymentLinks } from '@/lib/payment-links/list-payment-links';
import { openLinkOrder } from '@/lib/payment-links/open-link-order';
import type { NewPaymentLink } from '@/lib/payment-links/place-payment-link';
import { switchPaymentLink } from '@/lib/payment-links/switch-payment-link';
import { anyMember } from '@/tests/support/any-member';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { refusalCode } from '@/tests/support/refusal-code';

let by: MerchantActor;
beforeAll(async () => {
  by = anyMember((await seedMerchant()).id);
});

const make = (asked: Partial<NewPaymentLink> = {}, who = by) =>
  createPaymentLink({
    by: who,
    asked: {
      ...{ subject: '会员年费', goods: 'digital', least: cny(500n), most: cny(500n) },
      ...{ mostUses: null, ends: null },
      ...asked,
    },
  });
const press = (code: string, more: Partial<Parameters<typeof openLinkOrder>[0]> = {}) =>
  openLinkOrder({ code, device: newSortableNumber(), formKey: newSortableNumber(), ...more });
const orderOf = async (opened: Promise<{ payToken: string }>) =>
  findOrderByToken((await opened).payToken);
const letExpire = async (payToken: string) => {
  await db().$executeRaw`
    UPDATE orders SET expires_at = clock_timestamp() - interval '1 ms' WHERE pay_token = ${payToken}`;
  await expireOrders();
};

/** As the customer whose balance the factory has filled: a link knows nobody. */
async function payAsAlice({ payToken }: { payToken: string }): Promise<void> {
  await db().$executeRaw`
    UPDATE orders SET customer_reference = 'alice' WHERE pay_token = ${payToken}`;
  await payFromBalance(present(await findOrderByToken(payToken), 'the order'));
}

test('a link makes an order of its own terms for each shopper, whatever the browser says it costs', async () => {
  const link = await make({ returnUrl: 'https://shop.example/back' });
  const order = await orderOf(press(link.code, { amount: cny(1n) }));
  expect(order).toMatchObject({
    merchantId: by.merchantId,
    amount: cny(500n),
    subject: '会员年费',
    goods: 'digital',
    returnUrl: 'https://shop.example/back',
    state: 'open',
  });
  expect(order?.merchantOrderNo).toMatch(/^PL-[0-9A-F]{20}$/);
  const minutes = (Number(order?.expiresAt) - Number(order?.createdAt)) / 60_000;
  expect(minutes).toBeCloseTo(30, 1);
  await press(link.code);
  const { orders, next } = await listLinkOrders({ merchantId: by.merchantId, linkId: link.id });
  expect(orders).toHaveLength(2);
  expect(orders[1]?.id).toBe(order?.id);
  expect(next).toBeNull();
});

test('an open amount is taken between the bounds and refused outside of them', async () => {
  const { code } = await make({ least: cny(100n), most: cny(1_000n) });
  for (const fen of [100n, 555n, 1_000n]) {
    expect((await orderOf(press(code, { amount: cny(fen) })))?.amount).toEqual(cny(fen));
  }
  for (const amount of [undefined, cny(99n), cny(1_001n), cny(0n), cny(-100n)]) {
    expect(await refusalCode(press(code, { amount }))).toBe('payment_link_amount');
  }
});

test('twenty at once on a link for three: three orders, and seventeen hear that it is busy', async () => {
  const link = await make({ mostUses: 3 });
  const codes = await Promise.all(Array.from({ length: 20 }, () => refusalCode(press(link.code))));
  expect(codes.filter((code) => code === 'fine')).toHaveLength(3);
  expect(codes.filter((code) => code === 'payment_link_busy')).toHaveLength(17);
  expect((await getPaymentLink({ merchantId: by.merchantId, linkId: link.id })).uses).toEqual({
    paid: 0,
    open: 3,
  });
});

test('an order that expires unpaid gives its use back, a paid one never', async () => {
  const { merchantId } = await makePayableOrder();
  const { id, code } = await make({ mostUses: 1 }, anyMember(merchantId));
  const first = await press(code);
  const order = await findOrderByToken(first.payToken);
  const minutes = (Number(order?.expiresAt) - Number(order?.createdAt)) / 60_000;
  expect(minutes).toBeCloseTo(15, 1);
  expect(await refusalCode(press(code))).toBe('payment_link_busy');
  await letExpire(first.payToken);
  await payAsAlice(await press(code));
  expect(await refusalCode(press(code))).toBe('payment_link_used_up');
  expect((await getLinkPage({ code, device: undefined })).standing).toBe('used_up');
  const { uses } = await getPaymentLink({ merchantId, linkId: id });
  expect(uses).toEqual({ paid: 1, open: 0 });
});

test('a browser comes back to the order it has open; pressed twice at once, a form makes one', async () => {
  const { code, id } = await make({ mostUses: 1 });
  const shopper = { device: 'device-1', formKey: 'form-1' };
  const twice = await Promise.all([press(code, shopper), press(code, shopper)]);
  expect(twice[0]).toEqual(twice[1]);
  const later = await press(code, { ...shopper, formKey: 'form-2' });
  expect(later).toEqual(twice[0]);
  const page = await getLinkPage({ code, device: 'device-1' });
  expect(page).toMatchObject({ standing: 'busy', ownOrder: later.payToken });
  expect((await getLinkPage({ code, device: 'device-2' })).ownOrder).toBeNull();
  expect(await db().paymentLinkOrder.count({ where: { linkId: id } })).toBe(1);
});

test('two presses of one form of an unlimited link, at once, are one order', async () => {
  const { code, id } = await make();
  const shopper = { device: 'device-3', formKey: 'form-3' };
  const opened = await Promise.all(Array.from({ length: 8 }, () => press(code, shopper)));
  expect(new Set(opened.map(({ payToken }) => payToken)).size).toBe(1);
  expect(await db().paymentLinkOrder.count({ where: { linkId: id } })).toBe(1);
});

test('a stopped, an ended and an unknown link make no order, and say which they are', async () => {
  const { code, id } = await make();
  await switchPaymentLink({ by, linkId: id, active: false });
  await switchPaymentLink({ by, linkId: id, active: false });
  expect(await refusalCode(press(code))).toBe('payment_link_stopped');
  await switchPaymentLink({ by, linkId: id, active: true });
  expect(await refusalCode(press(code))).toBe('fine');
  const moves = await db().transition.findMany({
    where: { subjectType: 'payment_link', subjectId: id },
    orderBy: { id: 'asc' },
    select: { event: true, actor: true },
  });
  expect(moves).toEqual([
    { event: 'stop', actor: by.id },
    { event: 'start', actor: by.id },
  ]);

  const ending = await make({ ends: 60 });
  await db().$executeRaw`ALTER TABLE payment_links DISABLE TRIGGER payment_links_terms`;
  await db().$executeRaw`
    UPDATE payment_links SET expires_at = clock_timestamp() - interval '1 ms' WHERE id = ${ending.id}`;
  await db().$executeRaw`ALTER TABLE payment_links ENABLE TRIGGER payment_links_terms`;
  expect(await refusalCode(press(ending.code))).toBe('payment_link_over');

  for (const unknown of ['', '0'.repeat(20), "' OR 1=1 --", 'x'.repeat(10_000)]) {
    expect(await refusalCode(press(unknown))).toBe('payment_link_not_found');
  }
});

test('what a printed code says never changes, whoever writes', async () => {
  const { id } = await make();
  for (const data of [{ leastMinor: 1n, mostMinor: 1n }, { subject: 'x' }, { mostUses: 9 }]) {
    await expect(db().paymentLink.update({ where: { id }, data })).rejects.toThrow();
  }
});

test('a merchant’s links are its own: another’s is as unknown as none, and a stranger may not', async () => {
  const { id } = await make();
  const stranger = anyMember((await seedMerchant()).id);
  for (const linkId of [id, 'plk_none']) {
    const asked = { merchantId: stranger.merchantId, linkId };
    expect(await refusalCode(getPaymentLink(asked))).toBe('payment_link_not_found');
    expect(await refusalCode(listLinkOrders(asked))).toBe('payment_link_not_found');
    const stop = switchPaymentLink({ by: stranger, linkId, active: false });
    expect(await refusalCode(stop)).toBe('payment_link_not_found');
  }
  expect((await listPaymentLinks({ merchantId: stranger.merchantId })).links).toEqual([]);
  const developer = anyMember(by.merchantId, 'usr_dev', 'developer');
  expect(await refusalCode(make({}, developer))).toBe('not_permitted');
});

test('a link cannot send its shoppers to an address that is not on the list, nor live for two years', async () => {
  expect(await refusalCode(make({ returnUrl: 'https://evil.example/' }))).toBe(
    'return_url_not_allowed',
  );
  expect(await refusalCode(make({ ends: 2 * 366 * 86_400 }))).toBe('payment_link_end');
  expect(await refusalCode(make({ ends: new Date(0) }))).toBe('payment_link_end');
});

test('the list is read page by page, newest first, and by state', async () => {
  const own = anyMember((await seedMerchant()).id);
  const { merchantId } = own;
  const made = [await make({}, own), await make({}, own), await make({}, own)];
  await switchPaymentLink({ by: own, linkId: made[1]?.id ?? '', active: false });
  const first = await listPaymentLinks({ merchantId, limit: 2 });
  expect(first.links.map(({ id }) => id)).toEqual([made[2]?.id, made[1]?.id]);
  const rest = await listPaymentLinks({ merchantId, limit: 2, before: first.next ?? '' });
  expect(rest.links.map(({ id }) => id)).toEqual([made[0]?.id]);
  expect(rest.next).toBeNull();
  const stopped = await listPaymentLinks({ merchantId, state: 'stopped' });
  expect(stopped.links.map(({ id }) => id)).toEqual([made[1]?.id]);
});
