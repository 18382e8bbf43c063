import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome, PayRequest } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import { type PhoneRail, startPhoneRail } from '@/tests/support/phone-rail';
import { AMOUNT, PAID, phoneScene } from '@/tests/support/phone-scene';

/**
 * The adapter and the simulator, each written from the standard alone, over real HTTP; all that goes
 * over the wire in either direction is judged by the standard's own schemas.
 */
let rail: PhoneRail;
beforeAll(async () => {
  rail = await startPhoneRail();
}, 60_000);
afterEach(() => expect(rail.faults()).toEqual([]));
afterAll(() => rail.stop());

const scene = phoneScene(() => rail);
const { phoneOf, paymentOf, asking, begun, steps, submitted, confirmed, decided } = scene;
const { refundOf, about, ended } = scene;

describe('a payment by code', () => {
  test('is paid by our word after the right code, and told the same by either number', async () => {
    const phone = phoneOf('1234');
    const request = paymentOf(phone);
    const held = await submitted(request, phone);
    expect(held).toMatchObject({ kind: 'pending', ours: 'confirm' });
    const channelRef = (held.kind === 'pending' && held.channelRef) || '';
    expect(await rail.adapter.query(asking(request, channelRef))).toMatchObject({
      kind: 'pending',
      ours: 'confirm',
    });
    expect(await steps().confirm(asking(request, channelRef))).toMatchObject({
      ...PAID,
      channelRef,
    });
    expect(await rail.adapter.query(asking(request, channelRef))).toMatchObject({
      ...PAID,
      channelRef,
    });
    expect(await rail.adapter.query(asking(request))).toMatchObject({ ...PAID, channelRef });
    expect(await steps().confirm(asking(request, channelRef))).toMatchObject(PAID);
    expect(await steps().close(asking(request, channelRef))).toMatchObject(PAID);
  });

  test('takes two wrong codes and is over with the third', async () => {
    const phone = phoneOf('1234');
    const request = paymentOf(phone);
    const { channelRef, codeRef = '' } = await begun(request);
    const right = await rail.rails.handsetCode(phone);
    const wrong = {
      ...request,
      channelRef,
      codeRef,
      code: right === '000000' ? '000001' : '000000',
    };
    const again = { kind: 'pending', next: { type: 'enter-code', wrong: true } };
    expect(await steps().submitCode(wrong)).toMatchObject(again);
    expect(await steps().submitCode(wrong)).toMatchObject(again);
    const used = { kind: 'failed', reason: 'code_tries_used' };
    expect(await steps().submitCode(wrong)).toMatchObject(used);
    expect(await steps().submitCode({ ...wrong, code: right })).not.toMatchObject(PAID);
    expect(await rail.adapter.query(asking(request, channelRef))).toMatchObject({ kind: 'failed' });
  });

  test('is let go when we cancel it, and its code pays nothing then', async () => {
    const phone = phoneOf('1234');
    const request = paymentOf(phone);
    const { channelRef, codeRef = '' } = await begun(request);
    const cancelled = { kind: 'failed', reason: 'cancelled' };
    expect(await steps().close(asking(request, channelRef))).toMatchObject(cancelled);
    expect(await steps().close(asking(request, channelRef))).toMatchObject(cancelled);
    const code = await rail.rails.handsetCode(phone);
    const late = await steps().submitCode({ ...request, code, channelRef, codeRef });
    expect(late.kind).not.toBe('succeeded');
    expect(await rail.adapter.query(asking(request, channelRef))).toMatchObject(cancelled);
    expect(await steps().confirm(asking(request, channelRef))).toMatchObject(cancelled);
  });

  test('is not taken when we let go of it after its code', async () => {
    const phone = phoneOf('1234');
    const request = paymentOf(phone);
    const held = await submitted(request, phone);
    const channelRef = held.kind === 'pending' ? held.channelRef : undefined;
    const cancelled = { kind: 'failed', reason: 'cancelled' };
    expect(await steps().close(asking(request, channelRef))).toMatchObject(cancelled);
    expect(await steps().confirm(asking(request, channelRef))).toMatchObject(cancelled);
    expect(await rail.adapter.query(asking(request, channelRef))).toMatchObject(cancelled);
  });

  test('that is begun twice under one number is one payment', async () => {
    const request = paymentOf(phoneOf('1234'));
    const { channelRef } = await begun(request);
    // The answer to the second cannot tell what the code belongs to any more.
    expect(await rail.adapter.pay(request)).toMatchObject({
      kind: 'pending',
      channelRef,
      ours: 'cancel',
    });
  });
});

