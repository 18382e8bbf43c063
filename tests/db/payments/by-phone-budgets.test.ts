import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { spendSendingBudgets } from '@/lib/auth/budgets';
import { requestPhoneCode } from '@/lib/auth/request-phone-code';
import { pool } from '@/lib/core/db';
import { checkPhone } from '@/lib/payments/check-phone';
import { findPhonePayment } from '@/lib/payments/find-phone-payment';
import { getCashier } from '@/lib/payments/get-cashier';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { switchMethod } from '@/lib/payments/switch-method';
import { startCarrierRails } from '@/tests/support/carrier-rails';
import { PHONE } from '@/tests/support/hosts';
import {
  atCarrier,
  countedAgainst,
  letPass,
  makeDigitalOrder,
  openBeijing,
  payByPhone,
  phoneWith,
  somebody,
} from '@/tests/support/phone-bill-scene';
import { refusalCode } from '@/tests/support/refusal-code';

let rails: Awaited<ReturnType<typeof startCarrierRails>>;
beforeAll(async () => {
  rails = await startCarrierRails();
  Object.assign(process.env, rails.env, { SMS_GATEWAY_URL: `${rails.sandboxOrigin}/sms` });
  await openBeijing();
});
afterAll(() => rails.stop());
beforeEach(() => pool().query('TRUNCATE channel_call_counts, channel_breakers, rate_limits'));

const submit = (token: string, code: string) => submitChannelCode({ token, code, userId: null });
const view = (token: string) => getCashier({ token, userId: null, host: PHONE });
const times = <T>(count: number, work: (nth: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, nth) => work(nth)));
const wrongFor = (code: string, nth: number) =>
  String((Number(code) + 1 + nth) % 1_000_000).padStart(6, '0');

test('fifty guesses at the same moment use no more than three tries, and charge nothing', async () => {
  const order = await makeDigitalOrder();
  const phone = phoneWith('6000');
  await payByPhone(order, phone);
  const code = await rails.handsetCode(phone);
  const guess = (nth: number) => refusalCode(submit(order.payToken, wrongFor(code, nth)));
  await times(50, guess);
  // Whoever comes again after an answer gets the tries that are left, and no more.
  await times(50, guess);
  await times(50, guess);
  await times(50, guess);
  const [payment] = await atCarrier(rails, phone);
  expect(payment?.wrongCodes).toBe(3);
  expect(payment?.state).not.toBe('succeeded');
  const [attempt] = await selectAttempts(order.id);
  expect(attempt).toMatchObject({ state: 'failed', failureReason: 'code_tries_used' });
  expect((await findPhonePayment(attempt?.id ?? ''))?.codeTries).toBe(3);
  expect(await refusalCode(submit(order.payToken, code))).toBe('no_code_awaited');
});

