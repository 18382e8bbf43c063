import { expect, inject, test } from 'vitest';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { linkFields } from '@/tests/support/factories/orders';

const { origin } = inject('stack');
const newKey = async () => {
  const { id: merchantId } = await seedMerchant();
  return { merchantId, ...(await createLinkKey({ merchantId })) };
};
const open = (fields: Record<string, string>) =>
  fetch(`${origin}/pay?${new URLSearchParams(fields)}`, { redirect: 'manual' });

test('a signed link leads to the order’s page, every time to the same', async () => {
  const fields = linkFields(await newKey());
  const first = await open(fields);
  expect(first.status).toBe(303);
  const target = new URL(first.headers.get('location') ?? '', origin);
  expect(target.origin).toBe(origin);
  expect(target.pathname).toMatch(/^\/pay\/[A-Za-z0-9_-]{43}$/);
  const again = await open(fields);
  expect(new URL(again.headers.get('location') ?? '', origin).href).toBe(target.href);
  expect((await fetch(target)).status).toBe(200);
});

test('a link that does not open says so with its status, and repeats nothing of what it was given', async () => {
  const key = await newKey();
  const fields = linkFields(key);
  const used = linkFields(key);
  await open(used);
  const past = String(Math.floor(Date.now() / 1000) - 1);
  const mark = 'zz-reflected-zz';
  const refused: [number, Record<string, string>][] = [
    [400, {}],
    [400, { ...fields, phone: mark }],
    [400, linkFields(key, { amount: '1e2' })],
    [403, { ...fields, subject: mark }],
    [403, { ...fields, amount: '1' }],
    [410, linkFields(key, { expires: past, subject: mark })],
    [409, linkFields(key, { order_no: used.order_no ?? '', amount: '1', subject: mark })],
    [422, linkFields(key, { return_url: 'https://evil.example/', subject: mark })],
  ];
  for (const [status, query] of refused) {
    const answer = await open(query);
    const page = await answer.text();
    expect({ status: answer.status, query }).toEqual({ status, query });
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(page).not.toContain(mark);
    expect(page).not.toContain('evil.example');
  }
});
