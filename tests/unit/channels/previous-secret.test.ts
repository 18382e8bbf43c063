import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBankAdapter } from '@/lib/channels/bank/adapter';
import {
  type NoticeRequest,
  type NoticeSender,
  UnauthenticNotice,
} from '@/lib/channels/notice-port';
import { cny } from '@/lib/money/money';
import { signedHeaders as signedByBank } from '@/tests/support/bank-signature';
import { tokenOfCarrier } from '@/tests/support/carrier-token';
import { type LocalGateway, readBodyOf, startLocalGateway } from '@/tests/support/local-gateway';
import { done, type ScriptedCarrier, startScriptedCarrier } from '@/tests/support/scripted-carrier';
import {
  messageAbout,
  NOTICE_PATH,
  type ScriptedNetsUnion,
  signedHeaders,
  startScriptedNetsUnion,
} from '@/tests/support/scripted-netsunion';
import { PAYMENT_ID, payment as phonePayment, told } from './carrier/fixtures';
import { payment } from './netsunion/fixtures';

const OLD = 'the secret that was in use until this morning';
const NEW = 'the secret that is in use from this morning on';
const STRANGER = 'a secret that nobody has ever agreed on with us';

/** A side that shares one secret with us; `both`: the old one is still known, too. */
interface Changing {
  adapter(change: 'both' | 'new only'): NoticeSender;
  notice(secret: string): Omit<NoticeRequest, 'receivedAt'>;
  /** One call of ours, as it was made while both are known: what it was signed with, and would be with each. */
  signatureOfCall(): Promise<{ made: string; by(secret: string): string }>;
}

let netsUnion: ScriptedNetsUnion;
let carrier: ScriptedCarrier;
let bank: LocalGateway;
let askedOfBank: Record<string, string>;
beforeAll(async () => {
  netsUnion = await startScriptedNetsUnion();
  carrier = await startScriptedCarrier();
  bank = await startLocalGateway(async (request, response) => {
    const body = (await readBodyOf(request)).toString();
    askedOfBank = { ...(request.headers as Record<string, string>), body };
    response.destroy();
  });
});
beforeEach(() => {
  askedOfBank = {};
});
afterAll(async () => {
  await netsUnion.close();
  await carrier.stop();
  await bank.close();
});

const known = (change: 'both' | 'new only') =>
  change === 'both' ? { secret: NEW, previousSecret: OLD } : { secret: NEW };

const NETSUNION: Changing = {
  adapter: (change) => netsUnion.adapterWith(known(change)),
  notice(secret) {
    const body = messageAbout(payment.channelOrderNo, 'epcc.213.001.01');
    return {
      body: Buffer.from(body),
      headers: signedHeaders({ path: NOTICE_PATH, body }, secret),
    };
  },
  async signatureOfCall() {
    netsUnion.answerBy((_, response) => response.destroy());
    await netsUnion.adapterWith(known('both')).pay(payment);
    const { path, body, headers } = netsUnion.asked.at(-1) ?? { path: '', body: '', headers: {} };
    const timestamp = String(headers['x-epcc-timestamp']);
    return {
      made: String(headers['x-epcc-signature']),
      by: (secret) => String(signedHeaders({ path, body, timestamp }, secret)['x-epcc-signature']),
    };
  },
};

const bankWith = (secrets: { secret: string; previousSecret?: string }) =>
  createBankAdapter({
    ...{ ...secrets, origin: bank.origin, noticePath: NOTICE_PATH },
    now: () => new Date(),
  });
const bankOf = (change: 'both' | 'new only') => bankWith(known(change));
const BANK: Changing = {
  adapter: bankOf,
  notice(secret) {
    const credit = { type: 'credit', reference: 'CR202611210000000099', number: '88', amount: '1' };
    const payer = { payerName: '王五', payerAccount: '62', remark: '' };
    const body = JSON.stringify({ ...credit, ...payer, at: '2026-11-21T04:00:00Z' });
    const headers = signedByBank(secret, { method: 'POST', path: NOTICE_PATH, body });
    return { body: Buffer.from(body), headers };
  },
  async signatureOfCall() {
    const channelOrderNo = 'w00000000000000000001';
    const to = { cardNo: '6200000000000005', name: '张三' };
    const requestedAt = new Date();
    const noticeUrl = 'https://cashier.example/notify';
    await bankOf('both').send({ channelOrderNo, amount: cny(100n), ...to, requestedAt, noticeUrl });
    const { body = '', 'x-bank-timestamp': timestamp = '' } = askedOfBank;
    const call = { method: 'POST', path: '/bank/payouts', body, timestamp };
    return {
      made: String(askedOfBank['x-bank-signature']),
      by: (secret) => String(signedByBank(secret, call)['x-bank-signature']),
    };
  },
};

