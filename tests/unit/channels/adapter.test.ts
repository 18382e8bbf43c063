import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import type { ChannelAdapter } from '@/lib/channels/port';
import { createUnionPayAdapter } from '@/lib/channels/unionpay/adapter';
import { signatureMatches } from '@/lib/channels/unionpay/sign';
import { cny } from '@/lib/money/money';
import { type LocalGateway, readFormOf, startLocalGateway } from '@/tests/support/local-gateway';
import {
  answerBody,
  makeRail,
  noticeBody,
  paidNotice,
  type Rail,
  SIGNED_AT,
  signAsGateway,
} from '@/tests/support/unionpay-fixtures';

let rail: Rail;
let gateway: LocalGateway;
let adapter: ChannelAdapter;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: { path: string | undefined; fields: Record<string, string> }[];

beforeAll(async () => {
  rail = await makeRail();
  gateway = await startLocalGateway(async (request, response) => {
    asked.push({ path: request.url, fields: await readFormOf(request) });
    answer(request, response);
  });
  adapter = createUnionPayAdapter(rail.config(gateway.origin));
});
afterAll(() => gateway.close());
beforeEach(() => {
  asked = [];
});

const reply = (body: string | Buffer) => {
  answer = (_request, response) => response.end(body);
};
const replySigned = (change: Record<string, string | undefined>, signer = rail.unionpay) =>
  reply(answerBody(signAsGateway(paidNotice(change), signer)));

const requestedAt = new Date('2026-11-20T04:00:00Z');
const payableUntil = new Date('2026-11-20T04:15:00Z');
const query = {
  channelOrderNo: 'p0000000000000000001',
  instrument: 'quickpass' as const,
  requestedAt,
  payableUntil,
  amount: cny(6800n),
  askedAt: new Date('2026-11-20T04:01:00Z'),
};
const refund = {
  channelOrderNo: 'r0000000000000000001',
  kind: 'refund' as const,
  requestedAt,
  amount: cny(800n),
  original: {
    channelOrderNo: query.channelOrderNo,
    channelRef: '321804041753096282028',
    amount: cny(6800n),
    instrument: 'quickpass' as const,
  },
  noticeUrl: 'http://localhost:3000/notify',
};
const refundQuery = { ...refund, payableUntil, askedAt: query.askedAt };
const refundAnswer = {
  orderId: refund.channelOrderNo,
  txnType: '04',
  txnSubType: '00',
  txnAmt: '800',
  currencyCode: undefined,
};

describe('pay', () => {
  const pay = {
    ...query,
    instrument: { type: 'quickpass' as const, surface: 'front' as const },
    subject: 'shirt',
    host: 'mobile' as const,
    noticeUrl: 'http://localhost:3000/notify',
    returnUrl: 'http://localhost:3000/return',
  };

  test('gives the browser a signed form for an origin it may post to, and calls nobody', async () => {
    const outcome = await adapter.pay(pay);
    if (outcome.kind !== 'pending' || outcome.next.type !== 'post-form') throw new Error('no form');
    const { url, fields } = outcome.next;
    expect(url).toBe(`${gateway.origin}/gateway/api/frontTransReq.do`);
    expect(adapter.formOrigins).toEqual([new URL(url).origin]);
    expect(signatureMatches(fields, rail.merchant.pem)).toBe(true);
    expect(fields).toMatchObject({
      txnAmt: '6800',
      channelType: '08',
      payTimeout: '20261120121500',
    });
    expect(outcome.evidence).not.toHaveProperty('signature');
    expect(asked).toEqual([]);
  });

  test('the same request makes the same bytes', async () => {
    expect(await adapter.pay(pay)).toEqual(await adapter.pay(pay));
  });
});

describe('query', () => {
  test('asks queryTrans with a signed question and believes a verified answer', async () => {
    replySigned({ origRespCode: '00' });
    expect(await adapter.query(query)).toMatchObject({ kind: 'succeeded', amount: cny(6800n) });
    expect(asked[0]?.path).toBe('/gateway/api/queryTrans.do');
    expect(signatureMatches(asked[0]?.fields ?? {}, rail.merchant.pem)).toBe(true);
  });

  test('not found becomes final a minute after payableUntil, and not a moment before', async () => {
    replySigned({ respCode: '34', queryId: undefined });
    const lastMoment = new Date('2026-11-20T04:15:59.999Z');
    expect(await adapter.query({ ...query, askedAt: lastMoment })).toMatchObject({
      kind: 'pending',
    });
    const after = new Date(lastMoment.getTime() + 1);
    expect(await adapter.query({ ...query, askedAt: after })).toMatchObject({
      kind: 'failed',
      reason: 'not_paid_in_time',
    });
  });

  test('the certificate is judged at the moment of asking', async () => {
    replySigned({ origRespCode: '00' });
    const outcome = await adapter.query({ ...query, askedAt: new Date('2035-01-01T00:00:00Z') });
    expect(outcome).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
    expect(outcome.evidence.problem).toContain('dates');
  });

  const untrusted: [string, () => void][] = [
    ['unsigned', () => reply(answerBody(paidNotice({ origRespCode: '00' })))],
    ['signed by another holder', () => replySigned({ origRespCode: '00' }, rail.merchant)],
    [
      'changed after signing',
      () =>
        reply(answerBody({ ...rail.sign(paidNotice({ origRespCode: '05' })), origRespCode: '00' })),
    ],
    [
      'repeating a field',
      () => reply(`${answerBody(rail.sign(paidNotice({ origRespCode: '00' })))}&respCode=00`),
    ],
    ['in plain words', () => reply('Invalid request.')],
    [
      'the blacklist notice',
      () => reply('You have been added to the blacklist. TPS could not be greater than 0.5'),
    ],
    ['empty', () => reply('')],
    ['not UTF-8', () => reply(Buffer.from([0xb3, 0xc9, 0x3d]))],
    [
      'a server error',
      () => {
        answer = (_request, response) => response.writeHead(502).end('bad gateway');
      },
    ],
  ];
  test.each(untrusted)('an answer that is %s decides nothing', async (_name, arrange) => {
    arrange();
    const late = new Date('2026-11-20T09:00:00Z');
    expect(await adapter.query({ ...query, askedAt: late })).toMatchObject({
      kind: 'unknown',
      cause: 'unreadable',
    });
  });

  test('a question that could not be sent leaves the payment unknown', async () => {
    const gone = await startLocalGateway(() => undefined);
    await gone.close();
    const outcome = await createUnionPayAdapter(rail.config(gone.origin)).query(query);
    expect(outcome).toMatchObject({ kind: 'unknown', cause: 'transport' });
  });
});

