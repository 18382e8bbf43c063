import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
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
  allowPrivate: true,
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

describe('what breaks is named', () => {
  test('an endpoint that never answers: timeout', async () => {
    const { origin } = await receiver(() => undefined);
    const answer = await deliver(notice(origin, { timeoutMs: 200 }));
    expect(answer).toMatchObject({ status: null, problem: 'timeout' });
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

test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])(
  'nothing is sent to %s where private addresses are not allowed',
  async (host) => {
    let connections = 0;
    const { origin } = await receiver((_request, response) => {
      connections += 1;
      response.end();
    });
    const url = `http://${host}:${new URL(origin).port}/hook`;
    const refused = await deliver(notice(url, { allowPrivate: false }));
    expect(refused).toMatchObject({ status: null, problem: 'refused_address' });
    expect(connections).toBe(0);
  },
);
