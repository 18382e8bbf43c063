import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { setRefundPolicy } from '@/lib/merchants/set-refund-policy';
import { cny } from '@/lib/money/money';
import { startPayment } from '@/lib/payments/start-payment';
import { getReceipt } from '@/lib/receipts/get-receipt';
import { approveRefund } from '@/lib/refunds/approve-refund';
import { countRequests } from '@/lib/refunds/count-requests';
import { declineRefund } from '@/lib/refunds/decline-refund';
import { listOpenRequests } from '@/lib/refunds/list-open-requests';
import { listRefunds } from '@/lib/refunds/list-refunds';
import type { Reader } from '@/lib/refunds/prove-payer';
import { requestRefundByAgent } from '@/lib/refunds/request-refund-by-agent';
import {
  requestRefundByShopper,
  type ShopperRequest,
} from '@/lib/refunds/request-refund-by-shopper';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { anyMember } from '@/tests/support/any-member';
import { answerOf } from '@/tests/support/factories/ledger';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import { balanceMinor } from '@/tests/support/paid-by-unionpay';
import { refusalCode } from '@/tests/support/refusal-code';

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const NOBODY: Reader = { found: undefined, userId: null, device: undefined };

/** An order of ¥10 paid from the balance of a signed-in shopper, in a browser of theirs. */
async function paidOrder(shopperRefunds: 'off' | 'ask' | 'at_once' = 'ask') {
  const { order, merchantId, customerId } = await makePayableOrder({ amountMinor: 1_000n });
  const userId = newId('usr');
  await db().user.create({ data: { id: userId, role: 'shopper', displayName: 'x' } });
  await db().customer.update({ where: { id: customerId }, data: { userId } });
  const device = newSortableNumber().slice(0, 22);
  await startPayment({
    ...{ token: order.payToken, method: 'balance', paymentPassword: PASSWORD },
    ...{ host: DESKTOP, actor: { userId: null }, device },
  });
  await setRefundPolicy({
    refundWhenShort: 'refuse',
    shopperRefunds,
    by: anyMember(merchantId),
  });
  return { orderId: order.id, merchantId, customerId, userId, device };
}

const ask = (orderId: string, more: Partial<ShopperRequest> = {}) =>
  requestRefundByShopper({
    orderId,
    reason: 'not_as_described',
    words: '少了一件',
    formKey: newSortableNumber(),
    reader: { ...NOBODY, found: orderId },
    address: newSortableNumber(),
    ...more,
  });

const toldOf = (merchantId: string) =>
  db().outboxEvent.findMany({
    where: { merchantId, topic: { startsWith: 'refund.' } },
    orderBy: { id: 'asc' },
    select: { topic: true, subjectId: true },
  });

const pending = (merchantId: string) => balanceMinor('merchant_pending', merchantId);

test('who has only the order’s link may not ask; the paying browser, its account, and who found the receipt may', async () => {
  const { orderId, userId, device } = await paidOrder();
  const another = await paidOrder();
  const strangers: Reader[] = [
    NOBODY,
    { ...NOBODY, found: another.orderId },
    { ...NOBODY, device: another.device },
    { ...NOBODY, userId: another.userId },
  ];
  for (const reader of strangers) {
    expect(await refusalCode(ask(orderId, { reader }))).toBe('refund_asker_unknown');
  }
  expect(await listRefunds({ orderId })).toEqual([]);
  const payers: [string, Reader][] = [
    ['receipt', { ...NOBODY, found: orderId }],
    ['browser', { ...NOBODY, device }],
    ['account', { ...NOBODY, userId }],
  ];
  for (const [proof, reader] of payers) {
    const { id } = await ask(orderId, { amount: cny(100n), reader });
    const kept = await db().refundRequest.findUniqueOrThrow({ where: { refundId: id } });
    expect(kept).toMatchObject({ proof, reason: 'not_as_described', words: '少了一件' });
    const { merchantId } = await db().refund.findUniqueOrThrow({ where: { id } });
    await declineRefund({ refundId: id, merchantId, actor: 'usr_shop', reason: '已拆封' });
  }
});

test('what a shopper asks for waits for the shop with the money set aside, once, and the shop is told', async () => {
  const { orderId, merchantId } = await paidOrder();
  const formKey = newSortableNumber();
  const refund = await ask(orderId, { amount: cny(300n), formKey });
  expect(refund).toMatchObject({ state: 'requested', askedBy: 'shopper', amount: cny(300n) });
  expect(await pending(merchantId)).toBe(700n);
  expect((await ask(orderId, { amount: cny(300n), formKey })).id).toBe(refund.id);
  expect(await refusalCode(ask(orderId, { amount: cny(100n) }))).toBe('refund_request_open');
  expect(await toldOf(merchantId)).toEqual([{ topic: 'refund.requested', subjectId: refund.id }]);
  expect(await countRequests({ merchantId })).toBe(1);
  expect(await listOpenRequests({ merchantId })).toMatchObject([
    { refundId: refund.id, orderId, amount: cny(300n), reason: 'not_as_described' },
  ]);
  expect(await getReceipt({ orderId })).toMatchObject({
    refunds: [{ progress: 'asked' }],
    ask: null,
    moving: true,
  });
});

