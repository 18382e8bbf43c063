import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/(cashier)/pay/[token]/events/route';

vi.mock('@/lib/payments/find-order-mark', () => ({
  findOrderMark: () => Promise.reject(new Error('no database')),
}));

const { report } = vi.hoisted(() => ({ report: vi.fn() }));
vi.mock('@/app/_server/report', () => ({ report }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a page whose order cannot be read is sent away to ask, and leaves no timer behind', async () => {
  const request = new Request('http://localhost/pay/x/events');
  const { status, body } = await GET(request, { params: Promise.resolve({ token: 'x' }) });
  expect([status, body]).toEqual([503, null]);
  expect(vi.getTimerCount()).toBe(0);
  expect(report).toHaveBeenCalledOnce();
});
