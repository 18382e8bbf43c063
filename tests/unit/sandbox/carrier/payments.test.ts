import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type CarrierBench,
  FINE,
  paymentBody,
  phoneOf,
  someNo,
  startCarrierBench,
} from './start-carrier-bench';

let rail: CarrierBench;
beforeAll(async () => {
  rail = await startCarrierBench();
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

test('a code by text names amount and service; entered, the payment is held until it is confirmed', async () => {
  const no = someNo();
  const { status, body } = await rail.prepare({ no });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    paymentStatus: 'pending_validation',
    validationInfo: { action: 'validate' },
    amountTransaction: { clientCorrelator: no, phoneNumber: `+86${FINE}` },
  });
  const [text] = await rail.texts();
  expect(text?.split('\n')).toEqual([
    expect.stringMatching(/^【中国移动】.*“600 金币”.*6\.00元.*客服电话10086。$/),
    // By host and without port, as the standard has it: a phone offers the code there and nowhere else.
    `@localhost #${await rail.code()}`,
  ]);
  const { authorizationId } = body.validationInfo;
  const id = body.paymentId;
  expect((await rail.confirm(id)).status).toBe(400);
  expect((await rail.validate(id, authorizationId, await rail.code())).status).toBe(204);
  expect(await rail.stateOf(id)).toBe('reserved');
  const again = await rail.validate(id, authorizationId, await rail.code());
  expect([again.status, again.body.code]).toEqual([409, 'ALREADY_EXISTS']);
  expect((await rail.confirm(id)).status).toBe(202);
  const paid = (await rail.ask(`/payments/${id}`)).body;
  expect(paid.paymentStatus).toBe('succeeded');
  expect(Date.parse(paid.paymentDate)).toBeGreaterThanOrEqual(Date.parse(paid.paymentCreationDate));
  const confirmed = await rail.confirm(id);
  expect([confirmed.status, confirmed.body.code]).toEqual([
    409,
    'CARRIER_BILLING.PAYMENT_CONFIRMED',
  ]);
  const texts = await rail.texts();
  expect(texts).toHaveLength(2);
  expect(texts[0]).toMatch(/^【中国移动】扣费提醒：.*增值业务“600 金币”，扣费6\.00元/);
});

test('the third wrong code denies the payment for good, and a right one comes too late', async () => {
  const { body } = await rail.prepare();
  const { authorizationId } = body.validationInfo;
  const right = await rail.code();
  const wrong = right === '000000' ? '000001' : '000000';
  const codes = [];
  for (const code of [wrong, 'abc', wrong, right]) {
    codes.push((await rail.validate(body.paymentId, authorizationId, code)).body.code);
  }
  expect(codes).toEqual([
    'CARRIER_BILLING.INVALID_CODE',
    'CARRIER_BILLING.INVALID_CODE',
    'CARRIER_BILLING.VALIDATION_FAILED',
    'CARRIER_BILLING.VALIDATION_FAILED',
  ]);
  expect(await rail.stateOf(body.paymentId)).toBe('denied');
});

test('there is nothing to agree to in what was cancelled or denied', async () => {
  for (const end of ['cancel', 'deny']) {
    const { paymentId, validationInfo } = (await rail.prepare()).body;
    const code = await rail.code();
    await (end === 'cancel' ? rail.cancel(paymentId) : rail.act(paymentId, 'deny'));
    const { body } = await rail.validate(paymentId, validationInfo.authorizationId, code);
    expect(body.code).toBe('CARRIER_BILLING.INVALID_AUTHORIZATION_ID');
  }
});

test('a code is good for its time, and for its own payment only', async () => {
  const phone = phoneOf('1111');
  await rail.script({ phone }, { codeSeconds: 0 }, 1);
  const late = (await rail.prepare({ phone })).body;
  const inTime = (await rail.prepare({ phone })).body;
  const code = await rail.code(phone);
  const judged = [
    await rail.validate(late.paymentId, late.validationInfo.authorizationId, code),
    await rail.validate(late.paymentId, inTime.validationInfo.authorizationId, code),
  ].map(({ body }) => body.code);
  expect(judged).toEqual(Array(2).fill('CARRIER_BILLING.INVALID_AUTHORIZATION_ID'));
  expect(await rail.stateOf(late.paymentId)).toBe('pending_validation');
  const { paymentId, validationInfo } = inTime;
  expect((await rail.validate(paymentId, validationInfo.authorizationId, code)).status).toBe(204);
});

test('a clientCorrelator is used once, whatever became of it, and a discarded payment is gone', async () => {
  const no = someNo();
  const { paymentId } = (await rail.prepare({ no })).body;
  for (const again of [await rail.prepare({ no }), await rail.create({ no })]) {
    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: 'clientCorrelator already exist on server.',
    });
  }
  expect((await rail.act(no, 'discard')).body.payment.state).toBe('discarded');
  expect((await rail.ask(`/payments/${paymentId}`)).status).toBe(404);
  expect((await rail.ask('/payments')).body).toEqual([]);
  expect((await rail.confirm(paymentId)).status).toBe(404);
  expect((await rail.prepare({ no })).status).toBe(400);
});

test('what is not confirmed in time is discarded by itself', async () => {
  const phone = phoneOf('1112');
  await rail.script({ phone }, { confirmSeconds: 0 });
  const { paymentId } = (await rail.prepare({ phone })).body;
  expect((await rail.ask(`/payments/${paymentId}`)).status).toBe(404);
});

