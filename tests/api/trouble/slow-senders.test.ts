import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type AnotherApp, startAnotherApp } from '@/tests/support/another-app';
import { seedOrder } from '@/tests/support/factories/orders';
import { holdOpen } from '@/tests/support/slow-connection';

const { env } = inject('stack');
/** In production minutes and seconds; what is cut off is the same. */
const QUICKLY = { HTTP_HEADERS_MS: '800', HTTP_REQUEST_MS: '1600' };
const DRIP_MS = 40;

let app: AnotherApp;
beforeAll(async () => {
  app = await startAnotherApp('slow-senders', { ...env, ...QUICKLY });
});
afterAll(() => app.stop());

const HEADERS = 'Host: localhost\r\nContent-Type: application/json\r\n';
const SLOW: [string, string, string][] = [
  [
    'sends its headers letter by letter',
    'POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\n',
    'x',
  ],
  ['says nothing at all', '', ''],
  [
    'sends a body letter by letter',
    `POST /api/v1/orders HTTP/1.1\r\n${HEADERS}Content-Length: 60000\r\n\r\n{`,
    ' ',
  ],
  [
    'sends a body that has no end',
    `POST /api/v1/orders HTTP/1.1\r\n${HEADERS}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    '1\r\n \r\n',
  ],
];

/** Goes on as slowly for as long as the other side lets it. */
function drip(socket: Socket, bit: string): Promise<void> {
  const timer = setInterval(() => bit && socket.write(bit), DRIP_MS);
  socket.resume();
  return new Promise((resolve) => {
    socket.on('close', () => {
      clearInterval(timer);
      resolve();
    });
  });
}

test.each(SLOW)('who %s is cut off, and others are served meanwhile', async (_, head, bit) => {
  const { payToken } = await seedOrder();
  const slow = await Promise.all(Array.from({ length: 20 }, () => holdOpen(app.origin, head)));
  let served = 0;
  const ended = Promise.all(slow.map((socket) => drip(socket, bit)));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    const page = await fetch(`${app.origin}/pay/${payToken}`);
    expect(page.status).toBe(200);
    await page.text();
    served += 1;
  }
  await ended;
  expect(served).toBeGreaterThan(0);
});
