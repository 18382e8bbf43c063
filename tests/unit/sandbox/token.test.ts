import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import { someCardNo } from '../../support/card-numbers';
import { beijingStamp, type Fields } from '../../support/unionpay-merchant';
import { CARD, PHONE, tokenMerchant, ZHANG } from './card-holder';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
let merchant: ReturnType<typeof tokenMerchant>;
beforeAll(async () => {
  bench = await startBench({ SANDBOX_DOUBT_MS: '600', SANDBOX_LATE_MS: '50' });
  merchant = tokenMerchant(bench);
});
afterAll(() => bench.stop());
beforeEach(() => bench.call('POST', '/reset'));

async function sign(cardNo: string, code?: string, who = ZHANG): Promise<Fields> {
  const asked = merchant.codeForSigning(cardNo, merchant.words.customerInfo({}, who.phone));
  expect((await merchant.send(asked)).respCode).toBe('00');
  return merchant.send(merchant.signing(asked, cardNo, code, who));
}

async function resultOf(fields: Fields): Promise<Fields> {
  return vi.waitFor(async () => {
    const answer = await merchant.ask(fields);
    expect(answer.origRespCode).not.toBe('05');
    return answer;
  }, SOON);
}

describe('signing', () => {
  test('four elements and the code bring a token and the card type at once, and the query repeats both', async () => {
    const asked = merchant.codeForSigning(CARD.credit);
    await merchant.send(asked);
    const signing = merchant.signing(asked, CARD.credit);
    expect((await merchant.ask(signing)).respCode).toBe('34');
    const answer = await merchant.send(signing);
    expect(answer).toMatchObject({ respCode: '00', activateStatus: '1', payCardType: '02' });
    expect(answer.tokenPayData).toMatch(/^\{token=99\d{17}&trId=62000000001&tokenLevel=\d+\}$/);
    expect(await merchant.ask(signing)).toMatchObject({
      origRespCode: '00',
      payCardType: '02',
      tokenPayData: answer.tokenPayData,
    });
    expect((await merchant.send(signing)).respCode).toBe('12');
  });

  test('the code that came by text works; the one before it is void', async () => {
    const asked = merchant.codeForSigning(CARD.debit);
    await merchant.send(asked);
    const [first = ''] = await merchant.sms();
    await merchant.send(asked);
    const [second = ''] = await merchant.sms();
    if (first !== second) {
      expect((await merchant.send(merchant.signing(asked, CARD.debit, first))).respCode).toBe('71');
    }
    expect((await merchant.send(merchant.signing(asked, CARD.debit, second))).respCode).toBe('00');
  });

  test.each(['123456', '654321', '999999'])(
    '%s is a wrong code (71), and another try may follow',
    async (code) => {
      const asked = merchant.codeForSigning(CARD.debit);
      await merchant.send(asked);
      const wrong = await merchant.send(merchant.signing(asked, CARD.debit, code));
      expect(wrong.respCode).toBe('71');
      expect(wrong.tokenPayData).toBeUndefined();
      expect((await merchant.send(merchant.signing(asked, CARD.debit))).respCode).toBe('00');
    },
  );

  test('a code is too old (69), or guessed at too often (69), and none was sent (71)', async () => {
    await bench.script({ any: true, kind: 'sms' }, { codeSeconds: 0 }, 1);
    expect((await sign(CARD.debit)).respCode).toBe('69');
    const asked = merchant.codeForSigning(CARD.debit);
    await merchant.send(asked);
    for (let tries = 0; tries < 5; tries += 1) {
      await merchant.send(merchant.signing(asked, CARD.debit, '000000'));
    }
    expect((await merchant.send(merchant.signing(asked, CARD.debit))).respCode).toBe('69');
    const never = merchant.codeForSigning(CARD.debit);
    expect((await merchant.send(merchant.signing(never, CARD.debit))).respCode).toBe('71');
  });

  test.each([
    ['a stale phone', CARD.stale, ZHANG, '66'],
    ['a phone that matches nowhere', CARD.mismatch, ZHANG, '66'],
    ['another phone than the bank has', CARD.debit, { ...ZHANG, phone: '13900139001' }, '66'],
    ['somebody else’s name', CARD.debit, { ...ZHANG, name: '李四' }, '66'],
    ['codes that are never right', CARD.sms, ZHANG, '71'],
    ['anybody’s card and phone', someCardNo(), { ...ZHANG, phone: '13900139001' }, '00'],
  ])('%s', async (_, cardNo, who, respCode) => {
    expect((await sign(cardNo, undefined, who)).respCode).toBe(respCode);
  });

  test('what can’t be read or is no card gets UnionPay’s own code and no text goes out', async () => {
    const { words } = merchant;
    const code = async (changes: Fields) =>
      (await merchant.send(merchant.codeForSigning(CARD.debit, changes))).respCode;
    expect(await code(words.card('6200000000000006'))).toBe('61');
    expect(await code({ accNo: Buffer.alloc(256, 1).toString('base64') })).toBe('10');
    expect(await code({ encryptCertId: '12345' })).toBe('10');
    expect(await code({ customerInfo: Buffer.from('phoneNo').toString('base64') })).toBe('10');
    expect(await code({ tokenPayData: '{trId=1&tokenType=01}' })).toBe('89');
    const open = Buffer.from(`{phoneNo=${PHONE}}`).toString('base64');
    expect(await code({ customerInfo: open })).toBe('10');
    expect(await merchant.sms()).toEqual([]);
  });

  test('a lost request signs nothing; a lost reply has signed, and the query tells', async () => {
    const asked = merchant.codeForSigning(CARD.debit);
    await merchant.send(asked);
    const signing = merchant.signing(asked, CARD.debit);
    await bench.script({ any: true, kind: 'signing' }, { lose: 'request' }, 1);
    await expect(merchant.send(signing)).rejects.toThrow('fetch failed');
    expect((await merchant.ask(signing)).respCode).toBe('34');
    await bench.script({ any: true, kind: 'signing' }, { lose: 'reply' }, 1);
    await expect(merchant.send(signing)).rejects.toThrow('fetch failed');
    expect(await merchant.ask(signing)).toMatchObject({ origRespCode: '00', activateStatus: '1' });
  });

  test('a signing in doubt is 05 until its result, which a decline can turn', async () => {
    const asked = merchant.codeForSigning(CARD.debit);
    await merchant.send(asked);
    await bench.script({ any: true, kind: 'signing' }, { resultDelaySeconds: 0.5 }, 1);
    const signing = merchant.signing(asked, CARD.debit);
    expect((await merchant.send(signing)).respCode).toBe('05');
    expect((await merchant.ask(signing)).origRespCode).toBe('05');
    expect((await resultOf(signing)).tokenPayData).toContain('token=');
    await bench.script({ any: true, kind: 'signing' }, { outcome: 'decline', respCode: '38' }, 1);
    expect((await sign(CARD.debit)).respCode).toBe('38');
  });
});

