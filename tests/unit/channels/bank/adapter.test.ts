import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBankAdapter } from '@/lib/channels/bank/adapter';
import type { BankConfig } from '@/lib/channels/bank/config';
import type { PayoutAdapter } from '@/lib/channels/payout-port';
import { cny } from '@/lib/money/money';
import { answerSignature, signedHeaders } from '@/tests/support/bank-signature';
import { type LocalGateway, readBodyOf, startLocalGateway } from '@/tests/support/local-gateway';

const SECRET = 'a secret of these tests and nobody else';
const payout = {
  channelOrderNo: 'w0000000000000000001',
  amount: cny(6_800n),
  cardNo: '6200000000000005',
  name: '张三',
  requestedAt: new Date('2026-11-21T04:00:00Z'),
  askedAt: new Date('2026-11-21T04:05:00Z'),
};
const paid = {
  payoutNo: payout.channelOrderNo,
  state: 'succeeded',
  reference: 'PO202611210000000001',
  amount: '6800',
};

interface Asked {
  method: string;
  path: string;
  body: string;
  headers: IncomingMessage['headers'];
}
let bank: LocalGateway;
let adapter: PayoutAdapter;
let asked: Asked[];
let answer: (call: Asked, response: ServerResponse) => void;

const config = (change: Partial<BankConfig> = {}): BankConfig => ({
  origin: bank.origin,
  secret: SECRET,
  noticePath: '/notify',
  now: () => new Date(),
  timeoutMs: 10_000,
  ...change,
});

beforeAll(async () => {
  bank = await startLocalGateway(async (request, response) => {
    const body = (await readBodyOf(request)).toString();
    const { method = '', url: path = '', headers } = request;
    const call = { method, path, body, headers };
    asked.push(call);
    answer(call, response);
  });
  adapter = createBankAdapter(config());
});
afterAll(() => bank.close());
beforeEach(() => {
  asked = [];
});

/** Answers as the bank would: signed over this very call. */
const reply = (content: unknown, status = 200, secret = SECRET) => {
  answer = (call, response) => {
    const body = typeof content === 'string' ? content : JSON.stringify(content);
    const to = String(call.headers['x-bank-signature']);
    const signature = answerSignature(secret, to, { status, body });
    response.writeHead(status, { 'x-bank-signature': signature }).end(body);
  };
};

describe('what goes out', () => {
  test('a payout is one signed JSON call, the same content on every repeat', async () => {
    reply({ ...paid, state: 'accepted' });
    await adapter.send(payout);
    await adapter.send(payout);
    const [first, second] = asked;
    expect(first).toMatchObject({ method: 'POST', path: '/bank/payouts' });
    expect(JSON.parse(first?.body ?? '')).toEqual({
      payoutNo: payout.channelOrderNo,
      amount: '6800',
      cardNo: payout.cardNo,
      name: '张三',
      requestedAt: '2026-11-21T04:00:00.000Z',
    });
    expect(second?.body).toBe(first?.body);
  });

  test('every call carries a signature over its time, method, path with query, and body', async () => {
    reply({ movements: [], next: null });
    await adapter.listCredits({ since: payout.requestedAt, after: 'CR2026112100000001' });
    await adapter.verifyIdentity({
      name: '张三',
      idNo: '110101199003070038',
      phone: '13800138000',
    });
    for (const { headers, ...call } of asked) {
      const timestamp = String(headers['x-bank-timestamp']);
      const right = signedHeaders(SECRET, { ...call, timestamp });
      expect(headers['x-bank-signature']).toBe(right['x-bank-signature']);
      expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    }
    expect(asked[0]?.path).toContain('since=2026-11-21T04%3A00%3A00.000Z');
  });

  test('an address holds our own number or reference only, made safe for a path', async () => {
    reply(paid);
    await adapter.query({ ...payout, channelOrderNo: '../credits?x' });
    expect(asked[0]?.path).toBe('/bank/payouts/..%2Fcredits%3Fx');
  });
});

