import { expect, inject, test } from 'vitest';
import { seedOrder } from '@/tests/support/factories/orders';

const { origin } = inject('stack');

/** Where a browser that a channel sends back without any data is led. */
async function comeBack(cookie?: string, from = 'unionpay/return'): Promise<string | null> {
  const response = await fetch(`${origin}/api/channels/${from}`, {
    redirect: 'manual',
    headers: cookie ? { cookie } : {},
  });
  expect(response.status).toBe(303);
  return response.headers.get('location');
}

test('who comes back without a word finds the order that this browser was paying', async () => {
  const { payToken } = await seedOrder();
  const page = await fetch(`${origin}/pay/${payToken}`);
  const cookie = page.headers.getSetCookie().find((one) => one.startsWith('last_cashier='));
  expect(cookie).toMatch(/; Path=\/api\/channels;.*HttpOnly; SameSite=lax/i);
  for (const from of ['unionpay/return', 'carrier/return', 'carrier/return?status=x']) {
    expect(await comeBack(cookie?.split(';')[0], from)).toBe(`/pay/${payToken}/result`);
  }
});

test('asking for the status in the background remembers nothing', async () => {
  const { payToken } = await seedOrder();
  const status = await fetch(`${origin}/pay/${payToken}/status`);
  expect(status.headers.getSetCookie()).toEqual([]);
});

test('nobody’s browser, or one that remembers no order, finds the front door', async () => {
  expect(await comeBack()).toBe('/');
  expect(await comeBack('last_cashier=..%2F..%2Foffice')).toBe('/');
  expect(await comeBack('last_cashier=//evil.example')).toBe('/');
});