describe('an answer that got lost', () => {
  test('to prepare: found under our number, and let go', async () => {
    const request = paymentOf(phoneOf('0006'));
    expect(await rail.adapter.pay(request)).toMatchObject({ kind: 'unknown' });
    expect(await rail.adapter.query(asking(request))).toMatchObject({
      kind: 'pending',
      ours: 'cancel',
    });
    const closed = await steps().close(asking(request));
    expect(closed).toMatchObject({ kind: 'failed', reason: 'cancelled' });
  });

  test('to validate: the money is held, and ours to confirm', async () => {
    const phone = phoneOf('0007');
    const request = paymentOf(phone);
    const { channelRef, codeRef = '' } = await begun(request);
    const typed = { ...request, code: await rail.rails.handsetCode(phone), channelRef, codeRef };
    expect(await steps().submitCode(typed)).toMatchObject({ kind: 'unknown' });
    const held = { kind: 'pending', ours: 'confirm' };
    expect(await rail.adapter.query(asking(request, channelRef))).toMatchObject(held);
    // Typed in once more, it is told to be taken already.
    expect(await steps().submitCode(typed)).toMatchObject(held);
    expect(await steps().confirm(asking(request, channelRef))).toMatchObject(PAID);
  });

  test('to confirm: asked about, and charged once', async () => {
    const phone = phoneOf('0005');
    const request = paymentOf(phone);
    expect(await confirmed(request, phone)).toMatchObject({ kind: 'unknown' });
    expect(await decided(request)).toMatchObject(PAID);
  });

  test('to a charge in one step: asked about, and charged once however often it is sent', async () => {
    const request = paymentOf(phoneOf('0008'), 'direct');
    expect(await rail.adapter.pay(request)).toMatchObject({ kind: 'unknown' });
    const found = await decided(request);
    expect(found).toMatchObject(PAID);
    const { channelRef } = found as Extract<Outcome, { kind: 'succeeded' }>;
    expect(await rail.adapter.pay(request)).toMatchObject({ ...PAID, channelRef });
  });
});

test('a payment by page leads there with the way back, and is ours to confirm after it', async () => {
  const request = paymentOf(phoneOf('1234'), 'wap');
  const { next, channelRef } = await begun(request);
  const page = next.type === 'redirect' ? new URL(next.url) : undefined;
  expect(page?.searchParams.get('back')).toBe(request.returnUrl);
  const waiting = await rail.adapter.query(asking(request, channelRef));
  expect(waiting).toMatchObject({ kind: 'pending' });
  expect(waiting).not.toHaveProperty('ours');
  await rail.rails.control(`carrier/payments/${channelRef}/validate`, {});
  const held = await rail.adapter.query(asking(request, channelRef));
  expect(held).toMatchObject({ kind: 'pending', ours: 'confirm' });
  expect(await steps().confirm(asking(request, channelRef))).toMatchObject(PAID);
});

test('what a carrier reserves at once, with nobody asked, is let go and never taken', async () => {
  const phone = phoneOf('1234');
  await rail.rails.control('carrier/script', { match: { phone }, behaviour: { action: 'none' } });
  const request = paymentOf(phone);
  const letGo = { kind: 'pending', ours: 'cancel' };
  expect(await rail.adapter.pay(request)).toMatchObject(letGo);
  expect(await rail.adapter.query(asking(request))).toMatchObject(letGo);
  const cancelled = { kind: 'failed', reason: 'cancelled' };
  expect(await steps().close(asking(request))).toMatchObject(cancelled);
  expect(await rail.adapter.query(asking(request))).toMatchObject(cancelled);
});

test('the carrier decides between code and page', async () => {
  expect(await begun(paymentOf(phoneOf('0011')))).toMatchObject({ next: { type: 'redirect' } });
  const turned = await begun(paymentOf(phoneOf('0011'), 'wap'));
  expect(turned).toMatchObject({ next: { type: 'enter-code' }, codeRef: expect.any(String) });
});

test('what a carrier refuses is refused, with a reason', async () => {
  const reasonOf = async (request: PayRequest) => {
    const outcome = await rail.adapter.pay(request);
    return outcome.kind === 'failed' ? outcome.reason : outcome;
  };
  expect(await reasonOf(paymentOf(phoneOf('0003')))).toBe('payer_unknown');
  expect(await reasonOf(paymentOf(phoneOf('1234', '130')))).toBe('payer_unknown');
  expect(await reasonOf(paymentOf(phoneOf('0012')))).toBe('limit_exceeded');
  expect(await reasonOf(paymentOf(phoneOf('0002')))).toBe('risk_refused');
  expect(await reasonOf(paymentOf(phoneOf('0001'), 'direct'))).toBe('insufficient_funds');
});

test('a charge that takes its time is pending until then, however it ends', async () => {
  const good = paymentOf(phoneOf('0009'), 'direct');
  const bad = paymentOf(phoneOf('0010'), 'direct');
  expect(await rail.adapter.pay(good)).toMatchObject({ kind: 'pending', next: { type: 'wait' } });
  expect(await rail.adapter.pay(bad)).toMatchObject({ kind: 'pending' });
  expect(await decided(good)).toMatchObject(PAID);
  expect(await decided(bad)).toMatchObject({ kind: 'failed' });
});

