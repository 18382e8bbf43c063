import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createNoticeListener } from '@/scripts/lib/notice-listener.mjs';
import { keepOwnCa } from '@/scripts/lib/own-ca.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'notice-listener-'));
const NOTIFY = '/api/channels/carrier/notify';
let pems: { ca: string; key: string; cert: string };
beforeAll(async () => {
  const { caFile, keyFile, certFile } = await keepOwnCa(path.join(folder, 'ca'));
  const read = (file: string) => readFileSync(file, 'utf8');
  pems = { ca: read(caFile), key: read(keyFile), cert: read(certFile) };
});
afterAll(() => rmSync(folder, { recursive: true }));

const opened: (http.Server | https.Server)[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
async function open<S extends http.Server | https.Server>(server: S): Promise<number> {
  opened.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface Arrived {
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** An app that keeps what arrives, and a listener before it. */
async function listenBefore(
  answer: (response: http.ServerResponse) => void = (response) => response.writeHead(204).end(),
  more: { mostBytes?: number; timesMs?: { answer?: number } } = {},
) {
  const arrived: Arrived[] = [];
  const appPort = await open(
    http.createServer(async (request, response) => {
      let body = '';
      for await (const piece of request.on('error', () => undefined)) body += piece;
      arrived.push({ url: request.url ?? '', headers: request.headers, body });
      answer(response);
    }),
  );
  const target = `http://127.0.0.1:${appPort}`;
  const port = await open(createNoticeListener({ ...pems, target, ...more }));
  return { port, arrived };
}

async function send(
  port: number,
  how: https.RequestOptions & { body?: string } = {},
): Promise<{ status: number | undefined; text: string; headers: http.IncomingHttpHeaders }> {
  const { body = '{"id":"1"}', ...options } = how;
  const request = https.request({
    ...{ host: 'localhost', port, path: NOTIFY, method: 'POST', ca: pems.ca },
    ...options,
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  let text = '';
  for await (const piece of response) text += piece;
  return { status: response.statusCode, text, headers: response.headers };
}

test('a notice arrives at the app as it was sent, and the answer of the app at its sender', async () => {
  const { port, arrived } = await listenBefore((response) =>
    response.writeHead(401, { 'content-type': 'text/plain' }).end('forged'),
  );
  const headers = {
    authorization: 'Bearer abc',
    'content-type': 'application/cloudevents+json',
    'x-forwarded-for': '203.0.113.9',
  };
  const answer = await send(port, { headers, body: '{"名":"值"}' });
  expect(answer).toMatchObject({ status: 401, text: 'forged' });
  expect(answer.headers['content-type']).toBe('text/plain');
  expect(arrived).toEqual([
    {
      url: NOTIFY,
      body: '{"名":"值"}',
      headers: expect.objectContaining({
        authorization: 'Bearer abc',
        'content-type': 'application/cloudevents+json',
        'x-forwarded-for': '203.0.113.9, 127.0.0.1',
      }),
    },
  ]);
});

test('one connection carries many notices, and a body in pieces arrives whole', async () => {
  const { port, arrived } = await listenBefore();
  const agent = new https.Agent({ keepAlive: true, maxSockets: 1 });
  for (const body of ['one', 'two', 'three']) {
    expect((await send(port, { agent, body })).status).toBe(204);
  }
  const chunked = await send(port, { agent, headers: { 'transfer-encoding': 'chunked' } });
  expect(chunked.status).toBe(204);
  expect(arrived.map(({ body }) => body)).toEqual(['one', 'two', 'three', '{"id":"1"}']);
  agent.destroy();
});

test('what concerns the connection to the sender goes no further', async () => {
  const { port, arrived } = await listenBefore();
  await send(port, {
    headers: { connection: 'x-mine, keep-alive', 'x-mine': '1', te: 'trailers' },
  });
  expect(arrived).toHaveLength(1);
  const headers = arrived[0]?.headers;
  expect(headers).not.toHaveProperty('x-mine');
  expect(headers).not.toHaveProperty('te');
  expect(headers?.connection).toBe('close');
});

test.each([
  ['GET', NOTIFY],
  ['PUT', NOTIFY],
  ['POST', '/'],
  ['POST', '/api/channels/carrier/return'],
  ['POST', '/api/channels/carrier/notify/more'],
  ['POST', '/api/channels/carrier/notify?x=1'],
  ['POST', '/api/channels/../notify'],
  ['POST', '/api/channels/%2e%2e/notify'],
  ['POST', '//evil.example/api/channels/carrier/notify'],
  ['POST', 'http://evil.example/api/channels/carrier/notify'],
])('%s %s finds nothing, and nothing of it arrives at the app', async (method, wanted) => {
  const { port, arrived } = await listenBefore();
  const answer = await send(port, { method, path: wanted, body: '' });
  expect(answer).toMatchObject({ status: 404, text: '' });
  expect(arrived).toEqual([]);
});

test.each([true, false])('a body that is too long is refused (length told: %s)', async (told) => {
  const { port, arrived } = await listenBefore(undefined, { mostBytes: 1_000 });
  const body = 'x'.repeat(1_001);
  const headers = told ? {} : { 'transfer-encoding': 'chunked' };
  expect((await send(port, { body, headers })).status).toBe(413);
  expect(arrived).toEqual([]);
  expect((await send(port, { body: 'x'.repeat(1_000) })).status).toBe(204);
});

test('while the app is down its sender is told to come again', async () => {
  const gone = await open(http.createServer());
  await new Promise((resolve) => opened.pop()?.close(resolve));
  const port = await open(createNoticeListener({ ...pems, target: `http://127.0.0.1:${gone}` }));
  expect((await send(port)).status).toBe(502);
});

test('an app that breaks off is a failure for the sender, never half an answer', async () => {
  const before = await listenBefore((response) => response.destroy());
  expect((await send(before.port)).status).toBe(502);
  const midway = await listenBefore((response) => {
    response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy());
  });
  await expect(send(midway.port)).rejects.toThrow();
});

test('an app that never answers is given up', async () => {
  const { port } = await listenBefore(() => undefined, { timesMs: { answer: 50 } });
  expect((await send(port)).status).toBe(504);
});

test('nobody trusts the certificate who was not given the authority', async () => {
  const { port } = await listenBefore();
  await expect(send(port, { ca: undefined })).rejects.toThrow(/certificate/i);
});
