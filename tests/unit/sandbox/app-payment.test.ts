import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import { beijingStamp, type Fields } from '../../support/unionpay-merchant';
import { without } from './card-holder';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ SANDBOX_DOUBT_MS: '600' });
});
afterAll(() => bench.stop());
beforeEach(() => bench.call('POST', '/reset'));

const request = (changes: Fields = {}): Fields =>
  without('frontUrl', bench.merchant.consume(changes));
const start = (fields: Fields) => bench.merchant.send('appTransReq', fields);

async function open(changes: Fields = {}): Promise<{ fields: Fields; tn: string }> {
  const fields = request(changes);
  const { tn = '' } = await start(fields);
  return { fields, tn };
}

async function phone(path: string, body?: object) {
  const response = await fetch(`${bench.origin}/phone/api${path}`, {
    headers: { origin: 'http://shop.test', connection: 'close' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  return { status: response.status, body: await response.json() };
}

const pay = (tn: string, more: object = {}) =>
  phone(`/orders/${tn}/pay`, { surface: 'control', card: 'debit', ...more });

/** Did UnionPay sign this for the page? Checked as a merchant's server would. */
function isAuthentic(resultData: string): boolean {
  const { sign, data } = JSON.parse(resultData) as { sign: string; data: string };
  const pem = readFileSync(join(bench.dataDir, 'certs', 'unionpay.cert.pem'), 'utf8');
  const certId = BigInt(`0x${new X509Certificate(pem).serialNumber}`);
  if (new URLSearchParams(data).get('cert_id') !== certId.toString()) return false;
  const digest = Buffer.from(createHash('sha256').update(data).digest('hex'));
  return verify('sha256', digest, createPublicKey(pem), Buffer.from(sign, 'base64'));
}

test('a server gets a TN of 21 digits, and the app sees what is to be paid', async () => {
  const { tn, fields } = await open({ orderDesc: '亚麻短袖衬衫' });
  expect(tn).toMatch(/^\d{21}$/);
  expect((await phone(`/orders/${tn}`)).body).toMatchObject({
    tn,
    amount: '¥68.00',
    orderDesc: '亚麻短袖衬衫',
    payable: true,
    sdkWap: true,
    silent: false,
  });
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('05');
  expect((await start(fields)).respCode).toBe('12');
  expect((await phone('/orders/000000000000000000000')).status).toBe(404);
});

test('a lost request makes no order, a lost reply makes one that nobody can start', async () => {
  await bench.script({ any: true }, { lose: 'request' }, 1);
  const lost = request();
  await expect(start(lost)).rejects.toThrow('fetch failed');
  expect((await bench.merchant.ask(lost)).respCode).toBe('34');
  await bench.script({ any: true }, { lose: 'reply' }, 1);
  const unheard = request();
  await expect(start(unheard)).rejects.toThrow('fetch failed');
  expect((await bench.merchant.ask(unheard)).origRespCode).toBe('05');
  expect((await start(unheard)).respCode).toBe('12');
});

test.each(['control', 'cashier'])(
  'paid in the %s: signed result, and the query tells the card type',
  async (surface) => {
    const { tn, fields } = await open();
    const code = surface === 'cashier' ? { code: '111111' } : {};
    const { body } = await pay(tn, { surface, card: 'credit', ...code });
    expect(body).toMatchObject({ silent: false, answer: { result: 'success', surface } });
    expect(body.answer.resultData).toContain(`pay_result=success&tn=${tn}&cert_id=`);
    expect(isAuthentic(body.answer.resultData)).toBe(true);
    expect(await bench.merchant.ask(fields)).toMatchObject({
      origRespCode: '00',
      payCardType: '02',
    });
    await bench.notices(fields.orderId, 1);
    expect((await pay(tn)).body).toEqual({ gone: true });
  },
);

test('paid by SDK-WAP: no signed result and no card type', async () => {
  const { tn, fields } = await open();
  const { body } = await pay(tn, { surface: 'sdk-wap', code: '111111' });
  expect(body.answer).toEqual({ result: 'success', surface: 'sdk-wap' });
  const answer = await bench.merchant.ask(fields);
  expect(answer.origRespCode).toBe('00');
  expect(answer.payCardType).toBeUndefined();
});

test('cancelled and declined payments are told as such, and charge nothing', async () => {
  const cancelled = await open();
  const { body } = await phone(`/orders/${cancelled.tn}/cancel`, { surface: 'control' });
  expect(body.answer.result).toBe('cancel');
  expect((await bench.merchant.ask(cancelled.fields)).origRespCode).toBe('30');
  const empty = await open();
  expect((await pay(empty.tn, { card: 'empty' })).body.answer.result).toBe('fail');
  expect((await bench.merchant.ask(empty.fields)).origRespCode).toBe('64');
});

test.each([
  ['limit', '33'],
  ['frozen', '63'],
  ['stale', '66'],
  ['sms', '71'],
])('the card "%s", entered by number, fails with %s', async (card, respCode) => {
  const { tn, fields } = await open();
  await pay(tn, { surface: 'cashier', card, code: '111111' });
  expect((await bench.merchant.ask(fields)).origRespCode).toBe(respCode);
});

test('a wrong code may be tried again; a doubtful card has its result later', async () => {
  const { tn, fields } = await open();
  const enter = (code: string) => pay(tn, { surface: 'cashier', card: 'doubt', code });
  expect((await enter('000000')).body).toEqual({ wrongCode: true });
  expect((await enter('111111')).body.answer).toEqual({ result: 'success', surface: 'cashier' });
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('05');
  await vi.waitFor(
    async () => expect((await bench.order(fields.orderId)).state).toBe('succeeded'),
    SOON,
  );
});

test('scripts make the app silent, deaf after paying, lying, or badly signed', async () => {
  const scripted = async (behaviour: object) => {
    const one = await open();
    await bench.script({ orderId: one.fields.orderId }, behaviour);
    return one;
  };
  const silent = await scripted({ host: 'silent' });
  expect((await phone(`/orders/${silent.tn}`)).body.silent).toBe(true);
  const deaf = await scripted({ host: 'lose-reply' });
  expect((await pay(deaf.tn)).body.silent).toBe(true);
  expect((await bench.merchant.ask(deaf.fields)).origRespCode).toBe('00');
  const lying = await scripted({ host: 'claim' });
  expect((await pay(lying.tn)).body.answer.result).toBe('success');
  expect((await bench.merchant.ask(lying.fields)).origRespCode).toBe('05');
  for (const hostSignature of ['wrong', 'stranger']) {
    const { tn } = await scripted({ hostSignature });
    expect(isAuthentic((await pay(tn)).body.answer.resultData)).toBe(false);
  }
});

test('after payTimeout the TN is dead, unless a bank changes its mind', async () => {
  const { tn, fields } = await open({ payTimeout: beijingStamp(2_000) });
  await vi.waitFor(
    async () => expect((await phone(`/orders/${tn}`)).body.payable).toBe(false),
    SOON,
  );
  expect((await pay(tn)).body).toEqual({ gone: true });
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('69');
  await bench.call('POST', `/orders/${fields.orderId}/pay`, { force: true });
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('00');
});

test('what the contract lacks is refused (32), and the phone knows of SDK-WAP', async () => {
  const switchOff = { control: false, sdk_wap: false, api_wap: false };
  await bench.call('POST', '/contract', { permissions: switchOff });
  expect((await start(request())).respCode).toBe('32');
  expect((await phone('/capabilities')).body).toEqual({ sdkWap: false });
  expect((await bench.merchant.front(bench.merchant.consume())).status).toBe(400);
  const desktop = bench.merchant.consume({ channelType: '07' });
  expect((await bench.merchant.front(desktop)).status).toBe(302);
  await bench.call('POST', '/contract', { permissions: { control: true } });
  expect((await start(request())).respCode).toBe('00');
});

test.each(['host.js', 'upsdk.js'])(
  '%s is a script that can be read, and the page links its states',
  async (name) => {
    const response = await fetch(`${bench.origin}/phone/${name}`);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    const text = await response.text();
    expect(() => new Script(text)).not.toThrow();
    expect(text).not.toMatch(/6200 ?0000/);
    const page = await (await fetch(`${bench.origin}/phone?lang=en`)).text();
    for (const state of ['installed-in', 'installed-out', 'none', 'in-app', 'off']) {
      expect(page).toContain(`http://localhost:3000/demo/phone?state=${state}`);
    }
  },
);
