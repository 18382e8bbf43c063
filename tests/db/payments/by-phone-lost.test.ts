import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import { checkBooks } from '@/lib/ledger/check-books';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { getCashier } from '@/lib/payments/get-cashier';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { switchMethod } from '@/lib/payments/switch-method';
import { processNotice } from '@/lib/webhooks/process-notice';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { startCarrierRails } from '@/tests/support/carrier-rails';
import { PASSWORD, topUp } from '@/tests/support/factories/payable-order';
import { MERCHANT_APP, PHONE } from '@/tests/support/hosts';
import { killedAt } from '@/tests/support/killed-at';
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
beforeEach(() => pool().query('TRUNCATE channel_call_counts, channel_breakers'));

const submit = (token: string, code: string) => submitChannelCode({ token, code, userId: null });
const newest = async (order: Order) => {
  const attempt = (await selectAttempts(order.id)).at(-1);
  if (!attempt) throw new Error('no attempt');
  return attempt;
};
const charges = async (phone: string) =>
  (await atCarrier(rails, phone)).filter(({ state }) => state === 'succeeded').length;
const ask = async (order: Order) => resolveAttempt({ attemptId: (await newest(order)).id });
const failureOf = async (order: Order) =>
  (await getCashier({ token: order.payToken, userId: null, host: PHONE })).lastFailure?.reason;

describe('an answer that was lost is asked about, and charged once', () => {
  test('of prepare: nobody can type in that code, so the payment is let go', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('0006');
    expect(await payByPhone(order, phone)).toEqual({ result: 'waiting' });
    expect((await newest(order)).state).toBe('unknown');
    expect((await ask(order))?.kind).toBe('failed');
    expect(await failureOf(order)).toBe('code_lost');
    expect((await atCarrier(rails, phone)).map(({ state }) => state)).toEqual(['cancelled']);
    expect(await countedAgainst(phone)).toBe(0n);
  });

  test('of validate: the carrier holds the money, and we take it', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('0007');
    await payByPhone(order, phone);
    expect(await submit(order.payToken, await rails.handsetCode(phone))).toEqual({
      result: 'waiting',
    });
    expect((await newest(order)).state).toBe('unknown');
    expect((await ask(order))?.kind).toBe('succeeded');
    expect(await charges(phone)).toBe(1);
  });

  test('of a validate that never arrived: the same code may be typed in again', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('7000');
    const behaviour = { lose: { validate: 'request' } };
    await rails.control('carrier/script', { match: { phone }, behaviour });
    await payByPhone(order, phone);
    const code = await rails.handsetCode(phone);
    expect(await submit(order.payToken, code)).toEqual({ result: 'waiting' });
    expect((await ask(order))?.kind).toBe('pending');
    expect((await newest(order)).nextStep).toMatchObject({ type: 'enter-code', triesLeft: 2 });
    expect(await submit(order.payToken, code)).toEqual({ result: 'paid' });
  });

  test('of confirm: it was charged, and is found so by everybody who asks at once', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('0005');
    await payByPhone(order, phone);
    const { result } = await submit(order.payToken, await rails.handsetCode(phone));
    expect(result).toBe('waiting');
    await Promise.all(Array.from({ length: 5 }, () => ask(order)));
    expect((await readOrder(order.id)).state).toBe('paid');
    expect(await charges(phone)).toBe(1);
    expect(await countedAgainst(phone)).toBe(600n);
    expect((await checkBooks()).findings).toEqual([]);
  });

  test('of a charge at once: the phone pays for one order once', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('0008');
    const host = { ...MERCHANT_APP, directBilling: true };
    const actor = { userId: await signedInWith(phone) };
    expect(await payByPhone(order, phone, { host, actor })).toEqual({ result: 'waiting' });
    expect(await payByPhone(order, phone, { host, actor })).toEqual({ result: 'waiting' });
    expect((await ask(order))?.kind).toBe('succeeded');
    expect(await charges(phone)).toBe(1);
  });

  test('nobody switches away from what may have been charged', async () => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('7001');
    const behaviour = { lose: { confirm: 'reply' }, queryAnswer: 'drop' };
    await rails.control('carrier/script', { match: { phone }, behaviour });
    await payByPhone(order, phone);
    await submit(order.payToken, await rails.handsetCode(phone));
    expect(await refusalCode(switchMethod({ token: order.payToken }))).toBe(
      'earlier_attempt_unknown',
    );
    await rails.control('carrier/script', { match: { phone }, behaviour: { queryTimes: 1 } });
    await ask(order);
    expect(await switchMethod({ token: order.payToken })).toEqual({ result: 'paid' });
  });
});