describe('a thousand requests at once send no more codes than the budgets', () => {
  test('to one phone, whoever asks and from wherever', { timeout: 180_000 }, async () => {
    const phone = phoneWith('6001');
    const orders = await times(40, () => makeDigitalOrder());
    const codes = await times(1_000, (nth) => {
      const order = orders[nth % orders.length];
      return order ? refusalCode(payByPhone(order, phone)) : Promise.resolve('');
    });
    expect(codes).toHaveLength(1_000);
    expect((await rails.textsTo(phone)).length).toBe(5);
  });

  test('by one browser, and from one address', { timeout: 180_000 }, async () => {
    const { device, address } = somebody();
    const sent = async (by: { device?: string; address?: string }) => {
      const phones = Array.from({ length: 100 }, () => phoneWith('6002'));
      await times(100, async (nth) => {
        const order = await makeDigitalOrder();
        return refusalCode(payByPhone(order, phones[nth] ?? '', by));
      });
      const texts = await Promise.all(phones.map((phone) => rails.textsTo(phone)));
      return texts.flat().length;
    };
    expect(await sent({ device })).toBe(10);
    expect(await sent({ address })).toBe(60);
  });

  test('altogether in a minute, however many phones, browsers and addresses', {
    timeout: 180_000,
  }, async () => {
    const orders = await times(20, () => makeDigitalOrder());
    const phones = orders.map(() => phoneWith('6007'));
    // All but five of what a minute has are spent by others.
    await times(295, (nth) =>
      spendSendingBudgets({ ...somebody(), phone: `phone ${nth}`, orderId: `order ${nth}` }),
    );
    // On a busy machine the minute would be over before all have asked.
    await pool().query("UPDATE rate_limits SET expire = expire + interval '1 hour'");
    const answers = await Promise.all(
      orders.map((order, nth) => refusalCode(payByPhone(order, phones[nth] ?? ''))),
    );
    expect(answers.filter((code) => code === 'fine')).toHaveLength(5);
    expect(answers.filter((code) => code === 'too_many_requests')).toHaveLength(15);
    const texts = await Promise.all(phones.map((phone) => rails.textsTo(phone)));
    expect(texts.flat()).toHaveLength(5);
    expect(await Promise.all(orders.map(({ id }) => selectAttempts(id)))).toEqual(
      answers.map((code) => (code === 'fine' ? [expect.anything()] : [])),
    );
  });
});

describe('codes of ours and of the carriers come out of one budget', () => {
  const proveSelf = (phone: string) =>
    refusalCode(requestPhoneCode({ phone, purpose: 'subscriptions', ...somebody() }));
  const pay = async (phone: string, mode: 'sms' | 'wap' = 'sms') =>
    refusalCode(payByPhone(await makeDigitalOrder(), phone, { mode }));

  test('five to a phone by one way leave none for the other within the hour', async () => {
    const [payer, prover] = [phoneWith('6007'), phoneWith('6007')];
    for (let sent = 0; sent < 5; sent += 1) {
      await payByPhone(await makeDigitalOrder(), payer);
      await requestPhoneCode({ phone: prover, purpose: 'subscriptions', ...somebody() });
    }
    expect(await proveSelf(payer)).toBe('too_many_requests');
    expect(await pay(prover)).toBe('too_many_requests');
    expect(await pay(prover, 'wap')).toBe('too_many_requests');
    expect(await rails.textsTo(payer)).toHaveLength(5);
    expect(await rails.textsTo(prover)).toHaveLength(5);
  });

  test('those of one browser, and all of a minute, too', async () => {
    const { device, address } = somebody();
    await times(10, (nth) =>
      refusalCode(spendSendingBudgets({ device, address, phone: `phone ${nth}` })),
    );
    // On a busy machine the minute would be over before all have asked.
    await pool().query("UPDATE rate_limits SET expire = expire + interval '1 hour'");
    const phone = phoneWith('6008');
    const asked = requestPhoneCode({ phone, purpose: 'subscriptions', device, address });
    expect(await refusalCode(asked)).toBe('too_many_requests');
    await times(300, (nth) => refusalCode(spendSendingBudgets({ ...somebody(), phone: `${nth}` })));
    expect(await proveSelf(phone)).toBe('too_many_requests');
    expect(await rails.textsTo(phone)).toEqual([]);
  });
});

test('whoever has used up their own share takes nothing of a phone’s', async () => {
  const { device, address } = somebody();
  const victim = phoneWith('6003');
  const ask = (phone: string, orderId: string) =>
    refusalCode(spendSendingBudgets({ phone, device, address, orderId }));
  await times(10, (nth) => ask(phoneWith('6004'), `own ${nth}`));
  expect(await times(20, (nth) => ask(victim, `at the victim ${nth}`))).toEqual(
    Array.from({ length: 20 }, () => 'too_many_requests'),
  );
  const order = await makeDigitalOrder();
  expect(await payByPhone(order, victim)).toEqual({ result: 'continue' });
});