function carrierWith(before: { previousClientSecret?: string }) {
  const { origin } = carrier;
  const at = { apiRoot: `${origin}/cmcc`, tokenUrl: `${origin}/token`, clientId: 'cashier:1' };
  const endpoint = { carrier: 'cmcc', ...at, clientSecret: NEW, ...before } as const;
  return carrier.adapterWith({ endpoints: [endpoint] });
}
const carrierOf = (change: 'both' | 'new only') =>
  carrierWith(change === 'both' ? { previousClientSecret: OLD } : {});
const tokenBy = (secret: string) => tokenOfCarrier('cmcc', secret, phonePayment.channelOrderNo);
/** Nothing of theirs is signed: an event bears the token that our request has given. */
const CARRIER: Changing = {
  adapter: carrierOf,
  notice: (secret) => ({
    body: Buffer.from(
      JSON.stringify({
        ...{ id: 'event-1', source: 'urn:carrier', specversion: '1.0' },
        type: 'org.camaraproject.carrier-billing.v0.payment-completed',
        ...{ time: '2026-11-26T01:34:12Z', datacontenttype: 'application/json' },
        data: { paymentId: PAYMENT_ID, status: 'succeeded', description: 'Payment' },
      }),
    ),
    headers: { authorization: `Bearer ${tokenBy(secret)}` },
  }),
  async signatureOfCall() {
    carrier.script = { prepare: done(201, told('reserved')) };
    await carrierOf('both').pay(phonePayment);
    const { sinkCredential } = JSON.parse(String(carrier.asked.at(-1)?.body));
    return { made: sinkCredential.accessToken, by: tokenBy };
  },
};

describe.each([
  ['NetsUnion', NETSUNION],
  ['the bank', BANK],
  ['a carrier', CARRIER],
])('while %s changes its secret', (_name, changing) => {
  const read = (change: 'both' | 'new only', secret: string) =>
    changing.adapter(change).readNotice({ ...changing.notice(secret), receivedAt: new Date() });

  test('what was made with either is believed, and is one and the same notice; a stranger’s is refused', () => {
    const [before, after] = [read('both', OLD), read('both', NEW)];
    expect(before).toEqual(after);
    expect(() => read('both', STRANGER)).toThrow(UnauthenticNotice);
  });

  test('what was made with the old one is refused once that is taken away', () => {
    expect(read('new only', NEW)).toEqual(read('both', NEW));
    expect(() => read('new only', OLD)).toThrow(UnauthenticNotice);
  });

  test('all that is ours is made with the new one', async () => {
    const { made, by } = await changing.signatureOfCall();
    expect(made).toBe(by(NEW));
    expect(made).not.toBe(by(OLD));
  });
});

test('an answer that is made with the secret of before tells nothing: a call is answered with its own', async () => {
  const answer = messageAbout(payment.channelOrderNo, 'epcc.201.001.01');
  const pay = () => netsUnion.adapterWith(known('both')).pay(payment);
  netsUnion.answer(answer, { secret: OLD });
  expect(await pay()).toMatchObject({ kind: 'unknown' });
  netsUnion.answer(answer, { secret: NEW });
  expect(await pay()).toMatchObject({ kind: 'succeeded' });
});

test.each([
  ['NetsUnion', () => netsUnion.adapterWith({ secret: NEW, previousSecret: 'weak-one' })],
  ['the bank', () => bankWith({ secret: NEW, previousSecret: 'weak-one' })],
  ['a carrier', () => carrierWith({ previousClientSecret: 'weak-one' })],
])('a secret of before that is too short is named at the start: %s', (_name, make) => {
  expect(make).toThrow('is too short');
  expect(make).toThrow(/^((?!weak-one)[\s\S])*$/);
});
