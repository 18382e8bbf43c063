import { NextRequest } from 'next/server';
import { expect, test, vi } from 'vitest';
import { proxy } from '@/proxy';

vi.mock('@/lib/core/env', () => ({
  env: () => ({
    ...{ APP_ORIGIN: 'https://pay.example', CASHIER_ENV: 'development', LOG_LEVEL: 'silent' },
  }),
}));
vi.mock('@/lib/channels/registry', () => ({ formOrigins: () => [] }));

const PAGE = `https://pay.example/pay/${'t'.repeat(43)}`;
const KNOWN = 'd'.repeat(22);

const ask = async (address: string, headers: Record<string, string> = {}) => {
  const response = await proxy(new NextRequest(address, { headers }));
  return {
    given: response.cookies.get('__Host-cashier_device'),
    // What the page itself is asked with.
    asked: response.headers.get('x-middleware-request-cookie') ?? '',
  };
};

test('the page of an order brings the browser its name, and knows it by that at once: a press whose answer is lost has it already', async () => {
  const { given, asked } = await ask(PAGE);
  expect(given).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
  expect(given?.value).toMatch(/^[\w-]{22}$/);
  expect(asked).toContain(`__Host-cashier_device=${given?.value}`);
});

test('a browser that has a name keeps it, and what a page asks in the background brings none', async () => {
  const known = await ask(PAGE, { cookie: `__Host-cashier_device=${KNOWN}` });
  expect(known.given).toBeUndefined();
  expect(known.asked).toContain(`__Host-cashier_device=${KNOWN}`);
  for (const background of ['status', 'events']) {
    expect((await ask(`${PAGE}/${background}`)).given).toBeUndefined();
  }
});

test('a page of the console is told what it was asked for, whatever the browser says that was', async () => {
  const address = 'https://pay.example/merchant/orders?state=paid&from=2026-11-01';
  const request = new NextRequest(address, { headers: { 'x-asked-address': '/merchant/keys' } });
  const response = await proxy(request);
  expect(response.headers.get('x-middleware-request-x-asked-address')).toBe(
    '/merchant/orders?state=paid&from=2026-11-01',
  );
});

test.each(['pay/%ff', 'receipt/%ff/x', 'merchant/orders/%E0%A4', 'office/%', 'pay/%ff?lang=en'])(
  'an address whose escapes are no text (%s) is one where no page is, and brings no cookie',
  async (address) => {
    const response = await proxy(new NextRequest(`https://pay.example/${address}`));
    expect(response.headers.get('x-middleware-rewrite')).toBe('https://pay.example/no-page');
    expect(response.headers.get('content-security-policy')).toContain("'nonce-");
    expect(response.headers.get('set-cookie')).toBeNull();
  },
);

test('below the merchant API it is answered as an unknown path, and an escape that is text passes', async () => {
  const refused = await proxy(new NextRequest('https://pay.example/api/v1/orders/%ff'));
  expect([refused.status, (await refused.json()).code]).toEqual([404, 'path_unknown']);
  const passes = await proxy(new NextRequest('https://pay.example/docs/%E5%8D%A1'));
  expect(passes.headers.get('x-middleware-next')).toBe('1');
});

test('a name from before the cookie had a prefix is kept, under the present one', async () => {
  const { given, asked } = await ask(PAGE, { cookie: `cashier_device=${KNOWN}` });
  expect(given?.value).toBe(KNOWN);
  expect(asked).toContain(`__Host-cashier_device=${KNOWN}`);
});

test('a name that is none is replaced', async () => {
  const { given } = await ask(PAGE, { cookie: '__Host-cashier_device=no name' });
  expect(given?.value).toMatch(/^[\w-]{22}$/);
});
