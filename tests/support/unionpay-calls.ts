import type { FourElements } from '@/lib/channels/agreement-port';
import type { ChannelAdapter, PayRequest, RefundRequest } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import type { Change } from './unionpay-gateway';

/** Every call that the adapter makes, with what an answer of success adds to the echo of it. */

export const REQUESTED_AT = new Date('2026-11-20T04:00:00Z');
export const ELEMENTS: FourElements = {
  name: '测试·持卡人',
  idNo: '110101199001011237',
  cardNo: '6226090000000048',
  phone: '13800000000',
};
const AMOUNT = cny(6_800n);
const URLS = {
  noticeUrl: 'http://localhost:3000/notify',
  returnUrl: 'http://localhost:3000/return',
};
const askedAt = new Date(REQUESTED_AT.getTime() + 1_000);
const payableUntil = new Date(REQUESTED_AT.getTime() + 15 * 60_000);

export const payment = (instrument: PayRequest['instrument']): PayRequest => ({
  channelOrderNo: 'p0000000000000000001',
  instrument,
  amount: AMOUNT,
  requestedAt: REQUESTED_AT,
  payableUntil,
  subject: '游戏币',
  host: 'mobile',
  ...URLS,
});
export const byAgreement = (withCode: boolean): PayRequest =>
  payment({
    type: 'agreement',
    channelAgreementNo: '6235240000020757577',
    withCode,
    phoneMasked: '138****0000',
  });
export const questionAbout = (given: { channelOrderNo: string; amount: PayRequest['amount'] }) => ({
  channelOrderNo: given.channelOrderNo,
  amount: given.amount,
  requestedAt: REQUESTED_AT,
  payableUntil,
  askedAt,
});
export const returned = (kind: RefundRequest['kind']): RefundRequest => ({
  channelOrderNo: 'r0000000000000000001',
  kind,
  requestedAt: REQUESTED_AT,
  amount: AMOUNT,
  original: {
    channelOrderNo: 'p0000000000000000001',
    channelRef: '321804041753096282028',
    amount: AMOUNT,
    instrument: 'quickpass',
  },
  noticeUrl: URLS.noticeUrl,
});
export const signing = {
  signNo: 's0000000000000000001',
  requestedAt: REQUESTED_AT,
  elements: ELEMENTS,
};
export const ending = {
  channelAgreementNo: '6235240000020757577',
  endNo: 'e0000000000000000001',
  requestedAt: REQUESTED_AT,
};
export const payout = {
  channelOrderNo: 'w0000000000000000001',
  amount: AMOUNT,
  cardNo: ELEMENTS.cardNo,
  name: ELEMENTS.name,
  idNo: ELEMENTS.idNo,
  requestedAt: REQUESTED_AT,
  noticeUrl: URLS.noticeUrl,
};
const asked = { requestNo: 'd0000000000000000001', requestedAt: REQUESTED_AT };

export interface Call {
  name: string;
  /** Does it ask for something to be done? A question that was not sent changes nothing. */
  acts: boolean;
  path: string;
  make(adapter: ChannelAdapter): Promise<{ kind: string }> | undefined;
  success: Change;
}

const back = '/gateway/api/backTransReq.do';
const ask = '/gateway/api/queryTrans.do';
const queryId = '321804041753096282028';
const money = { txnAmt: '6800', currencyCode: '156', queryId };
const tokenPayData = '{token=6235240000020757577&trId=62000000001&tokenLevel=90}';
const found = { respCode: '00', origRespCode: '00' };
const act = (name: string, make: Call['make'], success: Change = {}, path = back): Call => ({
  name,
  acts: true,
  path,
  make,
  success: { respCode: '00', ...success },
});
const question = (name: string, make: Call['make'], success: Change, path = ask): Call => ({
  name,
  acts: false,
  path,
  make,
  success: { ...found, ...success },
});

const control = payment({ type: 'quickpass', surface: 'control' });
const qr = payment({ type: 'quickpass', surface: 'qr' });

export const CALLS: readonly Call[] = [
  act('control', (a) => a.pay(control), { tn: queryId }, '/gateway/api/appTransReq.do'),
  act('qr', (a) => a.pay(qr), { qrCode: 'https://qr.95516.com/00010000/6213' }),
  act('token consume', (a) => a.pay(byAgreement(false))),
  act('code for a payment', (a) => a.pay(byAgreement(true))),
  act('code again', (a) => a.twoStep?.resendCode?.(byAgreement(true))),
  act('token consume with its code', (a) =>
    a.twoStep?.submitCode({ ...byAgreement(true), code: '111111' }),
  ),
  act('undo', (a) => a.refund(returned('undo'))),
  act('refund', (a) => a.refund(returned('refund'))),
  act('code for a signing', (a) => a.agreements?.requestCode(signing)),
  act('signing', (a) => a.agreements?.sign({ ...signing, code: '111111' }), { tokenPayData }),
  act('ending', (a) => a.agreements?.end(ending)),
  act('payout', (a) => a.payout?.send(payout), { queryId }),
  question(
    'query of a payment',
    (a) => a.query({ ...questionAbout(control), instrument: 'quickpass' }),
    { ...money, txnType: '01' },
  ),
  question(
    'query of a token payment',
    (a) => a.query({ ...questionAbout(byAgreement(false)), instrument: 'agreement' }),
    { ...money, txnType: '01' },
  ),
  ...(['undo', 'refund'] as const).map((kind) =>
    question(
      `query of ${kind === 'undo' ? 'an undo' : 'a refund'}`,
      (a) => a.queryRefund({ ...returned(kind), ...questionAbout(returned(kind)) }),
      { ...money, txnType: kind === 'undo' ? '31' : '04' },
    ),
  ),
  question('query of a signing', (a) => a.agreements?.querySign({ ...signing, askedAt }), {
    txnType: '79',
    tokenPayData,
  }),
  question('query of a payout', (a) => a.payout?.query(questionAbout(payout)), {
    ...money,
    txnType: '12',
  }),
];

/** Questions without an original: a file, a certificate. */
export const fetchCertificate = (adapter: ChannelAdapter) =>
  adapter.encryption?.fetchCertificate(asked);
export const download = (adapter: ChannelAdapter, day = '2026-11-20') =>
  adapter.statements?.download({ ...asked, day });
