import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import { beijingStamp } from '../../support/unionpay-merchant';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const SIGNED = ['signMethod', 'signPubKeyCert', 'signature'];
const ECHOED = ['version', 'encoding', 'accessType', 'bizType', 'merId', 'orderId', 'txnTime'];
const ORDER = [...ECHOED, 'txnType', 'txnSubType', 'txnAmt', 'currencyCode'];

test('a number the gateway never saw is not found (34)', async () => {
  const answer = await bench.merchant.ask(bench.merchant.consume());
  expect(answer).toMatchObject({ respCode: '34', respMsg: expect.stringMatching(/\[2600000\]$/) });
  expect(Object.keys(answer).sort()).toEqual(
    [...ECHOED, 'txnType', 'txnSubType', 'respCode', 'respMsg', ...SIGNED].sort(),
  );
});

test('an order waiting for its cardholder is in progress (05), without a gateway number', async () => {
  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  const answer = await bench.merchant.ask(fields);
  expect(answer).toMatchObject({ respCode: '00', origRespCode: '05', settleAmt: '0' });
  expect(answer.origRespMsg).toMatch(/\[6154037\]$/);
  expect(answer.queryId).toBeUndefined();
});

test('a paid order is found with exactly the fields of the protocol', async () => {
  const { fields } = await bench.pay({ reqReserved: '{attempt=1&note=a}' });
  const answer = await bench.merchant.ask(fields);
  expect(answer).toMatchObject({
    respCode: '00',
    origRespCode: '00',
    txnType: '01',
    txnSubType: '01',
    bizType: '000201',
    txnAmt: '6800',
    settleAmt: '6800',
    settleCurrencyCode: '156',
    issuerIdentifyMode: '0',
    reqReserved: '{attempt=1&note=a}',
    queryId: expect.stringMatching(/^\d{21}$/),
    traceNo: expect.stringMatching(/^\d{6}$/),
    traceTime: expect.stringMatching(/^\d{10}$/),
    settleDate: expect.stringMatching(/^\d{4}$/),
  });
  const trace = [
    'queryId',
    'traceNo',
    'traceTime',
    'settleAmt',
    'settleCurrencyCode',
    'settleDate',
  ];
  const original = ['origRespCode', 'origRespMsg', 'issuerIdentifyMode', 'reqReserved'];
  const result = ['respCode', 'respMsg'];
  expect(Object.keys(answer).sort()).toEqual(
    [...ORDER, ...trace, ...original, ...result, ...SIGNED].sort(),
  );
});

test('a declined order is found with its failure code', async () => {
  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  await bench.call('POST', `/orders/${fields.orderId}/decline`, { respCode: '64' });
  const answer = await bench.merchant.ask(fields);
  expect(answer).toMatchObject({ respCode: '00', origRespCode: '64' });
  expect(answer.settleAmt).toBeUndefined();
});

test('after payTimeout an unpaid order has failed (69) and can no longer be paid', async () => {
  const fields = bench.merchant.consume({ payTimeout: beijingStamp(3_000) });
  expect((await bench.merchant.front(fields)).status).toBe(302);
  await vi.waitFor(
    async () => expect((await bench.merchant.ask(fields)).origRespCode).toBe('69'),
    SOON,
  );
  const late = await bench.call('POST', `/orders/${fields.orderId}/pay`, {});
  expect(late).toMatchObject({ status: 409, body: { error: 'not_payable' } });
});

test('debit or credit is told only where the contract has it switched on', async () => {
  await bench.script({ amount: '4321' }, { tellCardType: true });
  const { fields: told } = await bench.pay({ txnAmt: '4321' });
  const { fields: untold } = await bench.pay();
  expect((await bench.merchant.ask(told)).payCardType).toBe('01');
  expect((await bench.merchant.ask(untold)).payCardType).toBeUndefined();
});

test('a query with a bad signature (11) or for another product (32) is turned down', async () => {
  const { merchant } = bench;
  const query = merchant.query(merchant.consume());
  const forged = { ...merchant.sign(query), orderId: 'otherorder1' };
  expect((await merchant.send('queryTrans', forged)).respCode).toBe('11');
  expect((await merchant.send('queryTrans', { ...query, txnSubType: '02' })).respCode).toBe('32');
});