test('a phone without credit is refused when its payment is confirmed', async () => {
  const phone = phoneOf('0001');
  const request = paymentOf(phone);
  const empty = { kind: 'failed', reason: 'insufficient_funds' };
  expect(await confirmed(request, phone)).toMatchObject(empty);
  expect(await decided(request)).toMatchObject({ kind: 'failed' });
});

test('a payment that never arrived is open in its time, and was not received after it', async () => {
  const request = paymentOf(phoneOf('1234'));
  expect(await rail.adapter.query(asking(request))).toMatchObject({ kind: 'pending' });
  const late = await rail.adapter.query(asking(request, undefined, 17 * 60_000));
  expect(late).toMatchObject({ kind: 'failed', reason: 'not_received' });
});

test('a payment that the carrier discarded was not paid in time', async () => {
  const request = paymentOf(phoneOf('1234'));
  const { channelRef } = await begun(request);
  await rail.rails.control(`carrier/payments/${channelRef}/discard`, {});
  expect(await rail.adapter.query(asking(request, channelRef))).toMatchObject({ kind: 'unknown' });
  const late = await rail.adapter.query(asking(request, channelRef, 17 * 60_000));
  expect(late).toMatchObject({ kind: 'failed', reason: 'not_paid_in_time' });
});

describe('a refund', () => {
  test('of all or of parts is done, and never of more in all than was paid', async () => {
    const first = await refundOf('1234', 205n);
    await rail.adapter.refund(first);
    expect(await ended(first)).toMatchObject({ kind: 'succeeded', amount: cny(205n) });
    const second = await refundOf('1234', 395n, first);
    await rail.adapter.refund(second);
    expect(await ended(second)).toMatchObject({ kind: 'succeeded', amount: cny(395n) });
    const third = await refundOf('1234', 1n, first);
    expect(await rail.adapter.refund(third)).toMatchObject({ kind: 'failed', reason: 'declined' });
    const all = await refundOf('1234', 600n);
    await rail.adapter.refund(all);
    expect(await ended(all)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
  });

  test('that is sent again moves no second money', async () => {
    const request = await refundOf('1234', 350n);
    await rail.adapter.refund(request);
    await rail.adapter.refund(request);
    expect(await ended(request)).toMatchObject({ kind: 'succeeded' });
    const rest = await refundOf('1234', 250n, request);
    await rail.adapter.refund(rest);
    expect(await ended(rest)).toMatchObject({ kind: 'succeeded', amount: cny(250n) });
  });

  test('that is denied is failed, and one in process is pending until it is done', async () => {
    const denied = await refundOf('0300', 100n);
    const answer = await rail.adapter.refund(denied);
    expect(answer.kind === 'pending' ? await ended(denied) : answer).toMatchObject({
      kind: 'failed',
      reason: 'declined',
    });
    const slow = await refundOf('0301', 100n);
    const pending = await rail.adapter.refund(slow);
    expect(pending).toMatchObject({ kind: 'pending', channelRef: expect.any(String) });
    const channelRef = pending.kind === 'pending' ? pending.channelRef : undefined;
    const asked = { ...about(slow), ...(channelRef ? { channelRef } : {}) };
    expect(await rail.adapter.queryRefund(asked)).toMatchObject({ kind: 'pending' });
    expect(await ended(slow)).toMatchObject({ kind: 'succeeded', amount: cny(100n) });
  });

  test('that never arrived is open for two minutes, and was not received then', async () => {
    const request = await refundOf('1234', 100n);
    expect(await rail.adapter.queryRefund(about(request))).toMatchObject({ kind: 'pending' });
    const late = await rail.adapter.queryRefund(about(request, 120_000));
    expect(late).toMatchObject({ kind: 'failed', reason: 'not_received' });
  });
});

test('every operation of the standard was walked through', () => {
  expect([...rail.operations].sort()).toEqual([
    'GET carrier-billing /payments',
    'GET carrier-billing /payments/{paymentId}',
    'GET carrier-billing-refund /payments/{paymentId}/refunds',
    'GET carrier-billing-refund /payments/{paymentId}/refunds/remaining-amount',
    'GET carrier-billing-refund /payments/{paymentId}/refunds/{refundId}',
    'POST carrier-billing /payments',
    'POST carrier-billing /payments/prepare',
    'POST carrier-billing /payments/{paymentId}/cancel',
    'POST carrier-billing /payments/{paymentId}/confirm',
    'POST carrier-billing /payments/{paymentId}/validate',
    'POST carrier-billing-refund /payments/{paymentId}/refunds',
  ]);
});