test('what takes the carrier a while is waited for, and decided as it says', async () => {
  const [late, never] = [await makeDigitalOrder(), await makeDigitalOrder()];
  const [paying, denied] = [phoneWith('0009'), phoneWith('0010')];
  for (const [order, phone] of [
    [late, paying],
    [never, denied],
  ] as const) {
    await payByPhone(order, phone);
    expect((await submit(order.payToken, await rails.handsetCode(phone))).result).toBe('waiting');
    const [payment] = await atCarrier(rails, phone);
    await rails.control(`carrier/payments/${payment?.paymentId}/finish`, {});
    await ask(order);
  }
  expect((await readOrder(late.id)).state).toBe('paid');
  expect((await newest(never)).state).toBe('failed');
});

test('a code is not thrown away while the answer with it may still come', async () => {
  const order = await makeDigitalOrder();
  const phone = phoneWith('7002');
  await payByPhone(order, phone);
  const attempt = await newest(order);
  // As another process finds it: sent, and no answer yet.
  await pool().query(`UPDATE attempts SET state = 'sent', next_step = NULL WHERE id = $1`, [
    attempt.id,
  ]);
  await pool().query('UPDATE phone_payments SET code_ref = NULL WHERE attempt_id = $1', [
    attempt.id,
  ]);
  expect((await ask(order))?.kind).toBe('pending');
  expect((await atCarrier(rails, phone))[0]?.state).toBe('pending_validation');
  await letPass(attempt.id, 61);
  expect((await ask(order))?.kind).toBe('failed');
  expect((await atCarrier(rails, phone))[0]?.state).toBe('cancelled');
});

test('an event of the carrier has us take what its page has made it hold', async () => {
  const order = await makeDigitalOrder();
  const phone = phoneWith('7003', '130');
  await payByPhone(order, phone);
  const [payment] = await atCarrier(rails, phone);
  await rails.control(`carrier/payments/${payment?.paymentId}/validate`, {});
  const heard = await rails.events(payment?.paymentId ?? '', 2);
  for (const { bytes: body, headers } of [...heard, ...heard]) {
    expect((await receiveNotice({ channel: 'carrier', body, headers })).status).toBe(204);
  }
  const { rows } = await pool().query<{ id: string }>(
    'SELECT id FROM channel_notices WHERE channel_order_no = $1 ORDER BY id',
    [(await newest(order)).channelOrderNo],
  );
  expect(rows).toHaveLength(2);
  await Promise.all(rows.map(({ id }) => processNotice({ noticeId: id })));
  expect((await readOrder(order.id)).state).toBe('paid');
  expect(await charges(phone)).toBe(1);
});

const payFromBalance = async (order: Order) => {
  const { merchantId } = order;
  const { customerId } = await ensureCustomer({ merchantId, reference: 'alice' });
  await setPaymentPassword({ customerId, password: PASSWORD });
  await topUp(customerId, 1_000n);
  const host = PHONE;
  const paying = { method: 'balance' as const, paymentPassword: PASSWORD };
  return startPayment({ token: order.payToken, ...paying, host, actor: { userId: null } });
};

test('while a phone may be charged, its order is paid by nothing else', async () => {
  const order = await makeDigitalOrder();
  await payByPhone(order, phoneWith('7005'));
  expect(await refusalCode(payFromBalance(order))).toBe('payment_in_progress');
});

test('what the carrier holds for an order that was paid another way is let go', async () => {
  const order = await makeDigitalOrder();
  const phone = phoneWith('7004', '130');
  await payByPhone(order, phone);
  const live = await selectLiveAttempt(order.id);
  // As a late payment leaves it that is accepted meanwhile.
  await pool().query(`UPDATE attempts SET state = 'superseded' WHERE id = $1`, [live?.id]);
  expect(await payFromBalance(order)).toEqual({ result: 'paid' });
  const [payment] = await atCarrier(rails, phone);
  await rails.control(`carrier/payments/${payment?.paymentId}/validate`, {});
  expect((await resolveAttempt({ attemptId: live?.id ?? '' }))?.kind).toBe('failed');
  expect((await atCarrier(rails, phone)).map(({ state }) => state)).toEqual(['cancelled']);
  expect((await checkBooks()).findings).toEqual([]);
});

