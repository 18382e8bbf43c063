import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from '@/scripts/lib/paths.mjs';

const run = promisify(execFile);

/** Makes a server as Next does, in a process of its own, and says what comes of it. */
async function inProcess(script: string, env: Record<string, string> = {}): Promise<unknown> {
  const { stdout } = await run(
    process.execPath,
    ['--import', './scripts/lib/http-server.mjs', '-e', script],
    { cwd: ROOT, env: { ...process.env, ...env } },
  );
  return JSON.parse(stdout);
}

const LIMITS = `
  const { headersTimeout, requestTimeout, connectionsCheckingInterval } = require('http').createServer(() => {});
  console.log(JSON.stringify([headersTimeout, requestTimeout, connectionsCheckingInterval]));`;

test('the server that Next makes gives nobody longer than our limits; the environment decides', async () => {
  const ours = { HTTP_HEADERS_MS: '', HTTP_REQUEST_MS: '' };
  expect((await inProcess(LIMITS, ours)) as number[]).toEqual([20_000, 120_000, 5_000]);
  const quick = { HTTP_HEADERS_MS: '800', HTTP_REQUEST_MS: '1600' };
  expect(await inProcess(LIMITS, quick)).toEqual([800, 1_600, 200]);
  await expect(inProcess(LIMITS, { HTTP_HEADERS_MS: '2 s' })).rejects.toThrow('HTTP_HEADERS_MS');
});

test('only a 500 of a request whose database was away becomes a 503, beside others under way', async () => {
  const answers = await inProcess(`
    const outcomes = globalThis[Symbol.for('cashier.outcome')];
    const server = require('http').createServer(async (request, response) => {
      const [, kind, status] = request.url.split('/');
      await new Promise((resolve) => setImmediate(resolve));
      if (kind === 'away') outcomes.getStore().comeAgainSeconds = 2;
      response.statusCode = Number(status);
      if (status === '201') response.writeHead(201, { 'X-Given': 'yes' });
      response.end();
    });
    server.listen(0, async () => {
      const origin = 'http://127.0.0.1:' + server.address().port;
      const ask = async (path) => {
        const { status, headers } = await fetch(origin + path);
        return [path, status, headers.get('retry-after')];
      };
      const paths = ['/away/500', '/bug/500', '/away/200', '/away/201', '/away/404', '/bug/500'];
      console.log(JSON.stringify(await Promise.all(paths.map(ask))));
      process.exit(0);
    });`);
  expect(answers).toEqual([
    ['/away/500', 503, '2'],
    ['/bug/500', 500, null],
    ['/away/200', 200, null],
    ['/away/201', 201, null],
    ['/away/404', 404, null],
    ['/bug/500', 500, null],
  ]);
});
