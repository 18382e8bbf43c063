import { describe, expect, test } from 'vitest';
import {
  translateAnswer,
  translateNotice,
  translateQuery,
} from '@/lib/channels/unionpay/translate';
import { cny } from '@/lib/money/money';
import { MERCHANT_ID, paidNotice } from '@/tests/support/unionpay-fixtures';

const payment = {
  merId: MERCHANT_ID,
  orderId: 'p0000000000000000001',
  txnTime: '20261120120000',
  txnType: '01' as const,
  amount: cny(6800n),
};
const early = { final: false, reason: 'not_paid_in_time' as const };
const late = { ...early, final: true };

const answer = (change: Record<string, string | undefined> = {}) =>
  paidNotice({ origRespCode: '00', origRespMsg: '成功[0000000]', ...change });
const query = (change: Record<string, string | undefined> = {}, absence = early) =>
  translateQuery(answer(change), payment, absence);
const refund = {
  ...payment,
  orderId: 'r0000000000000000001',
  txnType: '04' as const,
  amount: cny(800n),
};
const refundAnswer = (change: Record<string, string | undefined> = {}) =>
  translateAnswer(
    paidNotice({
      orderId: refund.orderId,
      txnType: '04',
      txnSubType: '00',
      txnAmt: '800',
      currencyCode: undefined,
      origQryId: '321804041753096282028',
      queryId: '321804041753096282999',
      ...change,
    }),
    refund,
  );
const notice = (change: Record<string, string | undefined> = {}) =>
  translateNotice(paidNotice(change));

/** The class of every code in UnionPay's list: Success, Pending, Failed, unclear (ask on). */
const CODES: Record<'S' | 'P' | 'F' | '?', string> = {
  S: '00 A6',
  P: '03 04 05 12 70 83 PR05',
  F:
    '01 02 10 11 13 14 30 31 32 33 35 36 38 39 40 41 42 45 60 61 62 63 64 65 66 67 68 69 71 72 73 76 ' +
    '77 78 79 80 81 82 85 86 87 88 89 90 91 98 99 PR99',
  '?': '37 74 75',
};
const KIND = { S: 'succeeded', P: 'pending', F: 'failed', '?': 'unknown' } as const;
const table = (Object.keys(CODES) as (keyof typeof CODES)[]).flatMap((letter) =>
  CODES[letter].split(' ').map((code) => [code, KIND[letter]] as const),
);

describe('every response code', () => {
  test.each(table)('%s of the asked transaction makes it %s', (origRespCode, kind) => {
    expect(query({ origRespCode }).kind).toBe(kind);
    expect(query({ origRespCode }, late).kind).toBe(kind);
  });

  test.each(table)('%s in a notice makes it %s', (respCode, kind) => {
    expect(notice({ respCode })?.outcome.kind).toBe(kind);
  });

  test.each(table)(
    '%s to a refund request makes it %s, or accepted where it is a success',
    (respCode, kind) => {
      expect(refundAnswer({ respCode }).kind).toBe(kind === 'succeeded' ? 'pending' : kind);
    },
  );

  test.each(table.filter(([code]) => code !== '00'))(
    '%s about the query itself decides nothing',
    (respCode) => {
      const outcome = { kind: 'unknown', cause: 'unreadable' };
      expect(query({ respCode })).toMatchObject(outcome);
      expect(query({ respCode, origRespCode: undefined }, late)).toMatchObject(outcome);
    },
  );

  test.each(['', '0', '000', 'ZZ', 'a6', '46', 'toString', '__proto__'])(
    'a code that is not in the list, %j, is never a failure',
    (code) => {
      expect(query({ origRespCode: code }, late).kind).toBe('unknown');
      expect(notice({ respCode: code })?.outcome.kind).toBe('unknown');
      expect(refundAnswer({ respCode: code }).kind).toBe('unknown');
    },
  );

  test.each([
    ['64', 'insufficient_funds'],
    ['33', 'limit_exceeded'],
    ['61', 'card_invalid'],
    ['66', 'identity_mismatch'],
    ['38', 'risk_refused'],
    ['02', 'channel_closed'],
    ['42', 'not_paid_in_time'],
    ['10', 'rejected_request'],
    ['01', 'declined'],
  ])('%s is told as %s', (origRespCode, reason) => {
    expect(query({ origRespCode })).toMatchObject({ kind: 'failed', reason });
  });
});