test('every call answers in every state as the state allows, and nothing else changes it', async () => {
  const make: Record<string, () => Promise<string>> = {
    pending_validation: async () => (await rail.prepare()).body.paymentId,
    reserved: () => rail.reserved(),
    processing: () => rail.paid({ phone: phoneOf('1113') }),
    succeeded: () => rail.paid(),
    cancelled: async () => {
      const id = await rail.reserved();
      expect((await rail.cancel(id)).status).toBe(202);
      return id;
    },
    denied: async () => {
      const id = await rail.reserved();
      await rail.act(id, 'deny');
      return id;
    },
  };
  await rail.script({ phone: phoneOf('1113') }, { resultDelaySeconds: 3_600 });
  const confirmed = '409 CARRIER_BILLING.PAYMENT_CONFIRMED';
  const cancelled = '409 CARRIER_BILLING.PAYMENT_CANCELLED';
  const expected: Record<string, [confirm: string, cancel: string]> = {
    pending_validation: ['400 INVALID_ARGUMENT', '202'],
    reserved: ['202', '202'],
    processing: [confirmed, confirmed],
    succeeded: [confirmed, confirmed],
    cancelled: [cancelled, cancelled],
    denied: ['403 CARRIER_BILLING.PAYMENT_DENIED', cancelled],
  };
  for (const [state, [confirm, cancel]] of Object.entries(expected)) {
    const phone = state === 'processing' ? phoneOf('1113') : FINE;
    for (const [verb, wanted] of [['confirm', confirm] as const, ['cancel', cancel] as const]) {
      const id = (await make[state]?.()) ?? '';
      expect(await rail.stateOf(id)).toBe(state);
      const { status, body } = await rail[verb](id, phone);
      expect([status, body?.code].join(' ').trim(), `${verb} when ${state}`).toBe(wanted);
      const after = status === 202 ? { confirm: 'succeeded', cancel: 'cancelled' }[verb] : state;
      expect(await rail.stateOf(id)).toBe(after);
    }
  }
});

test('the second step names its payer: nobody and somebody else are refused', async () => {
  const id = await rail.reserved();
  for (const verb of ['confirm', 'cancel']) {
    const path = `/payments/${id}/${verb}`;
    const missing = await rail.ask(path, { body: {} });
    expect([missing.status, missing.body.code]).toEqual([422, 'MISSING_IDENTIFIER']);
    const other = await rail.ask(path, { body: { phoneNumber: '+8613800159999' } });
    expect([other.status, other.body.code]).toEqual([404, 'IDENTIFIER_NOT_FOUND']);
    const unreadable = await rail.ask(path, { body: { phoneNumber: '138' }, wrong: true });
    expect([unreadable.status, unreadable.body.code]).toEqual([400, 'INVALID_ARGUMENT']);
  }
  expect(await rail.stateOf(id)).toBe('reserved');
  expect((await rail.confirm('nothing')).body.code).toBe('NOT_FOUND');
});

test('a request that does not conform is refused, and so is each flaw of its sink by its own code', async () => {
  const refused = async (body: unknown, wrong = true) => {
    const answers = [];
    for (const path of ['/payments', '/payments/prepare']) {
      const { status, body: told } = await rail.ask(path, { body, wrong });
      answers.push(`${status} ${told.code}`);
    }
    expect(answers[0]).toBe(answers[1]);
    return answers[0];
  };
  const INVALID = '400 INVALID_ARGUMENT';
  const charging = (change: object) => paymentBody({ charging: change });
  expect(await refused('{"amountTransaction":')).toBe(INVALID);
  expect(await refused({})).toBe(INVALID);
  for (const amount of [0, -1, 0.0001, 6.0005, '6']) {
    expect(await refused(charging({ amount })), String(amount)).toBe(INVALID);
  }
  expect(await refused(charging({ description: undefined }))).toBe(INVALID);
  expect(await refused(charging({ currency: 'EUR' }), false)).toBe(INVALID);
  expect(await refused(paymentBody({ transaction: { phoneNumber: '138001' } }))).toBe(INVALID);
  expect(await refused(paymentBody({ transaction: { referenceCode: undefined } }))).toBe(INVALID);
  expect(await refused(paymentBody({ metaData: { serviceId: 7 } }))).toBe(INVALID);
  const noPhone = paymentBody({ transaction: { phoneNumber: undefined } });
  expect(await refused(noPhone, false)).toBe('422 MISSING_IDENTIFIER');
  expect(await refused(paymentBody({ amount: 500.01 }), false)).toBe(
    '422 CARRIER_BILLING.UNAUTHORIZED_AMOUNT',
  );
  expect(await refused(paymentBody({ sink: 'http://localhost/' }))).toBe('400 INVALID_SINK');
  const sink = 'https://localhost/';
  const credential = (change: object) => {
    const body = paymentBody({ sink });
    return { ...body, sinkCredential: { ...body.sinkCredential, ...change } };
  };
  const plain = { credentialType: 'PLAIN', identifier: 'a', secret: 'b' };
  expect(await refused({ ...paymentBody({ sink }), sinkCredential: plain }, false)).toBe(
    '400 INVALID_CREDENTIAL',
  );
  expect(await refused(credential({ accessTokenType: 'mac' }))).toBe('400 INVALID_TOKEN');
  expect(await refused(credential({ accessTokenExpiresUtc: 'soon' }))).toBe(INVALID);
  const correlator = { 'x-correlator': 'no blanks' };
  const { status, body } = await rail.ask('/payments', { headers: correlator, wrong: true });
  expect([status, body.code]).toEqual([400, 'INVALID_ARGUMENT']);
});
