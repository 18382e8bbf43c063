import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, inject, test } from 'vitest';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { setSigningTerms } from '@/lib/merchants/set-signing-terms';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { memberWithCode } from '@/tests/support/make-member';

const { origin } = inject('stack');
const run = promisify(execFile);

let shop: ApiClient;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  shop = await newApiClient(origin);
  const key = await createLinkKey({ merchantId: shop.merchant.id });
  env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    CASHIER_ORIGIN: origin,
    CASHIER_API_KEY: shop.secret,
    CASHIER_MERCHANT: shop.merchant.id,
    CASHIER_KEY_ID: key.id,
    CASHIER_LINK_SECRET: key.secret,
  };
});

/** What the example prints, run as a merchant would. */
const printed = async (name: string, ...args: string[]): Promise<string> => {
  const file = `lib/sdk/examples/node/${name}.mjs`;
  return (await run(process.execPath, [file, ...args], { env })).stdout.trim();
};
const here = (address: string) => address.replace(/^https?:\/\/[^/]+/, origin);
const orderNumbered = async (number: string) => {
  const answer = await shop.get(`/api/v1/orders?merchant_order_no=${number}`);
  return (await answer.json()).orders[0];
};
const openLink = async (address: string) => {
  const { status, headers } = await fetch(address, { redirect: 'manual' });
  expect(status).toBe(303);
  expect((await fetch(new URL(headers.get('location') ?? '', origin))).status).toBe(200);
};

test('1 a signed link, without a call, opens its order’s page', async () => {
  await openLink(await printed('signed-link', 'EX-1'));
  expect(await orderNumbered('EX-1')).toMatchObject({ amount: 6_800, state: 'open' });
});

test('2 one call makes an order whose page opens', async () => {
  const address = await printed('one-call', 'EX-2');
  expect((await fetch(here(address))).status).toBe(200);
  expect(await orderNumbered('EX-2')).toMatchObject({ amount: 6_800, state: 'open' });
});

test('3 a payment link opens its page', async () => {
  const page = await fetch(here(await printed('payment-link')));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('会员年费');
});

test('4 the button is a plain form whose fields open the order’s page', async () => {
  const html = await printed('button', 'EX-4');
  expect(html).not.toMatch(/<script|\son\w+=/i);
  const action = /<form method="get" action="([^"]+)"/.exec(html)?.[1] ?? '';
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  const fields = [...inputs].map(([, name = '', value = '']): [string, string] => [
    name,
    value.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  ]);
  await openLink(`${action}?${new URLSearchParams(fields)}`);
  expect(await orderNumbered('EX-4')).toMatchObject({ subject: '亚麻衬衫 & 腰带' });
});

test('a merchant that asks for signed calls is served by the signed example, and refused without', async () => {
  const { by, code } = await memberWithCode({ merchantId: shop.merchant.id });
  const terms = { signedRequests: true, sm2Notices: false };
  await setSigningTerms({ by, code, terms });
  const refused = await shop.get('/api/v1/orders');
  expect([refused.status, (await refused.json()).code]).toEqual([401, 'request_signature_missing']);
  const address = await printed('signed-call', 'EX-5');
  expect((await fetch(here(address))).status).toBe(200);
});
