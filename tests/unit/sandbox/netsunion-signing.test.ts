import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readAnswer, someNo } from '../../support/netsunion-cashier';
import { MERCHANT_NO, SECRET, signedHeaders } from '../../support/scripted-netsunion';
import { type NetsUnionBench, startNetsUnionBench } from './start-netsunion-bench';

const DEBIT = '6200000000000005';
let rail: NetsUnionBench;
beforeAll(async () => {
  rail = await startNetsUnionBench();
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

test('a call that is unsigned, stale or signed for something else is turned away', async () => {
  const path = '/netsunion/epcc.211.001.01';
  const signed = (given: object, secret?: string) =>
    signedHeaders({ path, body: '{}', ...given }, secret);
  for (const headers of [
    {},
    { ...signed({}), 'x-epcc-signature': '' },
    signed({ secondsAgo: 310 }),
    signed({ secondsAgo: -310 }),
    signed({ path: '/netsunion/epcc.201.001.01' }),
    signed({ body: '{ }' }),
    signed({}, `${SECRET}.`),
  ]) {
    expect((await rail.cashier.post(path, '{}', headers)).status).toBe(401);
  }
});

test('a message that is none is told so, and does nothing', async () => {
  for (const text of ['{}', 'null', '<html>', '{"MsgHeader":null}']) {
    const response = await rail.cashier.post('/netsunion/epcc.201.001.01', text);
    expect(readAnswer(await response.text()).sysRtnCd).toBe('PS500001');
  }
  const no = someNo();
  const sgnNo = await rail.agreement();
  for (const amount of ['CNY0.00', 'CNY1', 'CNY-1.00', '1.00', 'CNY01.00']) {
    expect((await rail.cashier.pay(no, sgnNo, { amount })).sysRtnCd).toBe('PS500001');
  }
  expect((await rail.cashier.ask(no, '201')).bizCd).toBe('PB511020');
  const body = { TrxInf: { TrxCtgy: '0202', TrxDtTm: '2026-11-26T09:34:08' } };
  const Sealed = Buffer.alloc(40).toString('base64');
  const SgnInf = { SgnAcctTp: '00', IDTp: '01', SgnAcctId: Sealed, SgnAcctNm: Sealed };
  const foreign = { ...body, SgnInf: { ...SgnInf, IDNo: Sealed, MobNo: Sealed } };
  expect((await rail.cashier.send('101', someNo('s'), foreign)).sysRtnCd).toBe('PS500001');
});

test.each([
  ['debit', DEBIT, '00000000', '00', '00000000'],
  ['credit', '6200000000000013', '00000000', '01', '00000000'],
  ['empty', '6200000000000021', '00000000', '00', 'PB511011'],
  ['over its limit', '6200000000000039', '00000000', '01', 'PB511012'],
  ['frozen', '6200000000000047', '00000000', '00', 'PB511009'],
  ['of a phone that is stale at UnionPay alone', '6200000000000054', '00000000', '00', '00000000'],
  ['of nobody in particular', '6222000000000009', '00000000', '00', '00000000'],
])('the card %s', async (_name, cardNo, signs, type, pays) => {
  const signed = await rail.cashier.sign(someNo('s'), cardNo);
  expect([signed.bizCd, signed.accountType]).toEqual([signs, type]);
  const paid = await rail.cashier.pay(someNo(), signed.sgnNo ?? '');
  expect(paid.bizCd).toBe(pays);
  if (pays === '00000000') expect(paid).toMatchObject({ trxAmt: 'CNY68.00', accountType: type });
});

test.each([
  ['a card of no bank', '4111111111111111', {}, 'PB511001'],
  ['a wrong check digit', '6200000000000006', {}, 'PB511001'],
  ['somebody else’s card', DEBIT, { name: '李四' }, 'PB511003'],
  ['a wrong identity number', DEBIT, { idNo: '110101199003070039' }, 'PB511003'],
  ['another phone than the reserved one', DEBIT, { phone: '13900139000' }, 'PB511004'],
  ['the phone that is stale everywhere', '6200000000000096', {}, 'PB511004'],
  ['a phone of somebody else', '6222000000000009', { phone: '13900130000' }, 'PB511004'],
])('%s signs nothing, with a code of its own', async (_name, cardNo, person, code) => {
  const no = someNo('s');
  expect((await rail.cashier.sign(no, cardNo, { ctgy: '0201', person })).bizCd).toBe(code);
  expect((await rail.cashier.sign(no, cardNo, { person })).bizCd).toBe(code);
  expect((await rail.cashier.ask(no, '101')).bizCd).toBe(code);
  expect(await rail.textsTo('13800138000')).toEqual([]);
});

test('the code comes to the reserved phone; 111111 signs, and the answer says until when', async () => {
  const no = someNo('s');
  const sent = await rail.cashier.sign(no, DEBIT, { ctgy: '0201' });
  expect(sent).toMatchObject({ bizCd: 'PB511022', check: { MobNoMsk: '138****8000' } });
  expect((await rail.textsTo('13800138000'))[0]?.text).toContain('111111');
  for (const code of ['123456', '654321']) {
    expect((await rail.cashier.sign(no, DEBIT, { code })).bizCd).toBe('PB511005');
  }
  const signed = await rail.cashier.sign(no, DEBIT, { code: '111111' });
  expect(signed.bizCd).toBe('00000000');
  expect(await rail.cashier.sign(no, DEBIT, { code: '111111' })).toEqual(signed);
  expect(await rail.cashier.ask(no, '101')).toEqual(signed);
});

test('a third wrong code voids it, the next code is a new one, and a sixth is not sent', async () => {
  const no = someNo('s');
  const next = () => rail.cashier.sign(no, DEBIT, { ctgy: '0201' });
  await next();
  for (const code of ['000001', '000002', '000003']) await rail.cashier.sign(no, DEBIT, { code });
  expect((await rail.cashier.sign(no, DEBIT, { code: '111111' })).bizCd).toBe('PB511006');
  for (let sent = 2; sent <= 5; sent += 1) expect((await next()).bizCd).toBe('PB511022');
  expect((await next()).bizCd).toBe('PB511007');
});

test('a code that is too old, or was never sent, is no code; one card never has a right one', async () => {
  const [old, none, never] = [someNo('s'), someNo('s'), someNo('s')];
  await rail.script({ ordrId: old }, { codeSeconds: 0 });
  await rail.cashier.sign(old, DEBIT, { ctgy: '0201' });
  for (const no of [old, none]) {
    expect((await rail.cashier.sign(no, DEBIT, { code: '111111' })).bizCd).toBe('PB511006');
  }
  await rail.cashier.sign(never, '6200000000000062', { ctgy: '0201' });
  const wrong = await rail.cashier.sign(never, '6200000000000062', { code: '111111' });
  expect(wrong.bizCd).toBe('PB511005');
});

test('signing without a code, and all of it, is a matter of the contract', async () => {
  const permit = (given: object) =>
    rail.bench.call('POST', '/netsunion/permissions', { merchantNo: MERCHANT_NO, ...given });
  const sgnNo = await rail.agreement();
  await permit({ silentSigning: false });
  expect((await rail.cashier.sign(someNo('s'), DEBIT)).bizCd).toBe('PB511008');
  await permit({ agreements: false });
  expect((await rail.cashier.sign(someNo('s'), DEBIT, { ctgy: '0201' })).sysRtnCd).toBe('PS500003');
  expect((await rail.cashier.pay(someNo(), sgnNo)).sysRtnCd).toBe('PS500003');
  expect((await permit({ merchantNo: '1' })).status).toBe(400);
});