describe('paying', () => {
  test('a payment without a code is accepted, then told with its card type by query and notice', async () => {
    const payment = merchant.payment(await merchant.bind(CARD.debit));
    expect(await merchant.send(payment)).toMatchObject({
      respCode: '00',
      queryId: expect.stringMatching(/^\d{21}$/),
    });
    expect(await resultOf(payment)).toMatchObject({
      origRespCode: '00',
      bizType: '000902',
      settleAmt: '6800',
      payCardType: '01',
    });
    const [notice] = await bench.notices(payment.orderId, 1);
    expect(notice).toMatchObject({ respCode: '00', txnAmt: '6800' });
    expect((await merchant.send(payment)).respCode).toBe('12');
  });

  test.each([
    ['empty', '64'],
    ['limit', '33'],
    ['frozen', '63'],
  ] as const)('the card "%s" is turned down at once (%s)', async (card, respCode) => {
    const payment = merchant.payment(await merchant.bind(CARD[card]));
    expect((await merchant.send(payment)).respCode).toBe(respCode);
    expect((await merchant.ask(payment)).origRespCode).toBe(respCode);
  });

  test('the card in doubt is 05 for a while; the late one pays after payTimeout', async () => {
    const doubtful = merchant.payment(await merchant.bind(CARD.doubt));
    expect((await merchant.send(doubtful)).respCode).toBe('05');
    expect((await merchant.ask(doubtful)).origRespCode).toBe('05');
    expect((await resultOf(doubtful)).origRespCode).toBe('00');
    const token = await merchant.bind(CARD.late);
    const late = merchant.payment(token, { payTimeout: beijingStamp(2_000) });
    expect((await merchant.send(late)).respCode).toBe('05');
    expect((await resultOf(late)).origRespCode).toBe('00');
    expect(beijingStamp() >= (late.payTimeout ?? '')).toBe(true);
  });

  test('where a code is demanded and none came nothing is charged (82); with it the same number pays', async () => {
    const token = await merchant.bind(CARD.debit);
    await bench.call('POST', '/contract', { smsForPayments: true });
    const payment = merchant.payment(token);
    expect((await merchant.send(payment)).respCode).toBe('82');
    expect((await merchant.ask(payment)).origRespCode).toBe('82');
    const { orderId = '', txnTime = '', txnAmt = '' } = payment;
    const code = merchant.plain({
      txnType: '77',
      txnSubType: '02',
      orderId,
      txnTime,
      txnAmt,
      currencyCode: '156',
      ...merchant.of(token),
    });
    expect((await merchant.send(code)).respCode).toBe('00');
    const [smsCode = ''] = await merchant.sms();
    const coded = (given: string, changes: Fields = {}) => ({
      ...payment,
      ...merchant.words.customerInfo({ smsCode: given }),
      ...changes,
    });
    expect((await merchant.send(coded('654321'))).respCode).toBe('71');
    expect((await merchant.send(coded(smsCode, { txnAmt: '6801' }))).respCode).toBe('36');
  });

  test('with the code that was sent for it a payment is accepted', async () => {
    const token = await merchant.bind(CARD.debit);
    await bench.script({ any: true, kind: 'consume' }, { demandSms: true });
    const payment = merchant.payment(token);
    const { orderId = '', txnTime = '', txnAmt = '' } = payment;
    const key = { orderId, txnTime, txnAmt, currencyCode: '156' };
    await merchant.send(
      merchant.plain({ txnType: '77', txnSubType: '02', ...key, ...merchant.of(token) }),
    );
    const [smsCode = ''] = await merchant.sms();
    const coded = { ...payment, ...merchant.words.customerInfo({ smsCode }) };
    expect((await merchant.send(coded)).respCode).toBe('00');
    expect((await resultOf(payment)).origRespCode).toBe('00');
  });

  test('an ended token pays nothing (89), and ending it again says so', async () => {
    const token = await merchant.bind(CARD.debit);
    const about = (txnType: string, txnSubType: string) =>
      merchant.send(merchant.plain({ txnType, txnSubType, ...merchant.of(token) }));
    expect(await about('78', '02')).toMatchObject({ respCode: '00', activateStatus: '1' });
    await bench.script({ any: true, kind: 'ending' }, { lose: 'reply' }, 1);
    await expect(about('74', '01')).rejects.toThrow('fetch failed');
    expect((await about('74', '01')).respCode).toBe('89');
    expect((await about('78', '02')).respCode).toBe('89');
    expect((await merchant.send(merchant.payment(token))).respCode).toBe('89');
  });

  test('a payment by token is undone and refunded under its own bizType only', async () => {
    const payment = merchant.payment(await merchant.bind(CARD.debit));
    const { queryId = '' } = await merchant.send(payment);
    await resultOf(payment);
    const back = (bizType: string, changes: Fields = {}) =>
      merchant.send(bench.merchant.refund(queryId, { bizType, ...changes }));
    expect((await back('000201')).respCode).toBe('36');
    expect((await back('000902', { txnAmt: '1' })).respCode).toBe('00');
    expect((await back('000902', { txnType: '31' })).respCode).toBe('45');
  });

  test('a declined payment and one that loses its reply are told by query', async () => {
    const token = await merchant.bind(CARD.debit);
    await bench.script({ any: true, kind: 'consume' }, { outcome: 'decline', respCode: '38' }, 1);
    const declined = merchant.payment(token);
    expect((await merchant.send(declined)).respCode).toBe('00');
    expect((await resultOf(declined)).origRespCode).toBe('38');
    expect((await bench.notices(declined.orderId, 1))[0]).toMatchObject({ respCode: '38' });
    await bench.script({ any: true, kind: 'consume' }, { lose: 'reply' }, 1);
    const lost = merchant.payment(token);
    await expect(merchant.send(lost)).rejects.toThrow('fetch failed');
    expect((await resultOf(lost)).origRespCode).toBe('00');
  });
});

test('without the permission there is no signing, no payment and no code (32)', async () => {
  const token = await merchant.bind(CARD.debit);
  await bench.call('POST', '/contract', { permissions: { token: false } });
  expect((await merchant.send(merchant.codeForSigning(CARD.debit))).respCode).toBe('32');
  expect((await merchant.send(merchant.payment(token))).respCode).toBe('32');
});