test('nobody goes through numbers to learn whose they are', async () => {
  const { payToken: token } = await makeDigitalOrder();
  const by = somebody();
  const answers = await times(40, () =>
    refusalCode(checkPhone({ token, phone: phoneWith('6005'), host: PHONE, ...by, userId: null })),
  );
  expect(answers.filter((code) => code === 'too_many_requests')).toHaveLength(20);
});

test('a number that nobody has is told from none: same page, same tries, same end', async () => {
  const [real, nobodys] = [phoneWith('6006'), phoneWith('0003')];
  const story = async (phone: string, ending: 'wrong' | 'left' | 'too late' | 'too old') => {
    const order = await makeDigitalOrder();
    const { payToken: token } = order;
    const check = await checkPhone({ token, phone, host: PHONE, ...somebody(), userId: null });
    if (ending === 'too old') {
      const behaviour = { codeSeconds: 0 };
      await rails.control('carrier/script', { match: { phone }, behaviour });
    }
    const told: unknown[] = [check.charge, await payByPhone(order, phone)];
    const look = async () => {
      const { live, lastFailure, offers } = await view(token);
      const secondsOf = (at: Date | null | undefined) =>
        at && live && Math.round((at.getTime() - live.requestedAt.getTime()) / 1000);
      const { nextStep, state, phone: bill } = live ?? {};
      const step =
        nextStep?.type === 'enter-code'
          ? { ...nextStep, expiresAt: '', phoneMasked: '' }
          : nextStep;
      const ends = [secondsOf(bill?.codeExpiresAt), secondsOf(bill?.resendAt), bill?.triesLeft];
      told.push({ state, step, ends, mode: bill?.mode, lastFailure, offers: offers.length });
    };
    await look();
    const live = await selectLiveAttempt(order.id);
    if (ending === 'wrong') {
      const sent = (await rails.textsTo(phone)).length > 0;
      const wrong = sent ? wrongFor(await rails.handsetCode(phone), 0) : '123456';
      for (let tries = 0; tries < 3; tries += 1) {
        told.push(await submit(token, wrong));
        await look();
      }
    } else if (ending === 'too old') {
      await pool().query(
        'UPDATE phone_payments SET code_expires_at = clock_timestamp() WHERE attempt_id = $1',
        [live?.id],
      );
      told.push(await submit(token, '123456'));
      await look();
    } else if (ending === 'left') {
      told.push(await switchMethod({ token }));
      await look();
    } else {
      await letPass(live?.id ?? '', 20 * 60);
      const payment = (await atCarrier(rails, phone)).at(-1);
      if (payment) await rails.control(`carrier/payments/${payment.paymentId}/discard`, {});
      await resolveAttempt({ attemptId: live?.id ?? '' });
      await look();
    }
    return told;
  };
  for (const ending of ['wrong', 'left', 'too late', 'too old'] as const) {
    await pool().query('TRUNCATE rate_limits');
    expect(await story(nobodys, ending), ending).toEqual(await story(real, ending));
    expect(await countedAgainst(nobodys)).toBe(0n);
  }
  expect(await rails.textsTo(nobodys)).toEqual([]);
});

test('where no code is sent a number that nobody has is refused like one that may not pay', async () => {
  const [barred, nobodys] = [phoneWith('0002', '130'), phoneWith('0003', '130')];
  const story = async (phone: string) => {
    const order = await makeDigitalOrder();
    const { payToken: token } = order;
    const check = await checkPhone({ token, phone, host: PHONE, ...somebody(), userId: null });
    const answer = await payByPhone(order, phone);
    const { live, lastFailure, offers } = await view(token);
    const again = await refusalCode(payByPhone(order, phone));
    return [check.charge, answer, live, lastFailure, offers.length, again];
  };
  const told = await story(nobodys);
  expect(told).toEqual(await story(barred));
  expect(told).toMatchObject([
    { kind: 'open', mode: 'wap' },
    { result: 'failed' },
    null,
    { method: 'carrier', reason: 'risk_refused' },
    expect.any(Number),
    'fine',
  ]);
  expect(await countedAgainst(nobodys)).toBe(0n);
});
