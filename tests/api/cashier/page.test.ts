import { expect, inject, test } from 'vitest';
import { env } from '@/lib/core/env';
import { seedOrder } from '@/tests/support/factories/orders';

const { origin } = inject('stack');

const newPage = async (): Promise<string> => `${origin}/pay/${(await seedOrder()).payToken}`;

test('an order’s page is kept by nobody, framed by nobody and found by no search engine', async () => {
  const { headers } = await fetch(await newPage());
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('x-robots-tag')).toContain('noindex');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  expect(headers.has('cross-origin-opener-policy')).toBe(false);
  expect(headers.has('x-powered-by')).toBe(false);
  expect(headers.has('strict-transport-security')).toBe(false);
});

test('only scripts with this answer’s nonce run, and forms go only to us and to the channels', async () => {
  const url = await newPage();
  const [first, second] = [await fetch(url), await fetch(url)];
  const policies = [first, second].map(
    ({ headers }) => headers.get('content-security-policy') ?? '',
  );
  const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(policies[0]).toContain("frame-ancestors 'none'");
  expect(policies[0]).not.toContain("script-src 'self' 'unsafe-inline'");
  expect(/form-action ([^;]+)/.exec(policies[0] ?? '')?.[1]?.split(' ')).toEqual(
    expect.arrayContaining(["'self'", env().UNIONPAY_GATEWAY_ORIGIN]),
  );
  const scripts = [...(await first.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonces[0]}"`))).toEqual([]);
});

test('the other pages have their own policy and are not framed either', async () => {
  const { headers } = await fetch(`${origin}/`);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('an address that nobody was given is a 404 with a page, and so is its status', async () => {
  const unknown = `${origin}/pay/${'x'.repeat(43)}`;
  for (const path of ['', '/result', '/go']) {
    const response = await fetch(`${unknown}${path}`, { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no such order');
  }
  expect((await fetch(`${unknown}/status`)).status).toBe(404);
});

test('an order’s status is its version, which says nothing else', async () => {
  const url = `${await newPage()}/status`;
  const response = await fetch(url);
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(response.headers.getSetCookie()).toEqual([]);
  const status = await response.json();
  expect(status).toEqual({ version: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(await (await fetch(url)).json()).toEqual(status);
});

test('the page is in the language that the browser asks for, and Chinese otherwise', async () => {
  const url = await newPage();
  const lang = async (headers: Record<string, string>) =>
    /<html lang="([^"]+)"/.exec(await (await fetch(url, { headers })).text())?.[1];
  expect(await lang({ 'accept-language': 'en-GB,en;q=0.9' })).toBe('en');
  expect(await lang({ 'accept-language': 'zh-TW' })).toBe('zh-CN');
  expect(await lang({ 'accept-language': 'en', cookie: 'locale=zh-CN' })).toBe('zh-CN');
});
