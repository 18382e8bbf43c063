import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import {
  messageAbout,
  type ScriptedNetsUnion,
  startScriptedNetsUnion,
} from '@/tests/support/scripted-netsunion';
import {
  ending,
  payment,
  paymentWithCode,
  question,
  refund,
  refundQuestion,
  signing,
  signQuestion,
} from './fixtures';

let channel: ScriptedNetsUnion;
beforeAll(async () => {
  channel = await startScriptedNetsUnion();
});
afterAll(() => channel.close());
beforeEach(() => channel.answerBy((_, response) => response.destroy()));

const PAY = 'epcc.201.001.01';
const SIGN = 'epcc.101.001.01';
const paid = messageAbout(payment.channelOrderNo, PAY);
const business = (code: string) => ({ BizInf: { BizCd: code, BizDesc: '某种情况' } });
const system = (code: string) => ({
  SysRtnInf: { SysRtnCd: code },
  ...{ BizInf: undefined, OrdrInf: undefined, TrxInf: undefined },
});

/** Every call of the adapter, each answered about its own number with this body. */
async function outcomesOf(
  body: object,
): Promise<Record<string, { kind: string; reason?: string }>> {
  const { adapter } = channel;
  const { agreements } = adapter;
  if (!agreements) throw new Error('no agreements');
  const answer = (no: string, msgTp: string, origin = PAY) => {
    const TrxInf = { OriMsgTp: origin, TrxAmt: 'CNY68.00', NetTrxId: 'N2026112600000001' };
    const SgnInf = { SgnNo: 'SGN0000000000001', SgnAcctTp: '01' };
    const ChckInf = { MobNoMsk: '138****8000', ExprTm: '2026-11-26T09:39:08' };
    channel.answer(messageAbout(no, msgTp, { body: { TrxInf, SgnInf, ChckInf, ...body } }));
  };
  const all = { ...refund, amount: cny(6_800n) };
  answer(payment.channelOrderNo, PAY);
  const pay = await adapter.pay(payment);
  answer(payment.channelOrderNo, 'epcc.211.001.01');
  const query = await adapter.query(question);
  answer(refund.channelOrderNo, 'epcc.208.001.01');
  const giveBack = await adapter.refund(all);
  answer(refund.channelOrderNo, 'epcc.211.001.01', 'epcc.208.001.01');
  const queryRefund = await adapter.queryRefund({ ...refundQuestion, amount: all.amount });
  answer(signing.signNo, SIGN);
  const sign = await agreements.sign(signing);
  answer(signing.signNo, 'epcc.211.001.01', SIGN);
  const querySign = await agreements.querySign(signQuestion);
  answer(ending.endNo, 'epcc.103.001.01');
  const end = await agreements.end(ending);
  return { pay, query, refund: giveBack, queryRefund, sign, querySign, end };
}
const classOf = ({ kind, reason }: { kind: string; reason?: string } = { kind: 'none' }) =>
  reason ?? kind;

describe('a code lands in its class', () => {
  const CODES: [code: string, payment: string, signing: string, end: string][] = [
    ['00000000', 'succeeded', 'signed', 'ended'],
    ['PB511001', 'card_invalid', 'card_invalid', 'declined'],
    ['PB511002', 'card_invalid', 'card_unsupported', 'declined'],
    ['PB511003', 'identity_mismatch', 'identity_mismatch', 'declined'],
    ['PB511004', 'identity_mismatch', 'phone_mismatch', 'declined'],
    ['PB511005', 'code_wrong', 'code_wrong', 'declined'],
    ['PB511006', 'code_expired', 'code_expired', 'declined'],
    ['PB511007', 'code_expired', 'too_many_codes', 'declined'],
    ['PB511008', 'code_required', 'code_required', 'declined'],
    ['PB511009', 'card_invalid', 'card_invalid', 'declined'],
    ['PB511010', 'agreement_ended', 'declined', 'ended'],
    ['PB511011', 'insufficient_funds', 'declined', 'declined'],
    ['PB511012', 'limit_exceeded', 'declined', 'declined'],
    ['PB511013', 'risk_refused', 'risk_refused', 'declined'],
    ['PB511014', 'declined', 'declined', 'declined'],
    ['PB511015', 'not_paid_in_time', 'code_expired', 'declined'],
    ['PB511016', 'declined', 'declined', 'declined'],
    ['PB511017', 'declined', 'declined', 'declined'],
    ['PB511018', 'declined', 'declined', 'declined'],
    ['PB511021', 'pending', 'pending', 'unknown'],
    ['PB511022', 'pending', 'code_sent', 'unknown'],
    ['PB511098', 'declined', 'declined', 'declined'],
  ];
  test.each(CODES)(
    '%s: %s of a payment, %s of a signing, %s of an end',
    async (code, ...classes) => {
      const outcomes = await outcomesOf(business(code));
      const [money, agreement, end] = classes;
      for (const name of ['pay', 'query', 'refund', 'queryRefund']) {
        expect([name, classOf(outcomes[name])]).toEqual([name, money]);
      }
      for (const back of [outcomes.refund, outcomes.queryRefund]) {
        const told = back && 'code' in back ? back.code : undefined;
        expect(told).toBe(back?.kind === 'failed' ? code : undefined);
      }
      expect(classOf(outcomes.sign)).toBe(agreement);
      expect(classOf(outcomes.querySign)).toBe(agreement);
      expect(classOf(outcomes.end)).toBe(end);
    },
  );

  const SYSTEM: [code: string, reason: string][] = [
    ['PS500001', 'rejected_request'],
    ['PS500002', 'rejected_request'],
    ['PS500003', 'not_permitted'],
    ['PS500004', 'unknown'],
    ['PS500005', 'unknown'],
    ['PS500006', 'channel_closed'],
  ];
  test.each(SYSTEM)('%s: %s, and to a question no answer at all', async (code, reason) => {
    const outcomes = await outcomesOf(system(code));
    for (const name of ['pay', 'refund', 'sign']) expect(classOf(outcomes[name])).toBe(reason);
    expect(classOf(outcomes.end)).toBe(reason === 'unknown' ? 'unknown' : 'declined');
    for (const name of ['query', 'queryRefund', 'querySign']) {
      expect(outcomes[name]).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
    }
  });

  test.each(['PB511019', 'PB519999', 'PB511099', '00000001', '', 'toString'])(
    'a code of tomorrow (%s) is never a failure',
    async (code) => {
      for (const body of [business(code), system(code)]) {
        const kinds = Object.values(await outcomesOf(body)).map(({ kind }) => kind);
        expect(new Set(kinds)).toEqual(new Set(['unknown']));
      }
    },
  );
});

