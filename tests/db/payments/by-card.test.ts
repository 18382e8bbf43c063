import { expect, test } from 'vitest';
import { confirmChannelSigning } from '@/lib/agreements/confirm-channel-signing';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { chargeAgreement } from '@/lib/payments/charge-agreement';
import { resendChannelCode } from '@/lib/payments/resend-channel-code';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { bindCard } from '@/tests/support/factories/bound-card';
import { RIGHT_CODE, WRONG_CODE } from '@/tests/support/factories/holder';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { PHONE } from '@/tests/support/hosts';
import { refusalCode } from '@/tests/support/refusal-code';
import { withCardRails } from '@/tests/support/with-card-rails';

const rails = withCardRails();

const pay = (order: Order, card: { agreementId: string; userId: string | null }) =>
  startPayment({
    token: order.payToken,
    method: 'card',
    agreementId: card.agreementId,
    host: PHONE,
    actor: { userId: card.userId },
  });
/** Asks about the order's newest attempt until the channel has decided. */
async function decided(order: Order) {
  const attempt = (await selectAttempts(order.id)).at(-1);
  if (!attempt) throw new Error('no attempt');
  if (attempt.state === 'succeeded' || attempt.state === 'failed') return attempt;
  await resolveAttempt({ attemptId: attempt.id });
  return decided(order);
}
const charged = (channel: string) =>
  balanceOf({ subject: 'channel_clearing', owner: channel }).then((one) => one.amountMinor);
const scene = async (amountMinor = 6_800n) => {
  const { order, merchantId } = await makePayableOrder({ amountMinor, balanceMinor: 0n });
  return { order, merchantId, card: await bindCard({ merchantId }) };
};

test('a bound card pays without another code, and the order is paid on the channel’s word', async () => {
  const { order, card } = await scene();
  const before = await charged('unionpay');
  expect((await pay(order, card)).result).not.toBe('failed');
  const attempt = await decided(order);
  expect(attempt).toMatchObject({
    state: 'succeeded',
    method: 'card',
    channel: 'unionpay',
    cardType: 'debit',
    agreementId: card.agreementId,
  });
  expect((await readOrder(order.id)).state).toBe('paid');
  expect((await charged('unionpay')) - before).toBe(6_800n);
});

test('which channel carried it, and why, is kept with the attempt', async () => {
  const { order, card } = await scene();
  await pay(order, card);
  const attempt = await decided(order);
  const { rows } = await pool().query('SELECT routing FROM attempts WHERE id = $1', [attempt.id]);
  expect(rows[0].routing).toMatchObject({
    chosen: 'unionpay',
    ranking: [
      { channel: 'unionpay', reason: 'chosen', agreement: 'active' },
      { channel: 'netsunion', reason: 'not_signed' },
    ],
  });
});

test('nobody pays with another person’s card, nor without having signed in', async () => {
  const { order, merchantId, card } = await scene();
  const stranger = await bindCard({ merchantId });
  expect(await refusalCode(pay(order, { ...card, userId: null }))).toBe('sign_in_required');
  expect(await refusalCode(pay(order, { ...card, userId: stranger.userId }))).toBe(
    'agreement_not_found',
  );
  const elsewhere = await makePayableOrder();
  expect(await refusalCode(pay(elsewhere.order, card))).toBe('agreement_not_found');
  expect(await selectAttempts(order.id)).toHaveLength(0);
});

test('a large amount takes the channel’s code; the right one pays, handed over once', async () => {
  const { order, card } = await scene(150_000n);
  expect(await pay(order, card)).toEqual({ result: 'continue' });
  const [attempt] = await selectAttempts(order.id);
  expect(attempt?.nextStep).toMatchObject({ type: 'enter-code' });
  const { payToken: token } = order;
  const before = Date.now();
  await resendChannelCode({
    token,
    userId: card.userId,
    device: 'a browser',
    address: '192.0.2.1',
  });
  // Until the next one may be asked for, it is counted from this one.
  const again = (await selectAttempts(order.id))[0]?.nextStep;
  const sentAt = again?.type === 'enter-code' ? Date.parse(again.sentAt ?? '') : 0;
  expect(sentAt).toBeGreaterThanOrEqual(before);
  expect(await refusalCode(submitChannelCode({ token, code: RIGHT_CODE, userId: null }))).toBe(
    'sign_in_required',
  );
  const given = { token, code: RIGHT_CODE, userId: card.userId };
  await Promise.allSettled([submitChannelCode(given), submitChannelCode(given)]);
  expect((await decided(order)).state).toBe('succeeded');
  expect(await selectAttempts(order.id)).toHaveLength(1);
});

test('a code whose sending got no answer may still be typed in', async () => {
  const { order, card } = await scene(151_100n);
  await rails.control('script', {
    match: { amount: '151100', kind: 'sms' },
    behaviour: { lose: 'reply' },
    times: 1,
  });
  expect(await pay(order, card)).toEqual({ result: 'continue' });
  const given = { token: order.payToken, code: RIGHT_CODE, userId: card.userId };
  await submitChannelCode(given);
  expect((await decided(order)).state).toBe('succeeded');
});

