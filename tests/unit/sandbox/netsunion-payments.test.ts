import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import { someNo } from '../../support/netsunion-cashier';
import { trxIdFor } from '../../support/scripted-netsunion';
import { type NetsUnionBench, startNetsUnionBench } from './start-netsunion-bench';

const DEBIT = '6200000000000005';
let rail: NetsUnionBench;
beforeAll(async () => {
  rail = await startNetsUnionBench();
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

test('above ¥1,000 risk asks for a code, and nothing is charged without one', async () => {
  const sgnNo = await rail.agreement();
  expect((await rail.cashier.pay(someNo(), sgnNo, { amount: 'CNY1000.00' })).bizCd).toBe(
    '00000000',
  );
  const amount = 'CNY1000.01';
  expect((await rail.cashier.pay(someNo(), sgnNo, { amount })).bizCd).toBe('PB511008');
  const no = someNo();
  const sent = await rail.cashier.pay(no, sgnNo, { amount, ctgy: '0111' });
  expect(sent.bizCd).toBe('PB511022');
  expect((await rail.cashier.ask(no, '201')).check).toEqual(sent.check);
  expect((await rail.cashier.pay(no, sgnNo, { amount, code: '111111' })).bizCd).toBe('00000000');
});

test('a wrong code is the last word on a payment', async () => {
  const sgnNo = await rail.agreement();
  const no = someNo();
  await rail.cashier.pay(no, sgnNo, { ctgy: '0111' });
  for (const code of ['123456', '111111']) {
    expect((await rail.cashier.pay(no, sgnNo, { code })).bizCd).toBe('PB511005');
  }
});

test('nothing is paid after its time limit, by an ended agreement, or by another merchant’s', async () => {
  const sgnNo = await rail.agreement();
  expect((await rail.cashier.pay(someNo(), sgnNo, { isLate: true })).bizCd).toBe('PB511015');
  const other = rail.cashier.as('990000000000002');
  expect((await other.pay(someNo(), sgnNo)).bizCd).toBe('PB511010');
  expect((await other.end(someNo('e'), sgnNo)).bizCd).toBe('PB511010');
  expect((await rail.cashier.end(someNo('e'), sgnNo)).bizCd).toBe('00000000');
  expect((await rail.cashier.end(someNo('e'), sgnNo)).bizCd).toBe('PB511010');
  expect((await rail.cashier.pay(someNo(), sgnNo)).bizCd).toBe('PB511010');
});

test('other content under a number is refused, and what is there stays', async () => {
  const sgnNo = await rail.agreement();
  const no = someNo();
  const paid = await rail.cashier.pay(no, sgnNo);
  expect((await rail.cashier.pay(no, sgnNo, { amount: 'CNY1.00' })).sysRtnCd).toBe('PS500004');
  expect((await rail.cashier.sign(no, DEBIT)).sysRtnCd).toBe('PS500004');
  expect(await rail.cashier.pay(no, sgnNo)).toEqual(paid);
  expect((await rail.cashier.as('990000000000002').ask(no, '201')).bizCd).toBe('PB511020');
  expect((await rail.cashier.ask(no, '208')).bizCd).toBe('PB511020');
});

test('the card in doubt is in process, and paid later; the late one stays so past its limit', async () => {
  const [doubt, late] = [someNo(), someNo()];
  const inProcess = await rail.cashier.pay(doubt, await rail.agreement('6200000000000070'));
  expect(inProcess.bizCd).toBe('PB511021');
  expect((await rail.cashier.pay(late, await rail.agreement('6200000000000088'))).bizCd).toBe(
    'PB511021',
  );
  const [notice] = await rail.noticesAbout(doubt, 1);
  expect(notice).toMatchObject({ authentic: true, told: { bizCd: '00000000' } });
  expect((await rail.cashier.ask(doubt, '201')).bizCd).toBe('00000000');
  expect((await rail.cashier.ask(late, '201')).bizCd).toBe('PB511021');
  const decide = (no: string, action: string) =>
    rail.bench.call('POST', `/netsunion/transactions/${no}/${action}`, {});
  expect((await decide(late, 'succeed')).body.transaction.state).toBe('succeeded');
  expect((await decide(late, 'fail')).status).toBe(409);
  expect((await decide(late, 'explode')).status).toBe(404);
  expect((await decide('p0000000', 'fail')).status).toBe(404);
});

test('refunds are decided a little later, and never more in all than was paid', async () => {
  const payment = { no: someNo(), amount: 'CNY68.00' };
  const { netTrxId } = await rail.cashier.pay(payment.no, await rail.agreement());
  const give = (amount: string, change: object = {}) =>
    rail.cashier.refund(someNo('r'), { ...payment, netTrxId, ...change }, amount);
  const no = someNo('r');
  const first = await rail.cashier.refund(no, { ...payment, netTrxId }, 'CNY60.00');
  expect(first.bizCd).toBe('PB511021');
  expect((await give('CNY8.01')).bizCd).toBe('PB511017');
  expect((await give('CNY8.00', { amount: 'CNY67.00' })).bizCd).toBe('PB511016');
  expect((await give('CNY8.00', { netTrxId: 'N000000000' })).bizCd).toBe('PB511016');
  const [notice] = await rail.noticesAbout(no, 1);
  expect(notice).toMatchObject({
    authentic: true,
    told: { bizCd: '00000000', trxAmt: 'CNY60.00' },
  });
  expect((await give('CNY8.00')).bizCd).toBe('PB511021');
});

test('scripts go by number, amount or for all: the narrowest, then the newest', async () => {
  const sgnNo = await rail.agreement();
  const named = someNo();
  await rail.script({ any: true, kind: 'payment' }, { outcome: 'refuse', bizCd: 'PB511013' });
  await rail.script({ amount: '100' }, { outcome: 'refuse', bizCd: 'PB511012' }, 1);
  await rail.script({ trxId: trxIdFor(named) }, { sysRtnCd: 'PS500006' });
  expect((await rail.cashier.pay(named, sgnNo)).sysRtnCd).toBe('PS500006');
  const bizCds = [];
  for (const amount of ['CNY1.00', 'CNY1.00', 'CNY2.00']) {
    bizCds.push((await rail.cashier.pay(someNo(), sgnNo, { amount })).bizCd);
  }
  expect(bizCds).toEqual(['PB511012', 'PB511013', 'PB511013']);
  const bad = await rail.bench.call('POST', '/netsunion/script', { match: {}, behaviour: {} });
  expect(bad.status).toBe(400);
});

test('a question can be kept waiting, and a code’s request or answer can get lost', async () => {
  const sgnNo = await rail.agreement();
  const [held, lost, silent] = [someNo(), someNo(), someNo()];
  await rail.script({ ordrId: held }, { queryAnswer: 'timeout', queryTimes: 1 });
  await rail.cashier.pay(held, sgnNo);
  await expect(rail.cashier.ask(held, '201')).rejects.toThrow('fetch failed');
  expect((await rail.cashier.ask(held, '201')).bizCd).toBe('00000000');
  await rail.script({ ordrId: lost }, { loseCode: 'request' }, 1);
  await rail.script({ ordrId: silent }, { loseCode: 'reply' }, 1);
  for (const no of [lost, silent]) {
    await expect(rail.cashier.pay(no, sgnNo, { ctgy: '0111' })).rejects.toThrow('fetch failed');
  }
  expect((await rail.cashier.ask(lost, '201')).bizCd).toBe('PB511020');
  expect((await rail.cashier.ask(silent, '201')).bizCd).toBe('PB511022');
});

test('a notice is repeated until it is answered 200, and outlives a restart with all the rest', async () => {
  rail.statuses = [500, 302];
  const sgnNo = await rail.agreement();
  const no = someNo();
  const paid = await rail.cashier.pay(no, sgnNo);
  await rail.noticesAbout(no, 1);
  await rail.bench.restart();
  await rail.noticesAbout(no, 3);
  const ended = await vi.waitFor(async () => {
    const { body } = await rail.bench.call('GET', `/netsunion/transactions?ordrId=${no}`);
    expect(body.transactions[0].noticePending).toBe(false);
    return body.transactions[0];
  }, SOON);
  const results = ended.noticeSends.map((send: { result: number }) => send.result);
  expect(results.slice(-2)).toEqual([302, 200]);
  expect(await rail.cashier.ask(no, '201')).toEqual(paid);
  expect((await rail.cashier.pay(someNo(), sgnNo)).bizCd).toBe('00000000');
});