describe('a number the channel does not know', () => {
  const later = (ms: number) => new Date(payment.requestedAt.getTime() + ms);
  const absent = (no: string) =>
    channel.answer(messageAbout(no, 'epcc.211.001.01', { body: business('PB511020') }));

  test('is pending, and not paid only when nothing can be charged under it any more', async () => {
    absent(payment.channelOrderNo);
    const kindAt = async (askedAt: Date) =>
      classOf(await channel.adapter.query({ ...question, askedAt }));
    expect(await kindAt(payment.requestedAt)).toBe('pending');
    expect(await kindAt(payment.payableUntil)).toBe('pending');
    expect(await kindAt(later(17 * 60_000))).toBe('not_paid_in_time');
  });

  test('is pending as a refund or signing, and not received after two minutes', async () => {
    const { adapter } = channel;
    for (const [ms, told] of [
      [119_000, 'pending'],
      [120_000, 'not_received'],
    ] as const) {
      const askedAt = later(ms);
      absent(refund.channelOrderNo);
      expect(classOf(await adapter.queryRefund({ ...refundQuestion, askedAt }))).toBe(told);
      absent(signing.signNo);
      const signed = await adapter.agreements?.querySign({ ...signQuestion, askedAt });
      expect(classOf(signed)).toBe(told);
    }
  });

  test('is no word about a request', async () => {
    channel.answer(messageAbout(payment.channelOrderNo, PAY, { body: business('PB511020') }));
    expect(await channel.adapter.pay(payment)).toMatchObject({ kind: 'unknown' });
  });
});

