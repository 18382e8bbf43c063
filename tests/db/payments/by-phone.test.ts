import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { readOrder } from '@/lib/orders/read-order';
import { checkPhone } from '@/lib/payments/check-phone';
import { findPhonePayment } from '@/lib/payments/find-phone-payment';
import { getAttemptDetail } from '@/lib/payments/get-attempt-detail';
import { getCashier } from '@/lib/payments/get-cashier';
import { resendChannelCode } from '@/lib/payments/resend-channel-code';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { switchMethod } from '@/lib/payments/switch-method';
import { takeChargePhone } from '@/lib/payments/take-charge-phone';
import { READER } from '@/tests/support/any-staff';
import { startCarrierRails } from '@/tests/support/carrier-rails';
import { DESKTOP, MERCHANT_APP, PHONE } from '@/tests/support/hosts';
import {
  atCarrier,
  countedAgainst,
  keptPhones,
  letPass,
  makeDigitalOrder,
  openBeijing,
  payByPhone,
  phoneWith,
  signedInWith,
  somebody,
} from '@/tests/support/phone-bill-scene';
import { refusalCode } from '@/tests/support/refusal-code';

let rails: Awaited<ReturnType<typeof startCarrierRails>>;
beforeAll(async () => {
  rails = await startCarrierRails();
  Object.assign(process.env, rails.env);
  await openBeijing();
});
afterAll(() => rails.stop());
// What one test did to a channel's record is no reason for the next one's route.
beforeEach(() => pool().query('TRUNCATE channel_call_counts, channel_breakers'));

const view = (token: string) => getCashier({ token, userId: null, host: PHONE });
const submit = (token: string, code: string) => submitChannelCode({ token, code, userId: null });
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const statesAtCarrier = async (phone: string) =>
  (await atCarrier(rails, phone)).map(({ state }) => state);
const newest = async (orderId: string) => (await selectAttempts(orderId)).at(-1);
const clearing = async () =>
  (await balanceOf({ subject: 'channel_clearing', owner: 'carrier' })).amountMinor;