describe('an answer is believed', () => {
  test('when it is signed for this very call', async () => {
    reply(paid);
    expect(await adapter.query(payout)).toMatchObject({ kind: 'succeeded', amount: cny(6_800n) });
  });

  const distrusted: [string, () => void][] = [
    ['has no signature', () => (answer = (_, response) => response.end(JSON.stringify(paid)))],
    ['is signed with another secret', () => reply(paid, 200, `${SECRET}.`)],
    [
      'was signed for another call',
      () => {
        const body = JSON.stringify(paid);
        const signature = answerSignature(SECRET, 'f'.repeat(64), { status: 200, body });
        answer = (_, response) =>
          response.writeHead(200, { 'x-bank-signature': signature }).end(body);
      },
    ],
    [
      'was changed after it was signed',
      () => {
        answer = (call, response) => {
          const to = String(call.headers['x-bank-signature']);
          const body = JSON.stringify({ ...paid, state: 'failed' });
          const signature = answerSignature(SECRET, to, { status: 200, body });
          response.writeHead(200, { 'x-bank-signature': signature }).end(JSON.stringify(paid));
        };
      },
    ],
    [
      'was signed with another status',
      () => {
        answer = (call, response) => {
          const to = String(call.headers['x-bank-signature']);
          const body = JSON.stringify(paid);
          const signature = answerSignature(SECRET, to, { status: 202, body });
          response.writeHead(200, { 'x-bank-signature': signature }).end(body);
        };
      },
    ],
    ['is no JSON', () => reply('<html>')],
    ['is about another number', () => reply({ ...paid, payoutNo: 'w0000000000000000002' })],
    ['is about another amount', () => reply({ ...paid, amount: '6801' })],
    ['has an amount that is none', () => reply({ ...paid, amount: '68.00' })],
    ['has an amount as a number', () => reply({ ...paid, amount: 6800 })],
    ['has a state of tomorrow', () => reply({ ...paid, state: 'reviewing' })],
    ['has no reference', () => reply({ ...paid, reference: undefined })],
    ['is a conflict', () => reply({ error: 'conflict' }, 409)],
    ['is a server error', () => reply({ error: 'internal' }, 500)],
    [
      'leads elsewhere',
      () => (answer = (_, response) => response.writeHead(302, { location: '/x' }).end()),
    ],
    ['is null', () => reply('null')],
  ];
  test.each(distrusted)('and decides nothing when it %s', async (_name, arrange) => {
    arrange();
    const unreadable = { kind: 'unknown', cause: 'unreadable' };
    expect(await adapter.query(payout)).toMatchObject(unreadable);
    expect(await adapter.send(payout)).toMatchObject(unreadable);
  });

  test('a forged "never received" or "rejected" decides nothing either', async () => {
    for (const status of [400, 404]) {
      answer = (_, response) => response.writeHead(status).end('{"error":"not_found"}');
      expect(await adapter.query(payout)).toMatchObject({ kind: 'unknown' });
      expect(await adapter.send(payout)).toMatchObject({ kind: 'unknown' });
      expect(await adapter.queryCredit({ bankReference: 'CR1234567890' })).toMatchObject({
        kind: 'unknown',
      });
    }
  });

  test('404 means not received to a question, and nothing at all to a request', async () => {
    reply({ error: 'not_found' }, 404);
    expect(await adapter.query(payout)).toMatchObject({ kind: 'failed', reason: 'not_received' });
    expect(await adapter.send(payout)).toMatchObject({ kind: 'unknown' });
  });

  test('silence is a time-out', async () => {
    answer = () => undefined;
    const hasty = createBankAdapter(config({ timeoutMs: 300 }));
    const timeout = { kind: 'unknown', cause: 'timeout' };
    expect(await hasty.send(payout)).toMatchObject(timeout);
    expect(await hasty.query(payout)).toMatchObject(timeout);
    const person = { name: '张三', idNo: '110101199003070038', phone: '13800138000' };
    expect(await hasty.verifyIdentity(person)).toMatchObject(timeout);
  });

  test('a failure with a reason of tomorrow is still a failure', async () => {
    reply({ ...paid, state: 'failed', reason: 'solar_flare' });
    expect(await adapter.query(payout)).toMatchObject({ kind: 'failed', reason: 'declined' });
  });

  test('a credit about another reference than the one asked for is no answer', async () => {
    const credit = { number: '88', payerName: '王', payerAccount: '62', remark: '' };
    reply({ ...credit, reference: 'CR2222222222', amount: '1', at: '2026-11-21T04:00:00Z' });
    const found = await adapter.queryCredit({ bankReference: 'CR2222222222' });
    expect(found).toMatchObject({ kind: 'found' });
    const other = await adapter.queryCredit({ bankReference: 'CR3333333333' });
    expect(other).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
  });

  test('words that are too long or missing hold up no money', async () => {
    const credit = { reference: 'CR2222222222', amount: '1', at: '2026-11-21T04:00:00+08:00' };
    reply({ ...credit, number: '88', payerName: null, remark: 'x'.repeat(5_000) });
    const answer = await adapter.queryCredit({ bankReference: credit.reference });
    if (answer.kind !== 'found') throw new Error('not found');
    expect(answer.credit).toMatchObject({ payerName: '', payerAccount: '', amount: cny(1n) });
    expect(answer.credit.remark).toHaveLength(500);
    expect(answer.credit.at).toEqual(new Date('2026-11-20T20:00:00Z'));
  });

  test('a match without the bank’s name is no verdict about a card', async () => {
    const card = { name: '张三', idNo: '110101199003070038', cardNo: payout.cardNo };
    reply({ match: true });
    expect(await adapter.verifyCard(card)).toMatchObject({ kind: 'unknown' });
    expect(await adapter.verifyIdentity({ ...card, phone: '13800138000' })).toMatchObject({
      kind: 'match',
    });
    reply({ match: 'yes' });
    expect(await adapter.verifyIdentity({ ...card, phone: '13800138000' })).toMatchObject({
      kind: 'unknown',
    });
  });
});

test('what the bank says of cards and people stays out of the evidence, whatever field it is in', async () => {
  const words = { reason: 'card 6200 0000 0000 0005 closed', cardNo: payout.cardNo, name: '张三' };
  reply({ ...paid, state: 'failed', ...words });
  const { evidence } = await adapter.query(payout);
  expect(JSON.stringify(evidence)).not.toMatch(/0005|张三/);
  expect(evidence.reason).toBe('card ****05 closed');
});

test.each([
  ['origin', { origin: 'https://api.bank.example/path' }],
  ['origin', { origin: 'api.bank.example' }],
  ['secret', { secret: 'weak-one' }],
  ['noticePath', { noticePath: '' }],
])('a broken %s is named before the first payout, and its value is not', (words, change) => {
  expect(() => createBankAdapter(config(change))).toThrow(words);
  expect(() => createBankAdapter(config(change))).toThrow(/^((?!weak-one)[\s\S])*$/);
});