test('the shop’s server is told what was asked for, whatever has become of it since', async () => {
  const { orderId, merchantId } = await paidOrder();
  await createWebhookEndpoint({ merchantId, url: 'https://shop.example/hook' });
  const { id: refundId } = await ask(orderId, { amount: cny(300n) });
  await declineRefund({ refundId, merchantId, actor: 'usr_shop', reason: '已拆封' });
  const event = await db().outboxEvent.findFirstOrThrow({
    where: { merchantId, topic: 'refund.requested' },
  });
  await fanOutEvent({ eventId: event.id });
  const { body } = await db().delivery.findFirstOrThrow({ where: { eventId: event.id } });
  expect(JSON.parse(body)).toMatchObject({
    type: 'refund.requested',
    data: {
      ...{ refund_id: refundId, order_id: orderId, amount: 300, state: 'requested' },
      ...{ shopper_reason: 'not_as_described', reason: '少了一件' },
    },
  });
});

test('of five requests at the same moment one is made', async () => {
  const { orderId, merchantId } = await paidOrder();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      answerOf(ask(orderId, { amount: cny(50n) }).then(() => 'made')),
    ),
  );
  expect(answers.toSorted()).toEqual(['made', ...Array(4).fill('refund_request_open')]);
  expect(await pending(merchantId)).toBe(950n);
});

test('the shop agrees once, and the money is the shopper’s', async () => {
  const { orderId, merchantId, customerId } = await paidOrder();
  const other = await paidOrder();
  const { id: refundId } = await ask(orderId);
  const balance = async () =>
    (await balanceOf({ subject: 'customer_balance', owner: customerId })).amountMinor;
  const before = await balance();
  const byOther = { refundId, merchantId: other.merchantId, actor: 'usr_other' };
  const unknown = { ...byOther, refundId: newId('ref') };
  for (const by of [byOther, unknown]) {
    expect(await refusalCode(approveRefund(by))).toBe('refund_not_found');
    expect(await refusalCode(declineRefund({ ...by, reason: '不' }))).toBe('refund_not_found');
  }
  const by = { refundId, merchantId, actor: 'usr_shop' };
  await Promise.all([answerOf(approveRefund(by)), answerOf(approveRefund(by))]);
  expect(await listRefunds({ orderId })).toMatchObject([{ id: refundId, state: 'succeeded' }]);
  expect((await balance()) - before).toBe(1_000n);
  expect(await refusalCode(declineRefund({ ...by, reason: '晚了' }))).toBe('state_conflict');
  expect(await countRequests({ merchantId })).toBe(0);
  expect(await getReceipt({ orderId })).toMatchObject({ refunds: [{ progress: 'returned' }] });
});

test('the shop declines in words that the shopper reads, and has its money again', async () => {
  const { orderId, merchantId } = await paidOrder();
  const { id: refundId } = await ask(orderId);
  expect(await pending(merchantId)).toBe(0n);
  await declineRefund({ refundId, merchantId, actor: 'usr_shop', reason: '商品已经拆封' });
  expect(await pending(merchantId)).toBe(1_000n);
  expect(await getReceipt({ orderId })).toMatchObject({
    refunds: [{ progress: 'declined', declineReason: '商品已经拆封' }],
    ask: { rule: 'ask', left: cny(1_000n) },
    moving: false,
  });
  expect((await toldOf(merchantId)).map(({ topic }) => topic)).toEqual([
    'refund.requested',
    'refund.declined',
  ]);
});

test('by its rule a shop refunds at once, or takes no requests at all', async () => {
  const now = await paidOrder('at_once');
  expect(await ask(now.orderId, { amount: cny(400n), words: null })).toMatchObject({
    state: 'succeeded',
  });
  expect((await toldOf(now.merchantId)).map(({ topic }) => topic)).toEqual(['refund.succeeded']);
  const off = await paidOrder('off');
  expect(await refusalCode(ask(off.orderId))).toBe('shopper_refunds_off');
  expect(await getReceipt({ orderId: off.orderId })).toMatchObject({ ask: null });
});

test('a day’s requests about one order are counted', async () => {
  const { orderId } = await paidOrder('at_once');
  for (let time = 0; time < 5; time += 1) await ask(orderId, { amount: cny(10n) });
  expect(await refusalCode(ask(orderId, { amount: cny(10n) }))).toBe('too_many_requests');
});

test('an agent refunds for a merchant with a code, is written down, and an auditor does not', async () => {
  const { orderId, merchantId } = await paidOrder();
  const [agent, auditor] = [await makeStaff('agent'), await makeStaff('auditor')];
  const given = { orderId, amount: cny(250n), reason: '顾客来电，商户同意' };
  const asAuditor = { ...given, by: auditor, code: await staffCode(auditor.id) };
  expect(await refusalCode(requestRefundByAgent(asAuditor))).toBe('not_permitted');
  const wrong = { ...given, by: agent, code: 'no code' };
  expect(await refusalCode(requestRefundByAgent(wrong))).toBe('totp_wrong');
  expect(await pending(merchantId)).toBe(1_000n);
  const ask = async () =>
    requestRefundByAgent({
      ...{ ...given, by: agent, refundNo: 'R-MERCHANT-1' },
      code: await staffCode(agent.id),
    });
  const refund = await ask();
  expect(refund).toMatchObject({ state: 'succeeded', askedBy: 'agent', requestedBy: agent.id });
  // The same form again is the same refund, under no number that the merchant might use itself.
  expect((await ask()).id).toBe(refund.id);
  expect(refund.merchantRefundNo).toMatch(/^A[0-9a-f]{40}$/);
  expect(await db().auditRow.findMany({ where: { subjectId: orderId } })).toMatchObject([
    { actorId: agent.id, action: 'refund.request', why: given.reason },
  ]);
});