describe('by code', () => {
  test('the right code charges the phone once, and nothing of the number stays', async () => {
    const order = await makeDigitalOrder();
    const { payToken: token } = order;
    const phone = phoneWith('8000');
    const [before, kept] = [await clearing(), await keptPhones()];
    const check = { token, phone, host: PHONE, ...somebody(), userId: null };
    expect(await checkPhone(check)).toMatchObject({
      phoneMasked: `138****8000`,
      carrier: 'cmcc',
      province: '11',
      charge: { kind: 'open', mode: 'sms', leftToday: { amountMinor: 5000n } },
    });
    expect(await payByPhone(order, phone)).toEqual({ result: 'continue' });
    expect(await payByPhone(order, phone)).toEqual({ result: 'continue' });
    expect((await view(token)).live).toMatchObject({
      method: 'carrier',
      nextStep: { type: 'enter-code' },
      phone: { carrier: 'cmcc', province: '11', mode: 'sms', triesLeft: 3 },
    });
    expect(await countedAgainst(phone)).toBe(600n);

    expect(await submit(token, await rails.handsetCode(phone))).toEqual({ result: 'paid' });
    const { paidAttemptId, state } = await readOrder(order.id);
    expect(state).toBe('paid');
    expect((await view(token)).paid?.phone).toMatchObject({ phoneMasked: '138****8000' });
    expect(await statesAtCarrier(phone)).toEqual(['succeeded']);
    expect(await keptPhones()).toBe(kept);
    expect(await countedAgainst(phone)).toBe(600n);
    expect(await clearing()).toBe(before + 600n);
    expect(
      (await balanceOf({ subject: 'merchant_pending', owner: order.merchantId })).amountMinor,
    ).toBe(600n);
    expect((await checkBooks()).findings).toEqual([]);
    const detail = await getAttemptDetail({ attemptId: paidAttemptId ?? '', by: READER });
    expect(detail.phone).toMatchObject({ carrier: 'cmcc', feePoint: 'P600', codeTries: 1 });
    expect(detail.routing?.lines).toMatchObject([
      { lineId: 'mobile', reason: 'chosen' },
      { lineId: 'mobile-dearer', reason: 'dearer' },
    ]);
    const { rows } = await pool().query(
      'SELECT evidence, next_step, routing FROM attempts WHERE id = $1',
      [paidAttemptId],
    );
    expect(JSON.stringify(rows)).not.toContain(phone.slice(3, 11));
  });

  test('the third wrong code ends it, uncharged, and gives the limits back', async () => {
    const order = await makeDigitalOrder();
    const { payToken: token } = order;
    const phone = phoneWith('8001');
    await payByPhone(order, phone);
    const wrong = other(await rails.handsetCode(phone));
    expect(await submit(token, wrong)).toEqual({ result: 'continue' });
    expect((await view(token)).live).toMatchObject({
      nextStep: { type: 'enter-code', wrong: true, triesLeft: 2 },
      phone: { triesLeft: 2 },
    });
    expect(await submit(token, wrong)).toEqual({ result: 'continue' });
    expect(await submit(token, wrong)).toEqual({ result: 'failed' });
    expect((await view(token)).lastFailure).toEqual({
      method: 'carrier',
      reason: 'code_tries_used',
    });
    expect(await refusalCode(submit(token, other(wrong)))).toBe('no_code_awaited');
    const [payment] = await atCarrier(rails, phone);
    expect(payment?.wrongCodes).toBe(3);
    expect(payment?.state).not.toBe('succeeded');
    expect(await countedAgainst(phone)).toBe(0n);
  });

  test('a code that is too old says so, and the order may be paid again', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('8002');
    const match = { phone };
    await rails.control('carrier/script', { match, behaviour: { codeSeconds: 0 }, times: 1 });
    await payByPhone(order, phone);
    const code = await rails.handsetCode(phone);
    expect(await submit(order.payToken, code)).toEqual({ result: 'failed' });
    expect((await view(order.payToken)).lastFailure?.reason).toBe('code_expired');
    expect(await payByPhone(order, phone)).toEqual({ result: 'continue' });
  });

  test('another code takes a minute, voids the first and is another payment', async () => {
    const order = await makeDigitalOrder();
    const { payToken: token } = order;
    const phone = phoneWith('8003');
    await payByPhone(order, phone);
    const first = await rails.handsetCode(phone);
    const attempt = await newest(order.id);
    const again = () => resendChannelCode({ token, userId: null, ...somebody() });
    expect(await refusalCode(again())).toBe('code_too_soon');
    await letPass(attempt?.id ?? '', 61);
    const presses = await Promise.allSettled([again(), again(), again()]);
    expect(presses.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await selectAttempts(order.id)).toHaveLength(2);
    const second = await rails.handsetCode(phone);
    expect((await rails.textsTo(phone)).length).toBe(2);
    expect(await statesAtCarrier(phone)).toEqual(
      expect.arrayContaining(['cancelled', 'pending_validation']),
    );
    if (first !== second) expect(await submit(token, first)).toEqual({ result: 'continue' });
    expect(await submit(token, second)).toEqual({ result: 'paid' });
    expect((await statesAtCarrier(phone)).filter((state) => state === 'succeeded')).toHaveLength(1);
    expect(await countedAgainst(phone)).toBe(600n);
  });

  test('too little credit is known after the code, and nothing was charged', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('0001');
    await payByPhone(order, phone);
    expect(await submit(order.payToken, await rails.handsetCode(phone))).toEqual({
      result: 'failed',
    });
    expect((await view(order.payToken)).lastFailure?.reason).toBe('insufficient_funds');
    expect(await countedAgainst(phone)).toBe(0n);
  });

  test('whoever chooses another way leaves nothing payable behind', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('8004');
    await payByPhone(order, phone);
    expect(await switchMethod({ token: order.payToken })).toEqual({ result: 'choose' });
    expect((await newest(order.id))?.failureReason).toBe('cancelled');
    expect(await statesAtCarrier(phone)).toEqual(['cancelled']);
  });

  test('a line that refuses the service gives way to the next one', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('8005');
    const refused = { status: 422, code: 'SERVICE_NOT_APPLICABLE' };
    const behaviour = { errors: { prepare: refused } };
    await rails.control('carrier/script', { match: { phone }, behaviour, times: 1 });
    expect(await payByPhone(order, phone)).toEqual({ result: 'continue' });
    const lines = await Promise.all(
      (await selectAttempts(order.id)).map(({ id }) => findPhonePayment(id)),
    );
    expect(lines.map((line) => line?.lineId)).toEqual(['mobile', 'mobile-dearer']);
    expect(await countedAgainst(phone)).toBe(600n);
  });
});

