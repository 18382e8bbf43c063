import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freePort, readPort, requireFreePort } from '@/scripts/lib/free-port.mjs';

const server = createServer();
afterEach(() => server.close());

async function takenPort(host: string): Promise<number> {
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

test.each(['127.0.0.1', '0.0.0.0', '::'])(
  'a port taken on %s is refused with the remedy',
  async (host) => {
    const port = await takenPort(host);
    await expect(requireFreePort(port)).rejects.toThrow(
      new RegExp(`Port ${port} is taken.*PORT=${port + 1} npm start`),
    );
  },
);

test('the wanted port is kept where it is free and replaced where it is not', async () => {
  const taken = await takenPort('127.0.0.1');
  const other = await freePort(taken);
  expect(other).not.toBe(taken);
  expect(await freePort(other)).toBe(other);
});

test('PORT is 3000 unless set', () => {
  expect([undefined, '', '8080'].map(readPort)).toEqual([3000, 3000, 8080]);
});

test.each(['0', '65536', '80a', '-1', '3e3', ' 80'])('PORT=%s is refused', (text) => {
  expect(() => readPort(text)).toThrow(/is not a port/);
});
