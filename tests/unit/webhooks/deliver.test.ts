import dns from 'node:dns';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type DeliveryRequest, deliver } from '@/lib/webhooks/deliver';
import { type LocalGateway, startLocalGateway } from '@/tests/support/local-gateway';
import { issueCertificate } from '@/tests/support/unionpay-fixtures';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function receiver(listener: Parameters<typeof startLocalGateway>[0]): Promise<LocalGateway> {
  const started = await startLocalGateway(listener);
  closers.push(started.close);
  return started;
}

const notice = (url: string, change: Partial<DeliveryRequest> = {}): DeliveryRequest => ({
  url,
  headers: { 'content-type': 'application/json', 'webhook-id': 'evt_1' },
  body: '{"名":"值"}',
  privateTargets: [{ host: '127.0.0.1', port: null }],
  timeoutMs: 5_000,
  ...change,
});

test('the endpoint gets the very bytes and headers, and 2xx is a delivery', async () => {
  let seen: { method?: string; path?: string; id?: unknown; body: string } | undefined;
  const { origin } = await receiver(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url: path, headers } = request;
    seen = { method, path, id: headers['webhook-id'], body: Buffer.concat(chunks).toString() };
    response.writeHead(204).end();
  });
  const answer = await deliver(notice(`${origin}/hook?shop=1`));
  expect(answer).toMatchObject({ status: 204, problem: null });
  expect(seen).toEqual({
    ...{ method: 'POST', path: '/hook?shop=1', id: 'evt_1', body: '{"名":"值"}' },
  });
});

test('a redirect is a failure and is not followed', async () => {
  const paths: string[] = [];
  const { origin } = await receiver((request, response) => {
    paths.push(String(request.url));
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(await deliver(notice(`${origin}/hook`))).toMatchObject({
    status: 307,
    problem: 'redirect',
  });
  expect(paths).toEqual(['/hook']);
});

test('any other status is a failure that keeps its Retry-After', async () => {
  const { origin } = await receiver((_request, response) => {
    response.writeHead(503, { 'retry-after': '120' }).end('busy');
  });
  expect(await deliver(notice(origin))).toMatchObject({
    ...{ status: 503, problem: 'status', retryAfter: '120' },
  });
});

test('an endless answer is cut off, and its status counts', async () => {
  let sent = 0;
  let cutOff: () => void;
  const closed = new Promise<void>((resolve) => {
    cutOff = resolve;
  });
  const { origin } = await receiver((_request, response) => {
    response.writeHead(200);
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(1_024))) sent += 1_024;
    };
    response.on('drain', pour);
    response.on('close', () => cutOff());
    pour();
  });
  expect(await deliver(notice(origin))).toMatchObject({ status: 200, problem: null });
  await closed;
  expect(sent).toBeLessThan(16 * 1024 * 1024);
});