test('what is held when its order is over is let go, not taken', async () => {
  const order = await makeDigitalOrder();
  const phone = phoneWith('7009', '130');
  await payByPhone(order, phone);
  await pool().query(`UPDATE orders SET state = 'closed' WHERE id = $1`, [order.id]);
  const [payment] = await atCarrier(rails, phone);
  await rails.control(`carrier/payments/${payment?.paymentId}/validate`, {});
  expect((await ask(order))?.kind).toBe('failed');
  expect(await charges(phone)).toBe(0);
});

describe('killed at any moment, a phone is charged once or not at all', () => {
  test.each(['pay.committed', 'pay.answered'])('%s', async (moment) => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('7006');
    const kept = await keptPhones();
    await killedAt(moment, '@/lib/payments/start-payment', 'startPayment', {
      ...{ token: order.payToken, method: 'carrier', phone, consentVersion: 'test-1' },
      ...somebody(),
      host: PHONE,
      actor: { userId: null },
    });
    const attempt = await newest(order);
    expect(attempt).toMatchObject({ state: 'sent', nextStep: null });
    await letPass(attempt.id, 20 * 60);
    expect((await ask(order))?.kind).toBe('failed');
    expect(await charges(phone)).toBe(0);
    expect([await countedAgainst(phone), await keptPhones()]).toEqual([0n, kept]);
    expect(await payByPhone(order, phone)).toEqual({ result: 'continue' });
  });

  test.each(['pay.committed', 'pay.answered'])('%s, with the code typed in', async (moment) => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('7007');
    await payByPhone(order, phone);
    const code = await rails.handsetCode(phone);
    const typed = { token: order.payToken, code, userId: null };
    await killedAt(moment, '@/lib/payments/submit-channel-code', 'submitChannelCode', typed);
    const { id: attemptId } = await newest(order);
    const asksInTime = `SELECT next_ask_at <= code_taken_at + interval '61 seconds' AS soon
                          FROM attempts JOIN phone_payments ON attempt_id = id WHERE id = $1`;
    expect((await pool().query(asksInTime, [attemptId])).rows).toEqual([{ soon: true }]);
    const word = await ask(order);
    if (moment === 'pay.answered') {
      expect(word?.kind).toBe('succeeded');
      expect(await charges(phone)).toBe(1);
      return;
    }
    // Its answer may be on its way still, for all that the carrier can say.
    expect(word?.kind).toBe('pending');
    expect(await newest(order)).toMatchObject({ state: 'waiting', nextStep: null });
    expect((await pool().query(asksInTime, [attemptId])).rows).toEqual([{ soon: true }]);
    await pool().query(
      "UPDATE phone_payments SET code_taken_at = code_taken_at - interval '60 seconds' WHERE attempt_id = $1",
      [attemptId],
    );
    await ask(order);
    expect(await charges(phone)).toBe(0);
    expect((await newest(order)).nextStep).toMatchObject({ type: 'enter-code', triesLeft: 2 });
    expect(await submit(order.payToken, code)).toEqual({ result: 'paid' });
    expect(await charges(phone)).toBe(1);
  });

  test.each(['confirm.committed', 'confirm.answered'])('%s', async (moment) => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('7008', '130');
    await payByPhone(order, phone);
    const [payment] = await atCarrier(rails, phone);
    await rails.control(`carrier/payments/${payment?.paymentId}/validate`, {});
    const attemptId = (await newest(order)).id;
    await killedAt(moment, '@/lib/payments/resolve-attempt', 'resolveAttempt', { attemptId });
    expect((await readOrder(order.id)).state).toBe('open');
    expect((await ask(order))?.kind).toBe('succeeded');
    expect(await charges(phone)).toBe(1);
    expect((await readOrder(order.id)).state).toBe('paid');
  });
});
