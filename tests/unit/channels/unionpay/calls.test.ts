import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signatureMatches } from '@/lib/channels/unionpay/sign';
import { CALLS, download, fetchCertificate } from '@/tests/support/unionpay-calls';
import { answerBody, type Issued, issueCertificate } from '@/tests/support/unionpay-fixtures';
import { startUnionPayGateway, type UnionPayGateway } from '@/tests/support/unionpay-gateway';

/** Over real HTTP, for every call the adapter makes: what only the wire can get wrong. */

let gateway: UnionPayGateway;
let stranger: Issued;
let expired: Issued;

beforeAll(async () => {
  gateway = await startUnionPayGateway();
  const { commonName, middle } = {
    commonName: '041@S@00040000:SIGN@1',
    middle: gateway.rail.middle,
  };
  stranger = await issueCertificate({ commonName });
  const notAfter = new Date('2025-01-01T00:00:00Z');
  expired = await issueCertificate({ commonName, issuer: middle, notAfter });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.asked.length = 0;
});

const QUESTIONS = [
  { name: 'certificate', make: fetchCertificate },
  { name: 'file', make: download },
].map((question) => ({
  ...question,
  acts: false,
  path: question.name === 'file' ? '/' : '/gateway/api/backTransReq.do',
  success: { respCode: '00' },
}));
const ALL = [...CALLS, ...QUESTIONS];
const DONE = ['pending', 'accepted', 'succeeded', 'code_sent', 'signed', 'ended'];

describe.each(ALL)('$name', ({ acts, path, make, success }) => {
  test('the same request makes the same bytes, signed, at its own address', async () => {
    await make(gateway.adapter);
    await make(gateway.adapter);
    const [first, second] = gateway.asked;
    expect(first?.path).toBe(path);
    expect(first).toEqual(second);
    expect(signatureMatches(first?.fields ?? {}, gateway.rail.merchant.pem)).toBe(true);
  });

  const LOST: [string, 'timeout' | 'transport' | 'unreadable', () => void][] = [
    ['silence', 'timeout', () => gateway.does(() => undefined)],
    ['a reset', 'transport', () => gateway.does((request) => void request.socket.destroy())],
    [
      'half a body',
      'transport',
      () =>
        gateway.does((request, response) => {
          response.writeHead(200, { 'content-length': '1000' }).write('version=5.1.0&resp');
          setImmediate(() => request.socket.destroy());
        }),
    ],
    ['HTML', 'unreadable', () => gateway.sends(() => '<html><body>busy</body></html>')],
    ['Invalid request.', 'unreadable', () => gateway.sends(() => 'Invalid request.')],
    ['nothing', 'unreadable', () => gateway.sends(() => '')],
    [
      'a server error',
      'unreadable',
      () => gateway.does((_request, response) => void response.writeHead(502).end('bad')),
    ],
    [
      'no signature',
      'unreadable',
      () => {
        gateway.answers(success);
        gateway.sends((answer) => answerBody(answer));
      },
    ],
    [
      'an altered field',
      'unreadable',
      () => {
        gateway.answers(success);
        const { sign } = gateway.rail;
        gateway.sends((answer) => answerBody({ ...sign(answer), respMsg: 'changed' }));
      },
    ],
    [
      'a certificate with LF instead of CRLF',
      'unreadable',
      () => {
        gateway.answers(success);
        const { sign } = gateway.rail;
        gateway.sends((answer) => answerBody(sign(answer)).replaceAll('\r\n', '\n'));
      },
    ],
    [
      'a field twice',
      'unreadable',
      () => {
        gateway.answers(success);
        const { sign } = gateway.rail;
        gateway.sends((answer) => `${answerBody(sign(answer))}&respCode=00`);
      },
    ],
    ['a foreign certificate', 'unreadable', () => gateway.answers(success, stranger)],
    ['an expired certificate', 'unreadable', () => gateway.answers(success, expired)],
    [
      'the certificate of somebody else',
      'unreadable',
      () => gateway.answers(success, gateway.rail.merchant),
    ],
    ['another merchant', 'unreadable', () => gateway.answers({ ...success, merId: '1' })],
    ['an unknown code', 'unreadable', () => gateway.answers({ ...success, respCode: 'Z7' })],
  ];
  test.each(LOST)('%s is unknown (%s)', async (_name, cause, arrange) => {
    arrange();
    const adapter = cause === 'timeout' ? gateway.adapterWith({ timeoutMs: 300 }) : gateway.adapter;
    expect(await make(adapter)).toMatchObject({ kind: 'unknown', cause });
  });

  test('a gateway that is not there', async () => {
    const outcome = await make(await gateway.unreachable());
    expect(outcome).toMatchObject(
      acts ? { kind: 'failed', reason: 'not_received' } : { kind: 'unknown', cause: 'transport' },
    );
  });
});

describe.each(CALLS)('$name', ({ make, success }) => {
  test('a verified answer is believed', async () => {
    gateway.answers(success);
    expect(DONE).toContain((await make(gateway.adapter))?.kind);
  });

  test.each([
    { orderId: 'p0000000000000000002' },
    { txnTime: '20261120120001' },
    { orderId: undefined },
  ])('an answer about another transaction (%j) decides nothing', async (change) => {
    for (const code of ['00', '64']) {
      gateway.answers({ ...success, ...change, respCode: code });
      expect(await make(gateway.adapter)).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
    }
  });

  test('nothing of a card, a person or a code is in what is kept', async () => {
    const secrets = /6226090000000048|622609|11010119900101|13800000000|测试|111111|623524/;
    for (const change of [success, { ...success, respCode: '66' }, { ...success, merId: '1' }]) {
      gateway.answers(change);
      const { evidence } = (await make(gateway.adapter)) as { evidence?: unknown };
      expect(JSON.stringify(evidence)).not.toMatch(secrets);
    }
    // A gateway that quotes our own message back, code and all.
    for (const quote of [
      () => `<html>${new URLSearchParams(gateway.last().fields)}</html>`,
      () => JSON.stringify(gateway.last().fields.customerInfo ?? ''),
    ]) {
      gateway.sends(quote);
      const { evidence } = (await make(gateway.adapter)) as { evidence?: unknown };
      const kept = JSON.stringify(evidence);
      expect(kept).not.toMatch(secrets);
      // Nothing encoded either, our own number apart.
      expect(kept.replaceAll(/[a-z]0{18}1|\d{21}/g, '')).not.toMatch(/[A-Za-z0-9+/=%]{20}/);
    }
  });
});

describe.each(CALLS.filter(({ name }) => !/signing|ending/.test(name)))(
  '$name',
  ({ make, success }) => {
    test('an answer with another amount than ours is no success', async () => {
      gateway.answers({ ...success, txnAmt: '6801' });
      expect(await make(gateway.adapter)).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
    });
  },
);
