import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import type { Fields } from '../../support/unionpay-merchant';
import { CARD, cardWords, without, ZHANG } from './card-holder';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const encryptionPem = () => readFileSync(join(bench.dataDir, 'certs', 'encrypt.cert.pem'), 'utf8');

function payout(cardNo: string, name = ZHANG.name, pem = encryptionPem()): Fields {
  const words = cardWords(pem);
  const money = without('frontUrl', without('payTimeout', bench.merchant.consume()));
  return {
    ...money,
    txnType: '12',
    txnSubType: '00',
    bizType: '000401',
    channelType: '07',
    accType: '01',
    ...words.card(cardNo),
    ...words.customerInfo({ certifTp: '01', certifId: ZHANG.idNo, customerNm: name }),
  };
}

const send = (fields: Fields) => bench.merchant.send('backTransReq', fields);
const ask = (fields: Fields) =>
  bench.merchant.send('queryTrans', bench.merchant.query(fields, { bizType: '000401' }));

async function resultOf(fields: Fields): Promise<string | undefined> {
  return vi.waitFor(async () => {
    const { origRespCode } = await ask(fields);
    expect(origRespCode).not.toBe('05');
    return origRespCode;
  }, SOON);
}

test('a payout is accepted, and its success is told by query and notice; again it is 12', async () => {
  const fields = payout(CARD.debit);
  expect((await send(fields)).respCode).toBe('00');
  expect((await send(fields)).respCode).toBe('12');
  expect(await resultOf(fields)).toBe('00');
  expect((await bench.notices(fields.orderId, 1))[0]).toMatchObject({
    txnType: '12',
    respCode: '00',
  });
});

test('a wrong name (66) and a frozen card (63) fail after acceptance, and the notice says so', async () => {
  const wrong = payout(CARD.debit, '李四');
  expect((await send(wrong)).respCode).toBe('00');
  expect(await resultOf(wrong)).toBe('66');
  expect((await bench.notices(wrong.orderId, 1))[0]).toMatchObject({ respCode: '66' });
  const frozen = payout(CARD.frozen);
  await send(frozen);
  expect(await resultOf(frozen)).toBe('63');
});

test('a number that is no card is turned down (61), an unreadable one is badly formed (10)', async () => {
  const unknown = payout('6200000000000006');
  expect((await send(unknown)).respCode).toBe('61');
  expect((await ask(unknown)).origRespCode).toBe('61');
  expect((await send({ ...payout(CARD.debit), encryptCertId: '1' })).respCode).toBe('10');
  expect((await send(without('customerInfo', payout(CARD.debit)))).respCode).toBe('13');
});

test('a lost request pays nothing, a lost reply has paid', async () => {
  await bench.script({ any: true, kind: 'payout' }, { lose: 'request' }, 1);
  const lost = payout(CARD.debit);
  await expect(send(lost)).rejects.toThrow('fetch failed');
  expect((await ask(lost)).respCode).toBe('34');
  await bench.script({ any: true, kind: 'payout' }, { lose: 'reply' }, 1);
  const unheard = payout(CARD.debit);
  await expect(send(unheard)).rejects.toThrow('fetch failed');
  expect(await resultOf(unheard)).toBe('00');
});

test('after the encryption certificate changed, old and new can be used, also after a restart', async () => {
  const query = () =>
    bench.merchant.send(
      'backTransReq',
      bench.merchant.query(bench.merchant.consume(), { txnType: '95', certType: '01' }),
    );
  const old = encryptionPem();
  const before = await query();
  expect(before.respCode).toBe('00');
  expect(before.encryptPubKeyCert).toBe(old.trimEnd().replaceAll('\n', '\r\n'));
  const { body } = await bench.call('POST', '/rotate-encryption');
  const { encryptPubKeyCert: fresh = '' } = await query();
  expect(fresh).not.toBe(before.encryptPubKeyCert);
  expect(cardWords(fresh).encryptCertId).toBe(body.certId);
  for (const step of ['at once', 'restarted']) {
    if (step === 'restarted') await bench.restart();
    expect((await send(payout(CARD.debit, ZHANG.name, old))).respCode).toBe('00');
    expect((await send(payout(CARD.debit, ZHANG.name, fresh))).respCode).toBe('00');
    expect((await query()).encryptPubKeyCert).toBe(fresh);
  }
});

test('without the permission there is no payout (32)', async () => {
  await bench.call('POST', '/contract', { permissions: { payout: false } });
  expect((await send(payout(CARD.debit))).respCode).toBe('32');
});