describe('refund', () => {
  test('accepted is pending; the result is asked for, and told as a success of the refund amount', async () => {
    replySigned(refundAnswer);
    expect(await adapter.refund(refund)).toMatchObject({ kind: 'pending', next: { type: 'wait' } });
    expect(asked[0]?.path).toBe('/gateway/api/backTransReq.do');
    replySigned({ ...refundAnswer, origRespCode: '00' });
    expect(await adapter.queryRefund(refundQuery)).toMatchObject({
      kind: 'succeeded',
      amount: cny(800n),
    });
  });

  test('silence is unknown, and a gateway that could not be reached received nothing', async () => {
    answer = () => undefined;
    const hasty = createUnionPayAdapter({ ...rail.config(gateway.origin), timeoutMs: 300 });
    expect(await hasty.refund(refund)).toMatchObject({ kind: 'unknown', cause: 'timeout' });
    const gone = await startLocalGateway(() => undefined);
    await gone.close();
    const outcome = await createUnionPayAdapter(rail.config(gone.origin)).refund(refund);
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'not_received' });
  });

  test('a refund that is not found was not received, once no call can still be under way', async () => {
    replySigned({ ...refundAnswer, respCode: '34', queryId: undefined });
    const before = new Date('2026-11-20T04:01:59.999Z');
    expect(await adapter.queryRefund({ ...refundQuery, askedAt: before })).toMatchObject({
      kind: 'pending',
    });
    const after = new Date(before.getTime() + 1);
    expect(await adapter.queryRefund({ ...refundQuery, askedAt: after })).toMatchObject({
      kind: 'failed',
      reason: 'not_received',
    });
  });
});

describe('notices', () => {
  const read = (body: Uint8Array, receivedAt = SIGNED_AT) =>
    adapter.readNotice({ body, receivedAt });

  test('an authentic one is read', () => {
    expect(read(noticeBody(rail.sign(paidNotice())))).toMatchObject({
      concerns: 'payment',
      channelOrderNo: query.channelOrderNo,
      outcome: { kind: 'succeeded', amount: cny(6800n) },
    });
  });

  test('a repeat signed anew, or with other words, has the same key', () => {
    const first = read(noticeBody(rail.sign(paidNotice())));
    const again = read(
      noticeBody(rail.sign(paidNotice({ respMsg: 'success', exchangeRate: '0' }))),
    );
    expect(again.noticeKey).toBe(first.noticeKey);
  });

  test('one that nobody can vouch for is refused as a whole', async () => {
    const genuine = rail.sign(paidNotice());
    const forged = await makeRail();
    for (const body of [
      noticeBody({ ...genuine, txnAmt: '1' }),
      noticeBody({ ...genuine, extra: '' }),
      noticeBody(paidNotice()),
      noticeBody(forged.sign(paidNotice())),
      noticeBody(signAsGateway(paidNotice(), rail.merchant)),
      Buffer.from(`${Buffer.from(noticeBody(genuine))}&txnAmt=6800`),
      Buffer.from('{"respCode":"00"}'),
      Buffer.from(''),
      noticeBody(rail.sign(paidNotice({ txnType: '77' }))),
    ]) {
      expect(() => read(body)).toThrow(UnauthenticNotice);
    }
    expect(() => read(noticeBody(genuine), new Date('2035-01-01'))).toThrow(UnauthenticNotice);
  });
});

describe('set-up', () => {
  test.each([
    ['gatewayOrigin', () => ({ gatewayOrigin: 'https://gateway.example/path' })],
    ['gatewayOrigin', () => ({ gatewayOrigin: 'gateway.example' })],
    ['merchantId', () => ({ merchantId: '77729005811004' })],
    ['privateKeyPem', () => ({ privateKeyPem: 'garbage' })],
    ['certificatePem', () => ({ certificatePem: 'garbage' })],
    ['do not belong together', () => ({ certificatePem: rail.unionpay.pem })],
    ['rootsPem', () => ({ rootsPem: rail.middle.pem })],
    ['allowedCommonNames', () => ({ allowedCommonNames: [] })],
    ['fileUrl', () => ({ fileUrl: 'files.example' })],
    ['encryptCertificatePem', () => ({ encryptCertificatePem: 'garbage' })],
    ['appCertificatesPem', () => ({ appCertificatesPem: 'garbage' })],
  ])('a broken %s is named before the first payment', (words, change) => {
    const config = { ...rail.config('https://gateway.example'), ...change() };
    expect(() => createUnionPayAdapter(config)).toThrow(words);
  });

  test('secrets do not show in the message', () => {
    const privateKeyPem = `${rail.merchant.privateKeyPem.slice(0, 300)}`;
    const config = { ...rail.config('https://gateway.example'), privateKeyPem };
    expect(() => createUnionPayAdapter(config)).toThrow(/^((?!BEGIN)[\s\S])*$/);
  });
});