describe('an answer decides nothing', () => {
  const header = (change: object) =>
    channel.answer(messageAbout(payment.channelOrderNo, PAY, { header: { ...change } }));
  const body = (change: object) =>
    channel.answer(messageAbout(payment.channelOrderNo, PAY, { body: { ...change } }));
  const TrxInf = { OriMsgTp: PAY, TrxAmt: 'CNY68.00', NetTrxId: 'N2026112600000001' };
  const cases: [string, () => void][] = [
    ['without a signature', () => channel.answerBy((_, response) => response.end(paid))],
    ['signed with another secret', () => channel.answer(paid, { secret: `a${paid}` })],
    ['signed for another call', () => channel.answer(paid, { to: 'f'.repeat(64) })],
    [
      'changed after it was signed',
      () => channel.answer(paid, { as: paid.replace('68.00', '68.01') }),
    ],
    ['with another status than was signed', () => channel.answer(paid, { status: 202 })],
    ['in HTML', () => channel.answer('<html>')],
    ['in plain words', () => channel.answerBy((_, response) => response.end('Invalid request.'))],
    ['that is null', () => channel.answer('null')],
    ['from ourselves', () => header({ Drctn: '11' })],
    ['of another kind', () => header({ MsgTp: 'epcc.208.001.01' })],
    ['to another institution', () => header({ IssrId: 'Z2026110000016' })],
    ['about another TrxId', () => header({ TrxId: '0'.repeat(31) })],
    [
      'about another OrdrId',
      () => body({ OrdrInf: { OrdrId: refund.channelOrderNo, MrchntNo: '990000000000001' } }),
    ],
    [
      'about another merchant',
      () => body({ OrdrInf: { OrdrId: payment.channelOrderNo, MrchntNo: '990000000000002' } }),
    ],
    ['about another amount', () => body({ TrxInf: { ...TrxInf, TrxAmt: 'CNY68.01' } })],
    ['with an amount that is none', () => body({ TrxInf: { ...TrxInf, TrxAmt: '68.00' } })],
    ['with an amount in one decimal', () => body({ TrxInf: { ...TrxInf, TrxAmt: 'CNY68.0' } })],
    ['without an amount', () => body({ TrxInf: { ...TrxInf, TrxAmt: undefined } })],
    ['without a reference', () => body({ TrxInf: { ...TrxInf, NetTrxId: undefined } })],
    ['with neither code', () => body({ SysRtnInf: undefined })],
    [
      'that leads elsewhere',
      () => channel.answerBy((_, response) => response.writeHead(302, { location: '/x' }).end()),
    ],
  ];
  test.each(cases)('%s', async (_name, arrange) => {
    arrange();
    const outcome = await channel.adapter.pay(payment);
    expect(outcome).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
  });

  test('about another kind of transaction than was asked about', async () => {
    const about = messageAbout(payment.channelOrderNo, 'epcc.211.001.01', {
      body: { TrxInf: { ...TrxInf, OriMsgTp: 'epcc.208.001.01' } },
    });
    channel.answer(about);
    expect(await channel.adapter.query(question)).toMatchObject({ kind: 'unknown' });
  });

  test('of an agreement without its number', async () => {
    channel.answer(messageAbout(signing.signNo, SIGN));
    expect(await channel.adapter.agreements?.sign(signing)).toMatchObject({ kind: 'unknown' });
  });

  const broken: [string, string, () => void][] = [
    ['silence', 'timeout', () => channel.answerBy(() => undefined)],
    ['a reset', 'transport', () => channel.answerBy((_, response) => response.destroy())],
    [
      'half a body',
      'transport',
      () =>
        channel.answerBy((_, response) => {
          response.writeHead(200, { 'content-length': String(paid.length) });
          response.write(paid.slice(0, 40), () => response.destroy());
        }),
    ],
  ];
  test.each(broken)('%s: unknown, by %s, whatever was asked', async (_name, cause, arrange) => {
    arrange();
    const unknown = { kind: 'unknown', cause };
    const adapter = cause === 'timeout' ? channel.adapterWith({ timeoutMs: 300 }) : channel.adapter;
    expect(await adapter.pay(payment)).toMatchObject(unknown);
    expect(await adapter.query(question)).toMatchObject(unknown);
    expect(await adapter.refund(refund)).toMatchObject(unknown);
    expect(await adapter.agreements?.sign(signing)).toMatchObject(unknown);
    expect(await adapter.agreements?.end(ending)).toMatchObject(unknown);
  });
});

test('a payment that waits for its code says until when, with the phone as we know it', async () => {
  const ChckInf = { MobNoMsk: '139****9999', ExprTm: '2026-11-26T09:39:08' };
  const next = { type: 'enter-code', expiresAt: '2026-11-26T01:39:08.000Z' };
  const body = { ...business('PB511022'), ChckInf };
  channel.answer(messageAbout(payment.channelOrderNo, PAY, { body }));
  const sent = await channel.adapter.pay(paymentWithCode);
  expect(sent).toMatchObject({ next: { ...next, phoneMasked: '138****8000' } });
  channel.answer(messageAbout(payment.channelOrderNo, 'epcc.211.001.01', { body }));
  const asked = await channel.adapter.query(question);
  expect(asked).toMatchObject({ next: { ...next, phoneMasked: '139****9999' } });
});

test('one that waits for a code until no moment at all decides nothing', async () => {
  for (const ChckInf of [undefined, { MobNoMsk: '139****9999', ExprTm: 'soon' }]) {
    const body = { ...business('PB511022'), ChckInf };
    channel.answer(messageAbout(payment.channelOrderNo, PAY, { body }));
    expect(await channel.adapter.pay(payment)).toMatchObject({ kind: 'unknown' });
    channel.answer(messageAbout(signing.signNo, SIGN, { body }));
    expect(await channel.adapter.agreements?.sign(signing)).toMatchObject({ kind: 'unknown' });
  }
});

test('what the channel says of cards, phones and agreements stays out of the evidence', async () => {
  const BizInf = { BizCd: 'PB511009', BizDesc: '卡 6200 0000 0000 0005 冻结，13800138000' };
  const SgnInf = { SgnNo: 'SGN0000000000001', SgnAcctId: '6200000000000005' };
  channel.answer(messageAbout(payment.channelOrderNo, PAY, { body: { BizInf, SgnInf } }));
  const { evidence } = await channel.adapter.pay(payment);
  expect(evidence).toMatchObject({ BizCd: 'PB511009', BizDesc: '卡 ****05 冻结，****00' });
  expect(JSON.stringify(evidence)).not.toMatch(/0005|138001|SGN/);
});
