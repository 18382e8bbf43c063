import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgreementPort } from '@/lib/channels/agreement-port';
import { prepareSetup } from '@/lib/channels/unionpay/config';
import { sealerFor } from '@/lib/channels/unionpay/sensitive';
import { ELEMENTS, ending, REQUESTED_AT, signing } from '@/tests/support/unionpay-calls';
import { CONTRACT } from '@/tests/support/unionpay-fixtures';
import { startUnionPayGateway, type UnionPayGateway } from '@/tests/support/unionpay-gateway';

let gateway: UnionPayGateway;
let port: AgreementPort;
beforeAll(async () => {
  gateway = await startUnionPayGateway();
  const { agreements } = gateway.adapter;
  if (!agreements) throw new Error('no agreements');
  port = agreements;
});
afterAll(() => gateway.close());

const TOKEN_DATA = '{token=6235240000020757577&trId=62000000001&tokenLevel=90}';
const opened = { respCode: '00', activateStatus: '1', tokenPayData: TOKEN_DATA, payCardType: '01' };
const sign = () => port.sign({ ...signing, code: '111111' });
const later = (ms: number) => ({ ...signing, askedAt: new Date(REQUESTED_AT.getTime() + ms) });

test('a signing has a code sent, and the same number asked again has the next one sent', async () => {
  gateway.answers({ respCode: '00' });
  for (const _ of [1, 2]) {
    expect(await port.requestCode(signing)).toMatchObject({
      kind: 'code_sent',
      expiresAt: new Date('2026-11-20T04:15:00Z'),
    });
  }
  expect(gateway.last().fields).toMatchObject({
    txnType: '77',
    txnSubType: '00',
    bizType: '000902',
    tokenPayData: '{trId=62000000001&tokenType=01}',
  });
});

test('with the code the card is signed: the token is what later payments quote', async () => {
  gateway.answers(opened);
  expect(await sign()).toMatchObject({
    kind: 'signed',
    channelAgreementNo: '6235240000020757577',
    cardType: 'debit',
  });
  expect(gateway.last().fields).toMatchObject({ txnType: '79', txnSubType: '00' });
});

test('without a code nothing is asked: UnionPay does not sign silently', async () => {
  const before = gateway.asked.length;
  expect(await port.sign(signing)).toMatchObject({ kind: 'failed', reason: 'code_required' });
  expect(gateway.asked).toHaveLength(before);
  expect(port.signsSilently).toBe(false);
});

test.each([
  ['66', 'identity_or_phone_mismatch'],
  ['71', 'code_wrong'],
  ['69', 'code_expired'],
  ['61', 'card_invalid'],
  ['63', 'card_invalid'],
  ['68', 'card_unsupported'],
  ['62', 'card_unsupported'],
  ['79', 'card_unsupported'],
  ['38', 'risk_refused'],
  ['32', 'not_permitted'],
  ['89', 'not_permitted'],
  ['02', 'channel_closed'],
  ['10', 'rejected_request'],
  ['65', 'identity_mismatch'],
  ['64', 'declined'],
])('%s to a signing is %s, at once and when asked later', async (code, reason) => {
  gateway.answers({ respCode: code });
  expect(await sign()).toMatchObject({ kind: 'failed', reason });
  gateway.answers({ respCode: '00', origRespCode: code, txnType: '79' });
  expect(await port.querySign(later(1_000))).toMatchObject({ kind: 'failed', reason });
});

test.each(['03', '04', '05', '12'])('%s to a signing is pending', async (respCode) => {
  gateway.answers({ respCode });
  expect(await sign()).toMatchObject({ kind: 'pending' });
});

test('too many codes is told as that, and says nothing about a signing', async () => {
  gateway.answers({ respCode: '37' });
  expect(await port.requestCode(signing)).toMatchObject({
    kind: 'failed',
    reason: 'too_many_codes',
  });
  expect(await sign()).toMatchObject({ kind: 'unknown' });
});

test.each([
  { tokenPayData: undefined },
  { tokenPayData: '{token=}' },
  { tokenPayData: 'token=6235240000020757577' },
  { tokenPayData: '{token=6235240000020757577&trId=62000000002}' },
  { activateStatus: '0' },
])('a success with %j has signed nothing that could be charged', async (change) => {
  gateway.answers({ ...opened, ...change });
  expect(await sign()).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
});

test('a token of another card is not ours', async () => {
  const setup = prepareSetup(gateway.rail.config('https://gateway.example'));
  const forUs = { ...CONTRACT, encryptionCertificatePem: gateway.rail.merchant.pem };
  const sealed = (cardNo: string) => sealerFor(setup, forUs, signing.signNo).seal(cardNo);
  gateway.answers({ ...opened, accNo: sealed('6226090000000055') });
  expect(await sign()).toMatchObject({ kind: 'unknown' });
  gateway.answers({ ...opened, accNo: sealed(ELEMENTS.cardNo) });
  expect(await sign()).toMatchObject({ kind: 'signed' });
});

test('a signing whose answer was lost is found by its number, with its token', async () => {
  gateway.answers({ ...opened, origRespCode: '00', txnType: '79' });
  expect(await port.querySign(later(1_000))).toMatchObject({
    kind: 'signed',
    channelAgreementNo: '6235240000020757577',
  });
  // The code that was sent under the same number is no signing.
  gateway.answers({ ...opened, origRespCode: '00', txnType: '77' });
  expect(await port.querySign(later(1_000))).toMatchObject({ kind: 'unknown' });
});

test('one that is not found may still come, and then was not received', async () => {
  gateway.answers({ respCode: '34' });
  expect(await port.querySign(later(119_999))).toMatchObject({ kind: 'pending' });
  expect(await port.querySign(later(120_000))).toMatchObject({
    kind: 'failed',
    reason: 'not_received',
  });
});

test.each(['00', '89', '80'])('an agreement is ended by %s, now or before', async (respCode) => {
  gateway.answers({ respCode });
  expect(await port.end(ending)).toMatchObject({ kind: 'ended' });
  expect(gateway.last().fields).toMatchObject({
    txnType: '74',
    txnSubType: '01',
    tokenPayData: '{token=6235240000020757577&trId=62000000001&tokenType=01}',
  });
});

test.each([
  ['00', { kind: 'ended' }],
  ['05', { kind: 'unknown' }],
  ['64', { kind: 'failed', reason: 'declined' }],
])('an ending asked for twice is looked up: %s', async (origRespCode, outcome) => {
  gateway.answers(({ txnType }) =>
    txnType === '00' ? { respCode: '00', origRespCode } : { respCode: '12' },
  );
  expect(await port.end(ending)).toMatchObject(outcome);
});

test('a contract about our own number need not repeat the trId', async () => {
  const { tokenRequestorId: _, ...contract } = CONTRACT;
  gateway.answers({ respCode: '00' });
  expect(await port.end({ ...ending, contract })).toMatchObject({ kind: 'ended' });
  expect(gateway.last().fields.tokenPayData).toContain('trId=62000000001');
});

test('a contract without a token product is our bug', async () => {
  const { tokenRequestorId: _, ...own } = CONTRACT;
  const contract = { ...own, merchantNo: '777290058110097' };
  await expect(port.end({ ...ending, contract })).rejects.toThrow(RangeError);
});
