import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test, vi } from 'vitest';
import { listen } from '@/scripts/lib/listen.mjs';
import { readListenOptions } from '@/scripts/lib/listen-options.mjs';
import { startLocalGateway } from '@/tests/support/local-gateway';
import { SOON } from '@/tests/support/soon';
import { startWebhookReceiver } from '@/tests/support/webhook-receiver';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const event = (n: number) => ({
  ...{ id: `evt_${n}`, object_id: 'ord_1', type: 'order.paid', sequence: n },
  ...{ timestamp: `2026-11-26T06:30:0${n}.000Z`, data: { order_id: 'ord_1' } },
});

test('what happens from now on is posted on, in order, once, signed with the secret that was printed', async () => {
  const receiver = await startWebhookReceiver((n) => (n === 1 ? 500 : 204));
  // Newest first, as the API lists them; busy once.
  let events = [event(1)];
  let looks = 0;
  const api = await startLocalGateway((request, response) => {
    looks += 1;
    expect(request.headers.authorization).toBe('Bearer sk_test_1');
    if (looks === 2) return void response.writeHead(429, { 'retry-after': '0.01' }).end();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ events, next: null }));
  });
  closers.push(receiver.close, api.close);
  const args = [`--forward-to=${receiver.url}`, '--key', 'sk_test_1', '--api', api.origin];
  const options = readListenOptions(args, {});
  const lines: string[] = [];
  const stop = new AbortController();
  const how = { signal: stop.signal, say: (line: string) => lines.push(line), everyMs: 5 };
  const ended = listen(options, how).catch((error: unknown) => error);
  await vi.waitFor(() => expect(lines).toHaveLength(2), SOON);
  events = [event(3), event(2), event(1)];
  await vi.waitFor(() => expect(lines).toHaveLength(4), SOON);
  stop.abort();
  await ended;
  expect(lines[1]).toContain(options.secret);
  expect(lines.slice(2)).toEqual([
    expect.stringMatching(/order\.paid {2}evt_2 {2}→ {2}500/),
    expect.stringMatching(/order\.paid {2}evt_3 {2}→ {2}204/),
  ]);
  const bodies = receiver.received.map(({ body, headers }) =>
    new Webhook(options.secret).verify(body, headers),
  );
  expect(bodies).toMatchObject([{ sequence: 2 }, { sequence: 3 }]);
});

test('more than a page at once is fetched page by page, and each object’s events go out in their order', async () => {
  const receiver = await startWebhookReceiver();
  const known = event(0);
  // Newest first; written at one moment, so that only their numbers tell.
  const many = Array.from({ length: 150 }, (_, n) => ({
    ...{ id: `evt_${String(999 - n)}`, object_id: `ord_${n % 2}`, type: 'order.paid' },
    ...{ sequence: n + 1, timestamp: '2026-11-26T07:00:00.000Z', data: {} },
  }));
  let events: { id: string }[] = [known];
  const api = await startLocalGateway((request, response) => {
    const asked = new URL(String(request.url), 'http://x').searchParams;
    const from = events.findIndex(({ id }) => id === asked.get('starting_after')) + 1;
    const page = events.slice(from, from + Number(asked.get('limit')));
    const isLast = from + page.length >= events.length;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ events: page, next: isLast ? null : page.at(-1)?.id }));
  });
  closers.push(receiver.close, api.close);
  const args = [`--forward-to=${receiver.url}`, '--key', 'sk_test_1', '--api', api.origin];
  const stop = new AbortController();
  const lines: string[] = [];
  const how = { signal: stop.signal, say: (line: string) => lines.push(line), everyMs: 5 };
  const ended = listen(readListenOptions(args, {}), how).catch((error: unknown) => error);
  await vi.waitFor(() => expect(lines).toHaveLength(2), SOON);
  events = [...many, known];
  await vi.waitFor(() => expect(receiver.received).toHaveLength(150), SOON);
  stop.abort();
  await ended;
  const sequences = (parity: number) =>
    receiver.received
      .map(({ body }) => (JSON.parse(body) as { sequence: number }).sequence)
      .filter((sequence) => sequence % 2 === parity);
  for (const parity of [0, 1]) {
    expect(sequences(parity)).toEqual(sequences(parity).toSorted((a, b) => a - b));
  }
});

test('an unknown key ends it with what the API says', async () => {
  const api = await startLocalGateway((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ title: 'The API key is not valid' }));
  });
  closers.push(api.close);
  const args = ['--forward-to=http://127.0.0.1:9/', '--key', 'sk_test_1', '--api', api.origin];
  const how = { signal: new AbortController().signal, say: () => undefined };
  await expect(listen(readListenOptions(args, {}), how)).rejects.toThrow(
    'answered 401: The API key is not valid',
  );
});

test.each([
  [[], 'A test key is needed'],
  [['--key', 'sk_live_1', '--forward-to', 'http://localhost:4000'], 'Only test mode'],
  [['--key', 'sk_test_1'], 'Where to is missing'],
  [['--key', 'sk_test_1', '--forward-to', 'localhost:4000'], 'is no address'],
  [['--key', 'sk_test_1', '--forward-to', 'http://l/', '--secret', 'mine'], '--secret is none'],
  [['--port', '4000'], '--port is unknown'],
  [['--key'], '--key needs a value'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => readListenOptions(args, {})).toThrow(sentence);
});