test('a wrong code charges nothing, and the shopper may pay again', async () => {
  const { order, card } = await scene(150_000n);
  await pay(order, card);
  const { payToken: token } = order;
  await submitChannelCode({ token, code: WRONG_CODE, userId: card.userId });
  expect(await decided(order)).toMatchObject({ state: 'failed', failureReason: 'code_wrong' });
  await pay(order, card);
  await submitChannelCode({ token, code: RIGHT_CODE, userId: card.userId });
  expect((await decided(order)).state).toBe('succeeded');
});

test('a reply that got lost is asked about, and no other channel is tried meanwhile', async () => {
  const { order, card } = await scene(6_811n);
  await rails.control('script', {
    match: { amount: '6811', kind: 'consume' },
    behaviour: { lose: 'reply' },
    times: 1,
  });
  expect(await pay(order, card)).toEqual({ result: 'waiting' });
  expect((await selectAttempts(order.id)).map(({ state }) => state)).toEqual(['unknown']);
  expect((await decided(order)).state).toBe('succeeded');
  expect(await selectAttempts(order.id)).toHaveLength(1);
});

test('a channel that is closed has not charged: the next one carries it, signed silently', async () => {
  const { order, card } = await scene(6_822n);
  await rails.control('script', {
    match: { amount: '6822', kind: 'consume' },
    behaviour: { outcome: 'refuse', respCode: '02' },
  });
  await pay(order, card);
  expect(await decided(order)).toMatchObject({ state: 'succeeded', channel: 'netsunion' });
  const attempts = await selectAttempts(order.id);
  expect(attempts.map(({ channel, state }) => [channel, state])).toEqual([
    ['unionpay', 'failed'],
    ['netsunion', 'succeeded'],
  ]);
});

test('a card without money is told so, and no other channel is tried', async () => {
  const { order, card } = await scene(6_833n);
  await rails.control('script', {
    match: { amount: '6833', kind: 'consume' },
    behaviour: { outcome: 'refuse', respCode: '64' },
  });
  expect(await pay(order, card)).toEqual({ result: 'failed' });
  const attempts = await selectAttempts(order.id);
  expect(attempts.map(({ failureReason }) => failureReason)).toEqual(['insufficient_funds']);
});

test('where the next channel wants a code of its own, the shopper is sent one and then pays', async () => {
  const { order, merchantId } = await makePayableOrder({ amountMinor: 6_844n, balanceMinor: 0n });
  const card = await bindCard({ merchantId, channels: ['netsunion'] });
  await rails.control('netsunion/script', {
    match: { amount: '6844', kind: 'payment' },
    behaviour: { sysRtnCd: 'PS500001' },
  });
  const started = await pay(order, card);
  expect(started).toMatchObject({ result: 'sign', agreementId: card.agreementId });
  if (started.result !== 'sign') throw new Error('no code was asked for');
  await confirmChannelSigning({
    channelAgreementId: started.channelAgreementId,
    userId: card.userId,
    code: RIGHT_CODE,
  });
  await pay(order, card);
  expect(await decided(order)).toMatchObject({ state: 'succeeded', channel: 'unionpay' });
});

test('a merchant charges an agreement by API, once per order number', async () => {
  const { merchantId, card } = await scene();
  const input = {
    merchant_order_no: 'C-1',
    amount: 1_200,
    currency: 'CNY' as const,
    subject: '会员续费',
    goods: 'digital' as const,
  };
  const charge = (idempotencyKey: string) =>
    chargeAgreement({ merchantId, agreementId: card.agreementId, idempotencyKey, input });
  const first = JSON.parse((await charge('key-1')).body);
  expect(first.payment.state).not.toBe('failed');
  await decided(await readOrder(first.order.id));
  const again = JSON.parse((await charge('key-2')).body);
  expect(again).toMatchObject({
    order: { id: first.order.id, state: 'paid' },
    payment: { state: 'paid', channel: 'unionpay', card_type: 'debit' },
  });
  expect(await selectAttempts(first.order.id)).toHaveLength(1);
  const other = await makePayableOrder();
  const foreign = chargeAgreement({
    merchantId: other.merchantId,
    agreementId: card.agreementId,
    idempotencyKey: 'key-3',
    input,
  });
  expect(await refusalCode(foreign)).toBe('agreement_not_found');
});

test('a charge by API that would need a code fails, and charges nothing', async () => {
  const { merchantId, card } = await scene();
  await rails.control('script', {
    match: { amount: '1213', kind: 'consume' },
    behaviour: { outcome: 'refuse', respCode: '82' },
  });
  const { body } = await chargeAgreement({
    merchantId,
    agreementId: card.agreementId,
    idempotencyKey: 'key-4',
    input: {
      merchant_order_no: 'C-2',
      amount: 1_213,
      currency: 'CNY',
      subject: '会员续费',
      goods: 'digital',
    },
  });
  expect(JSON.parse(body).payment).toMatchObject({
    state: 'failed',
    failure_reason: 'code_required',
  });
});

test('an unbound card pays nothing more', async () => {
  const { order, merchantId, card } = await scene();
  await endAgreement({ agreementId: card.agreementId, by: { userId: card.userId } });
  expect(await refusalCode(pay(order, card))).toBe('agreement_not_found');
  const again = await makeOrderFor(merchantId);
  expect(await refusalCode(pay(again, card))).toBe('agreement_not_found');
});