test.each([
  ['an upgrade', 'Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['no protocol', '\r\n'],
])(
  'an answer of 101 with %s ends the try at once: a status that delivers nothing',
  async (_, rest) => {
    const { origin } = await receiver((request) => {
      request.socket.write(`HTTP/1.1 101 Switching Protocols\r\n${rest}`);
    });
    const answer = await deliver(notice(origin));
    expect(answer).toMatchObject({ status: 101, problem: 'status' });
    expect(answer.durationMs).toBeLessThan(4_000);
  },
);

describe('what breaks is named', () => {
  test('an endpoint that never answers: timeout', async () => {
    const { origin } = await receiver(() => undefined);
    const answer = await deliver(notice(origin, { timeoutMs: 200 }));
    expect(answer).toMatchObject({
      ...{ status: null, problem: 'timeout', errorCode: 'TIMEOUT_ANSWER' },
    });
    expect(answer.durationMs).toBeGreaterThanOrEqual(190);
  });

  test('nobody listening: connect', async () => {
    const { origin, close } = await startLocalGateway(() => undefined);
    await close();
    expect(await deliver(notice(origin))).toMatchObject({ status: null, problem: 'connect' });
  });

  test('a connection that breaks before an answer: connect', async () => {
    const { origin } = await receiver((request) => request.socket.destroy());
    expect(await deliver(notice(origin))).toMatchObject({ status: null, problem: 'connect' });
  });

  test('a name that does not resolve: dns', async () => {
    expect(await deliver(notice('http://a..b/hook'))).toMatchObject({ problem: 'dns' });
  });

  test('a certificate that nobody vouches for: tls', async () => {
    const { pem, privateKeyPem } = await issueCertificate({ commonName: 'localhost' });
    const server = createTlsServer({ cert: pem, key: privateKeyPem }, (_request, response) => {
      response.end('never');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    const answer = await deliver(notice(`https://127.0.0.1:${port}/hook`));
    expect(answer).toMatchObject({ status: null, problem: 'tls' });
  });

  test('no TLS where there should be: tls', async () => {
    const { origin } = await receiver((_request, response) => response.end());
    const answer = await deliver(notice(origin.replace('http:', 'https:')));
    expect(answer).toMatchObject({ status: null, problem: 'tls' });
  });
});

test.each([
  ...['127.0.0.1', 'localhost', '127.0.0.1.', '127.1', '0177.0.0.1', '017700000001'],
  ...[
    '2130706433',
    '0x7f.1',
    '0x7f000001',
    '127.0.0.2',
    '0',
    '0.0.0.0',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
  ],
  ...[
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[::a00:1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b::7f00:1]',
  ],
  ...['[2002:7f00:1::]', '[fe80::1]', '[fd00:ec2::254]', '169.254.169.254', '100.100.100.200'],
  ...['shop.example@127.0.0.1', '%6c%6f%63%61%6c%68%6f%73%74', '168.63.129.16'],
])('nothing is sent to %s where private addresses are not allowed', async (host) => {
  let connections = 0;
  const { origin } = await receiver((_request, response) => {
    connections += 1;
    response.end();
  });
  const url = `http://${host}:${new URL(origin).port}/hook`;
  const refused = await deliver(notice(url, { privateTargets: [] }));
  expect(refused).toMatchObject({ status: null, problem: 'refused_address' });
  expect(connections).toBe(0);
});

test('one private address among a name’s public ones is enough to refuse it', async () => {
  const lookup = vi.spyOn(dns.promises, 'lookup') as unknown as {
    mockResolvedValue(v: unknown): void;
  };
  lookup.mockResolvedValue([
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ]);
  const refused = await deliver(notice('http://two-faced.example/hook', { privateTargets: [] }));
  vi.restoreAllMocks();
  expect(refused).toMatchObject({ problem: 'refused_address', errorCode: 'ADDRESS_REFUSED' });
});

test('a name is looked up once, and the connection goes where it led then', async () => {
  let connections = 0;
  const { origin } = await receiver((_request, response) => {
    connections += 1;
    response.end();
  });
  const { port } = new URL(origin);
  const lookup = vi.spyOn(dns.promises, 'lookup') as unknown as {
    mockResolvedValueOnce(v: unknown): { mockResolvedValue(v: unknown): void };
    mock: { calls: unknown[] };
  };
  // What it leads to afterwards would be another machine.
  lookup
    .mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }])
    .mockResolvedValue([{ address: '127.0.0.9', family: 4 }]);
  const privateTargets = [{ host: 'rebinds.example', port: Number(port) }];
  const answer = await deliver(notice(`http://rebinds.example:${port}/hook`, { privateTargets }));
  const { calls } = lookup.mock;
  vi.restoreAllMocks();
  expect(answer).toMatchObject({ status: 200, problem: null });
  expect(calls).toHaveLength(1);
  expect(connections).toBe(1);
});

test('what came back is kept: a few headers, and the beginning of the text', async () => {
  const { origin } = await receiver((_request, response) => {
    response.writeHead(500, { 'content-type': 'text/plain', 'set-cookie': 'sid=1' });
    response.end(`database is away\n${'.'.repeat(3_000)}`);
  });
  const answer = await deliver(notice(origin));
  expect(answer).toMatchObject({ status: 500, headers: { 'content-type': 'text/plain' } });
  expect(answer.headers).not.toHaveProperty('set-cookie');
  expect(answer.body).toMatch(/^database is away\n\.{100}/);
  expect(answer.body?.length).toBe(1_024);
});

test('a text that trickles in for ever is cut off when the time is over, and its status counts', async () => {
  const { origin } = await receiver((_request, response) => {
    response.writeHead(200);
    response.write('o');
  });
  const answer = await deliver(notice(origin, { timeoutMs: 200 }));
  expect(answer).toMatchObject({ status: 200, problem: null, body: 'o' });
  expect(answer.durationMs).toBeGreaterThanOrEqual(190);
});
