import { expect, inject, test } from 'vitest';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { linkFields } from '@/tests/support/factories/orders';

const { origin } = inject('stack');

const open = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${origin}/pay?${new URLSearchParams(fields)}`, { redirect: 'manual', headers });

async function newKey() {
  const { id: merchantId } = await seedMerchant();
  return { merchantId, ...(await createLinkKey({ merchantId })) };
}

test('a signed link leads to its order’s page, the same every time', async () => {
  const fields = linkFields(await newKey());
  const first = await open(fields);
  expect(first.status).toBe(303);
  expect(first.headers.get('location')).toMatch(/^\/pay\/[\w-]{43}$/);
  expect(first.headers.get('cache-control')).toBe('no-store');
  const again = await open(fields);
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  const page = await fetch(new URL(first.headers.get('location') ?? '', origin));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('游戏金币 60 枚');
});

test('a language asked for in the link is remembered and is no part of what was signed', async () => {
  const response = await open({ ...linkFields(await newKey()), lang: 'en' });
  expect(response.headers.get('set-cookie')).toMatch(/^locale=en;/);
  const cookie = 'locale=en';
  const location = new URL(response.headers.get('location') ?? '', origin);
  expect(location.searchParams.has('lang')).toBe(false);
  const next = await fetch(location, { redirect: 'manual', headers: { cookie } });
  expect(next.status).toBe(303);
  const page = await fetch(new URL(next.headers.get('location') ?? '', origin), {
    headers: { cookie, 'accept-language': 'zh-CN' },
  });
  expect(await page.text()).toContain('<html lang="en"');
});

const REFUSED: [
  string,
  number,
  string,
  (fields: Record<string, string>) => Record<string, string>,
][] = [
  ['a missing field', 400, 'link_invalid', ({ amount: _, ...rest }) => rest],
  ['another amount', 403, 'link_signature_invalid', (fields) => ({ ...fields, amount: '1' })],
  [
    'markup for a subject',
    403,
    'link_signature_invalid',
    (fields) => ({ ...fields, subject: '<b id=x>reflected</b>' }),
  ],
];

test.each(REFUSED)(
  '%s is answered with %i and a page that repeats nothing',
  async (_name, status, code, change) => {
    const response = await open(change(linkFields(await newKey())), { 'accept-language': 'en' });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain(code);
    expect(html).not.toContain('reflected');
    expect(html).not.toContain('游戏金币');
  },
);

test('an expired link is gone, in the shopper’s language', async () => {
  const response = await open(linkFields(await newKey(), { expires: '1700000000' }), {
    'accept-language': 'zh-CN',
  });
  expect(response.status).toBe(410);
  expect(response.headers.get('content-language')).toBe('zh-CN');
  expect(await response.text()).toContain('支付链接已过期');
});
