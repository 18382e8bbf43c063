import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { readBodyOf, startLocalGateway } from '@/tests/support/local-gateway';
import { startRoundRobin } from '@/tests/support/round-robin';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function app(listener: RequestListener): Promise<string> {
  const gateway = await startLocalGateway(listener);
  closers.push(gateway.close);
  return gateway.origin;
}
async function before(targets: string[], host?: string) {
  const proxy = await startRoundRobin({ host });
  closers.push(proxy.close);
  proxy.serve(targets);
  return proxy;
}
const named = (name: string) => app((_request, response) => response.end(name));
async function gone(): Promise<string> {
  const gateway = await startLocalGateway(() => undefined);
  await gateway.close();
  return gateway.origin;
}

test('each request goes to the next app, whole, and its answer comes back whole', async () => {
  const echo = (name: string) =>
    app(async (request, response) => {
      const { method, url, headers } = request;
      const body = (await readBodyOf(request)).toString();
      response.writeHead(201, { 'x-from': name, 'set-cookie': ['a=1', 'b=2'] });
      response.end([method, url, headers.host, headers['x-mine'], body].join(' '));
    });
  const proxy = await before([await echo('one'), await echo('two')], 'shop.example');
  const answers = [];
  for (let n = 0; n < 4; n += 1) {
    const headers = { 'x-mine': 'yes' };
    answers.push(await fetch(`${proxy.origin}/p?q=1`, { method: 'POST', body: 'paid', headers }));
  }
  expect(answers.map(({ headers }) => headers.get('x-from'))).toEqual(['one', 'two', 'one', 'two']);
  expect(answers[0]?.status).toBe(201);
  expect(answers[0]?.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await answers[0]?.text()).toBe('POST /p?q=1 shop.example yes paid');
  expect([...proxy.answered().values()]).toEqual([2, 2]);
});

test('where nobody listens the next app is asked, with the whole body; nowhere is 502', async () => {
  const echo = await app(async (request, response) => response.end(await readBodyOf(request)));
  const proxy = await before([await gone(), echo]);
  const body = 'x'.repeat(300_000);
  for (let n = 0; n < 2; n += 1) {
    expect(await (await fetch(proxy.origin, { method: 'POST', body })).text()).toBe(body);
  }
  proxy.serve([await gone()]);
  expect((await fetch(proxy.origin)).status).toBe(502);
  expect(proxy.brokenOff()).toBe(0);
});

test('what an app has been sent is never sent to another one, and the sender sees its answer break off', async () => {
  const dies = await app((request) => request.socket.destroy());
  const other = await named('other');
  const proxy = await before([dies, other]);
  await expect(fetch(proxy.origin)).rejects.toThrow();
  expect(proxy.brokenOff()).toBe(1);
  expect(proxy.answered().get(other)).toBeUndefined();
});

test('an answer that goes on comes through as it is said, and who leaves is gone at the app, too', async () => {
  let left: () => void = () => undefined;
  const leaving = new Promise<void>((resolve) => {
    left = resolve;
  });
  const stream = await app((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: 1\n\n');
    response.on('close', left);
  });
  const proxy = await before([stream]);
  const page = new AbortController();
  const { body } = await fetch(proxy.origin, { signal: page.signal });
  const { value } = (await body?.getReader().read()) ?? {};
  expect(Buffer.from(value ?? []).toString()).toBe('data: 1\n\n');
  page.abort();
  await leaving;
  expect(proxy.brokenOff()).toBe(0);
});