describe('a query', () => {
  test('a success carries reference, amount and card type', () => {
    expect(query({ payCardType: '02' })).toMatchObject({
      kind: 'succeeded',
      channelRef: '321804041753096282028',
      amount: cny(6800n),
      cardType: 'credit',
    });
    expect(query()).not.toHaveProperty('cardType');
  });

  test('in progress is pending, also late', () => {
    const open = { origRespCode: '05', settleAmt: '0', queryId: undefined };
    expect(query(open)).toMatchObject({ kind: 'pending', next: { type: 'wait' } });
    expect(query(open, late)).toMatchObject({ kind: 'pending' });
  });

  test.each([
    { respCode: '34', origRespCode: undefined },
    { respCode: '00', origRespCode: '34' },
  ])('not found (%j) is pending while it may still come, and then never paid', (codes) => {
    const missing = { ...codes, queryId: undefined };
    expect(query(missing)).toMatchObject({ kind: 'pending' });
    expect(query(missing, late)).toMatchObject({ kind: 'failed', reason: 'not_paid_in_time' });
  });

  test.each([
    ['orderId', { orderId: 'p0000000000000000002' }],
    ['orderId', { orderId: undefined }],
    ['txnTime', { txnTime: '20261120120001' }],
    ['merId', { merId: '777290058110097' }],
    ['txnAmt', { txnAmt: '6799' }],
    ['txnAmt', { txnAmt: undefined }],
    ['txnAmt', { txnAmt: '68.00' }],
    ['txnType', { txnType: '04' }],
    ['currencyCode', { currencyCode: '840' }],
    ['queryId', { queryId: undefined }],
    ['origRespCode', { origRespCode: undefined }],
  ])('a success whose %s is not what was asked (%j) is unknown, and says so', (name, change) => {
    const outcome = query(change);
    expect(outcome).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
    expect(outcome.evidence.problem).toContain(name);
  });

  test.each([{ orderId: 'p0000000000000000002' }, { txnTime: '20261120120001' }, { merId: '1' }])(
    'a failure or an absence of another transaction (%j) decides nothing',
    (foreign) => {
      expect(query({ ...foreign, origRespCode: '64' }).kind).toBe('unknown');
      expect(query({ ...foreign, respCode: '34' }, late).kind).toBe('unknown');
    },
  );
});

describe('a refund', () => {
  test('accepted is pending with the channel reference, not a success', () => {
    expect(refundAnswer()).toMatchObject({ kind: 'pending', channelRef: '321804041753096282999' });
  });

  test('an answer about another refund is unknown', () => {
    expect(refundAnswer({ orderId: payment.orderId }).kind).toBe('unknown');
    expect(refundAnswer({ txnTime: '20261120120001', respCode: '35' }).kind).toBe('unknown');
    expect(refundAnswer({ txnAmt: '801', respCode: '35' }).kind).toBe('unknown');
    expect(refundAnswer({ txnType: '31' }).kind).toBe('unknown');
  });
});

describe('a notice', () => {
  test('a payment and a refund are told apart', () => {
    expect(notice()).toMatchObject({
      concerns: 'payment',
      channelOrderNo: payment.orderId,
      outcome: { kind: 'succeeded', amount: cny(6800n) },
    });
    for (const txnType of ['04', '31']) {
      expect(notice({ txnType })).toMatchObject({ concerns: 'refund' });
    }
    expect(notice({ txnType: '12' })).toMatchObject({ concerns: 'payout' });
  });

  test('it says under whose number it came, whoever that is', () => {
    const foreign = notice({ merId: '777290058110097' });
    expect(foreign).toMatchObject({ merchantNo: '777290058110097' });
    expect(notice()).toMatchObject({ merchantNo: MERCHANT_ID });
    expect(foreign?.noticeKey).not.toBe(notice()?.noticeKey);
  });

  test('a card that was signed is a reason to ask, and no money', () => {
    const signed = { txnType: '79', bizType: '000902', txnAmt: undefined, queryId: undefined };
    expect(notice(signed)).toMatchObject({ concerns: 'signing', outcome: { kind: 'pending' } });
    expect(notice({ ...signed, respCode: '69' })?.outcome).toMatchObject({
      kind: 'failed',
      reason: 'code_expired',
    });
  });

  test.each([{ txnType: '77' }, { txnType: undefined }, { orderId: undefined }, { orderId: '' }])(
    'about nothing of ours (%j) is none',
    (change) => {
      expect(notice(change)).toBeUndefined();
    },
  );

  test.each([
    { merId: undefined },
    { currencyCode: '840' },
    { txnAmt: '0' },
    { txnAmt: undefined },
    { queryId: undefined },
    { origRespCode: '05' },
    { respCode: '34' },
  ])('with %j is unknown', (change) => {
    expect(notice(change)?.outcome).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
  });

  test('its key is the same on a repeat and different for another event', () => {
    const key = notice()?.noticeKey;
    expect(notice({ respMsg: 'success', exchangeRate: '0', signature: 'x' })?.noticeKey).toBe(key);
    for (const change of [
      { txnType: '04' },
      { orderId: 'p0000000000000000002' },
      { txnTime: '20261120120001' },
      { queryId: '321804041753096282029' },
      { respCode: '64' },
    ]) {
      expect(notice(change)?.noticeKey).not.toBe(key);
    }
  });
});

describe('evidence', () => {
  test('no card number, customer, token, certificate or signature is kept', () => {
    const card = '6226090000000048';
    const outcome = query({
      accNo: card,
      payCardNo: card,
      customerInfo: 'secretCustomer',
      tokenPayData: '{token=secretToken}',
      signPubKeyCert: 'secretCertificate',
      signature: 'secretSignature',
      reqReserved: 'secretReserved',
      origRespMsg: `card ${card} of 13812345678`,
      respMsg: '成功[0000000]',
    });
    const text = JSON.stringify(outcome, (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(text).not.toMatch(/secret|6226|1381234/);
    expect(outcome.evidence).toMatchObject({
      payCardNo: '****0048',
      respMsg: '成功[0000000]',
      queryId: '321804041753096282028',
    });
  });

  test('an encrypted card number leaves nothing', () => {
    expect(query({ payCardNo: 'pMx0b64==' }).evidence.payCardNo).toBe('****');
  });
});
