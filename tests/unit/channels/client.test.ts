import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { postForm } from '@/lib/channels/unionpay/client';
import { type LocalGateway, readFormOf, startLocalGateway } from '@/tests/support/local-gateway';

let gateway: LocalGateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  gateway = await startLocalGateway(listener);
  return `${gateway.origin}/gateway/api/queryTrans.do`;
}

test('a form goes out url-encoded in UTF-8 and the bytes of the answer come back', async () => {
  const received: unknown[] = [];
  const url = await serve(async (request, response) => {
    received.push(request.method, request.headers['content-type'], await readFormOf(request));
    response.end('respMsg=成功');
  });
  const fields = { orderDesc: '中文 &=+%', signPubKeyCert: 'a\r\nb' };
  const reply = await postForm(url, fields, 1_000);
  expect(reply).toEqual({ kind: 'answered', body: Buffer.from('respMsg=成功') });
  expect(received).toEqual(['POST', 'application/x-www-form-urlencoded;charset=UTF-8', fields]);
});

test('a port where nobody listens means not sent', async () => {
  const url = await serve((_request, response) => response.end());
  await gateway?.close();
  for (const address of [url, url.replace('127.0.0.1', 'localhost')]) {
    expect(await postForm(address, {}, 1_000)).toMatchObject({ kind: 'not_sent' });
  }
});

test('a name that does not exist means not sent', async () => {
  const reply = await postForm('http://gateway.invalid/', {}, 5_000);
  expect(reply).toMatchObject({ kind: 'not_sent' });
});

test('a connection dropped after the request is lost, not unsent', async () => {
  const url = await serve((request) => {
    request.resume().on('end', () => request.socket.destroy());
  });
  expect(await postForm(url, { a: '1' }, 1_000)).toMatchObject({
    kind: 'lost',
    cause: 'transport',
  });
});

test('a connection reset after the request is lost, not unsent', async () => {
  const url = await serve((request) => {
    request.resume().on('end', () => request.socket.resetAndDestroy());
  });
  expect(await postForm(url, { a: '1' }, 1_000)).toMatchObject({
    kind: 'lost',
    cause: 'transport',
  });
});

test('an answer cut off in the middle is lost', async () => {
  const url = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('respCode=00', () => request.socket.destroy());
  });
  expect(await postForm(url, {}, 1_000)).toMatchObject({ kind: 'lost', cause: 'transport' });
});

test('silence before the answer and inside it are time-outs', async () => {
  const silent = await serve(() => undefined);
  expect(await postForm(silent, {}, 100)).toMatchObject({ kind: 'lost', cause: 'timeout' });
  await gateway?.close();
  const stuck = await serve((_request, response) => {
    response.writeHead(200).write('respCode=00');
  });
  expect(await postForm(stuck, {}, 100)).toMatchObject({ kind: 'lost', cause: 'timeout' });
});

test.each([201, 302, 400, 404, 500, 502])(
  'HTTP %i is no answer, whatever it says',
  async (status) => {
    const url = await serve((_request, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end('respCode=00');
    });
    const detail = `HTTP ${status}`;
    expect(await postForm(url, {}, 1_000)).toEqual({ kind: 'lost', cause: 'unreadable', detail });
  },
);

test('an answer over 256 kB is refused, one of 256 kB is read', async () => {
  let size = 256 * 1024;
  const url = await serve((_request, response) => {
    response.end(Buffer.alloc(size, 'a'));
  });
  expect(await postForm(url, {}, 1_000)).toMatchObject({ kind: 'answered' });
  size += 1;
  expect(await postForm(url, {}, 1_000)).toMatchObject({ kind: 'lost', cause: 'unreadable' });
});
