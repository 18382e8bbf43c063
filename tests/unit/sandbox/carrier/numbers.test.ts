import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findSubscriber } from '@/lib/sandbox/carrier/numbers';
import {
  type CarrierBench,
  phoneOf,
  SECRET,
  someNo,
  startCarrierBench,
} from './start-carrier-bench';

let rail: CarrierBench;
beforeAll(async () => {
  rail = await startCarrierBench({ SANDBOX_DOUBT_MS: '3600000' });
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

const lookUp = async (phoneNumber: string, key = SECRET) => {
  const response = await fetch(`${rail.bench.origin}/carriers/number-lookup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, connection: 'close' },
    body: JSON.stringify({ phoneNumber }),
  });
  return { status: response.status, body: await response.json() };
};

/** The answer, or that the line dropped. */
const orDropped = async (call: Promise<{ status: number; body?: { code?: string } }>) => {
  try {
    const { status, body } = await call;
    return [status, body?.code].join(' ').trim();
  } catch (error) {
    return (error as Error).message === 'fetch failed' ? 'dropped' : Promise.reject(error);
  }
};

test.each([
  ['13800150000', 'cmcc'],
  ['14712340000', 'cmcc'],
  ['17812340000', 'cmcc'],
  ['19812340000', 'cmcc'],
  ['13012340000', 'cucc'],
  ['16612340000', 'cucc'],
  ['19612340000', 'cucc'],
  ['13312340000', 'ctcc'],
  ['14912340000', 'ctcc'],
  ['19912340000', 'ctcc'],
  ['19212340000', 'cbn'],
])('%s is a number of %s', (phone, carrier) => {
  expect(findSubscriber(`+86${phone}`)).toMatchObject({ phone, carrier, ported: false });
});

test('the look-up tells carrier, province and porting, and is for those with the key', async () => {
  const answers = await Promise.all(
    ['+8613800151234', '+8613800160202', '+8613012340201'].map((phone) => lookUp(phone)),
  );
  expect(answers.map(({ body }) => body)).toEqual([
    { phoneNumber: '+8613800151234', carrier: 'cmcc', province: '41', ported: false },
    { phoneNumber: '+8613800160202', carrier: 'cucc', province: '42', ported: true },
    { phoneNumber: '+8613012340201', carrier: 'cmcc', province: '54', ported: true },
  ]);
  for (const nobody of ['+8613800150003', '+8617012340000', '+34671999000']) {
    expect((await lookUp(nobody)).status, nobody).toBe(404);
  }
  expect((await lookUp('13800151234')).status).toBe(400);
  expect((await lookUp('+8613800151234', 'another key of the same length, as it hap')).status).toBe(
    401,
  );
  await rail.script({ phone: '13800151234' }, { lookup: 'error' }, 1);
  expect((await lookUp('+8613800151234')).status).toBe(500);
  expect((await lookUp('+8613800151234')).status).toBe(200);
});

test('a carrier charges its own numbers, wherever they came from, and nobody else’s', async () => {
  const ported = phoneOf('0202');
  expect((await rail.create({ phone: ported })).body.code).toBe('IDENTIFIER_NOT_FOUND');
  expect((await rail.create({ phone: ported }, { carrier: 'cucc' })).status).toBe(201);
  expect((await rail.texts(ported))[0]).toMatch(/^【中国联通】扣费提醒/);
  for (const phone of [phoneOf('0003'), '13012341234']) {
    const { status, body } = await rail.prepare({ phone });
    expect([status, body.code]).toEqual([404, 'IDENTIFIER_NOT_FOUND']);
  }
});

test('a number without credit is denied with the reason, at the charge and not before', async () => {
  const phone = phoneOf('0001');
  const no = someNo();
  const created = await rail.create({ phone, no });
  expect([created.status, created.body.code]).toEqual([403, 'CARRIER_BILLING.PAYMENT_DENIED']);
  expect(created.body.message).toContain('Insufficient credit');
  const id = await rail.reserved({ phone, no });
  const { status, body } = await rail.confirm(id, phone);
  expect([status, body.code]).toEqual([403, 'CARRIER_BILLING.PAYMENT_DENIED']);
  expect(body.message).toContain('Insufficient credit');
  expect(await rail.stateOf(id)).toBe('denied');
  expect(await rail.texts(phone)).toHaveLength(1);
});

test('a blacklisted number, and one over its threshold, are refused before anything is sent', async () => {
  for (const [meaning, wanted] of [
    ['0002', '403 CARRIER_BILLING.PAYMENT_DENIED'],
    ['0012', '422 CARRIER_BILLING.USER_AMOUNT_THRESHOLD_OVERPASSED'],
  ] as const) {
    const phone = phoneOf(meaning);
    expect(await orDropped(rail.create({ phone }))).toBe(wanted);
    expect(await orDropped(rail.prepare({ phone }))).toBe(wanted);
    expect(await rail.texts(phone)).toEqual([]);
  }
});

test('a code that never arrives leaves the payment waiting', async () => {
  const phone = phoneOf('0004');
  const { body } = await rail.prepare({ phone });
  expect(body.paymentStatus).toBe('pending_validation');
  expect(await rail.texts(phone)).toEqual([]);
});

test('a lost reply is lost once, and what was asked for has happened', async () => {
  const no = someNo();
  expect(await orDropped(rail.create({ phone: phoneOf('0008'), no }))).toBe('dropped');
  expect((await rail.view(no)).state).toBe('succeeded');
  expect(await orDropped(rail.create({ phone: phoneOf('0008'), no }))).toBe('400 INVALID_ARGUMENT');

  const prepared = someNo();
  expect(await orDropped(rail.prepare({ phone: phoneOf('0006'), no: prepared }))).toBe('dropped');
  expect((await rail.view(prepared)).state).toBe('pending_validation');
  expect(await rail.code(phoneOf('0006'))).toMatch(/^\d{6}$/);

  const held = await rail.reserved({ phone: phoneOf('0005') });
  expect(await orDropped(rail.confirm(held, phoneOf('0005')))).toBe('dropped');
  expect(await rail.stateOf(held)).toBe('succeeded');
  expect(await orDropped(rail.confirm(held, phoneOf('0005')))).toBe(
    '409 CARRIER_BILLING.PAYMENT_CONFIRMED',
  );

  const { paymentId, validationInfo } = (await rail.prepare({ phone: phoneOf('0007') })).body;
  const code = await rail.code(phoneOf('0007'));
  const validate = () => rail.validate(paymentId, validationInfo.authorizationId, code);
  expect(await orDropped(validate())).toBe('dropped');
  expect(await rail.stateOf(paymentId)).toBe('reserved');
  expect(await orDropped(validate())).toBe('409 ALREADY_EXISTS');
});

test('numbers in doubt are in process first, and then paid or denied', async () => {
  for (const [meaning, end] of [
    ['0009', 'succeeded'],
    ['0010', 'denied'],
  ] as const) {
    const phone = phoneOf(meaning);
    const created = (await rail.create({ phone })).body;
    expect(created.paymentStatus).toBe('processing');
    await rail.act(created.paymentId, 'finish');
    expect(await rail.stateOf(created.paymentId)).toBe(end);
    const held = await rail.reserved({ phone });
    expect((await rail.confirm(held, phone)).status).toBe(202);
    expect(await rail.stateOf(held)).toBe('processing');
    await rail.act(held, 'finish');
    expect(await rail.stateOf(held)).toBe(end);
  }
});

test('the contrary number opens a page where a code was asked for, and takes a code for WAP', async () => {
  const phone = phoneOf('0011');
  expect((await rail.prepare({ phone })).body.validationInfo.action).toBe('open');
  expect((await rail.prepare({ phone, channel: 'WAP' })).body.validationInfo.action).toBe(
    'validate',
  );
});

test('the lean number has no credit for two renewals, and pays the third', async () => {
  const phone = phoneOf('0013');
  const answers = [];
  for (let month = 0; month < 4; month += 1) answers.push(await orDropped(rail.create({ phone })));
  const denied = '403 CARRIER_BILLING.PAYMENT_DENIED';
  expect(answers).toEqual([denied, denied, '201', '201']);
});