test('on the carrier’s page the payer agrees, and we take the money once it is held for us', async () => {
  const order = await makeDigitalOrder();
  const phone = phoneWith('8000', '130');
  expect(await payByPhone(order, phone)).toEqual({ result: 'continue' });
  const live = await selectLiveAttempt(order.id);
  expect(live?.nextStep).toMatchObject({ type: 'redirect' });
  const attemptId = live?.id ?? '';
  expect((await resolveAttempt({ attemptId }))?.kind).toBe('pending');
  const [payment] = await atCarrier(rails, phone);
  await rails.control(`carrier/payments/${payment?.paymentId}/validate`, {});
  expect((await resolveAttempt({ attemptId }))?.kind).toBe('succeeded');
  expect(await statesAtCarrier(phone)).toEqual(['succeeded']);
  expect((await readOrder(order.id)).state).toBe('paid');
});

test('the answer of the carrier decides between a code and its page', async () => {
  const order = await makeDigitalOrder();
  await payByPhone(order, phoneWith('0011'));
  const live = await selectLiveAttempt(order.id);
  expect(live?.nextStep?.type).toBe('redirect');
  expect((await resolveAttempt({ attemptId: live?.id ?? '' }))?.kind).toBe('pending');
  expect((await selectLiveAttempt(order.id))?.state).toBe('waiting');
});

test('the own proved phone is charged at once in an app that vouches for it, and only there', async () => {
  const phone = phoneWith('8006');
  const actor = { userId: await signedInWith(phone) };
  const vouching = { ...MERCHANT_APP, directBilling: true };
  const order = await makeDigitalOrder();
  expect(await payByPhone(order, phone, { host: vouching, actor })).toEqual({ result: 'paid' });
  expect(await statesAtCarrier(phone)).toEqual(['succeeded']);

  const stranger = await makeDigitalOrder();
  const announced = { mode: 'direct' as const, host: vouching };
  const elses = payByPhone(stranger, phoneWith('8007'), { ...announced, actor });
  expect(await refusalCode(elses)).toBe('method_unavailable');
  const unvouched = payByPhone(stranger, phone, { ...announced, host: PHONE, actor });
  expect(await refusalCode(unvouched)).toBe('method_unavailable');
  expect(await selectAttempts(stranger.id)).toEqual([]);
});

test('a server never charges a phone where its page does not offer it', async () => {
  const phone = phoneWith('8008');
  const digital = await makeDigitalOrder();
  expect(await refusalCode(payByPhone(digital, phone, { host: DESKTOP }))).toBe(
    'method_unavailable',
  );
  const shirt = await makeDigitalOrder({ goods: 'physical' });
  expect(await refusalCode(payByPhone(shirt, phone))).toBe('method_unavailable');
  const hidden = await makeDigitalOrder({ hiddenMethods: ['carrier'] });
  expect(await refusalCode(payByPhone(hidden, phone))).toBe('method_unavailable');
  const dear = await makeDigitalOrder({ amountMinor: 700n });
  expect(await refusalCode(payByPhone(dear, phone))).toBe('method_unavailable');
  expect(await atCarrier(rails, phone)).toEqual([]);
  expect(await rails.textsTo(phone)).toEqual([]);
});

test('a phone that pays for a period is kept for whoever takes it over, once', async () => {
  const order = await makeDigitalOrder({
    amountMinor: 1500n,
    subscriptionPeriod: 'natural_month',
  });
  const phone = phoneWith('8009');
  // Nothing else can be charged again by itself.
  expect(await refusalCode(payByPhone(order, phone, { method: 'quickpass' }))).toBe(
    'method_unavailable',
  );
  await payByPhone(order, phone);
  expect(await submit(order.payToken, await rails.handsetCode(phone))).toEqual({ result: 'paid' });
  const { rows } = await pool().query(
    `SELECT count(*)::int AS jobs FROM pgboss.job
      WHERE name = 'note-subscription-payment' AND data->>'orderId' = $1`,
    [order.id],
  );
  expect(rows).toEqual([{ jobs: 1 }]);
  const { paidAttemptId } = await readOrder(order.id);
  const taking = { attemptId: paidAttemptId ?? '', actor: 'test' };
  const take = () => inTransaction((tx) => takeChargePhone(tx, taking));
  expect(await take()).toBe(`+86${phone}`);
  expect(await take()).toBeUndefined();
});
