import { expect, inject, test } from 'vitest';
import { readOrder } from '@/lib/orders/read-order';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { postPayForm } from '@/tests/support/pay-form';

const { origin } = inject('stack');

const byBalance = { method: 'balance', paymentPassword: PASSWORD };

test('the form pays without JavaScript', async () => {
  const { order } = await makePayableOrder();
  const url = `${origin}/pay/${order.payToken}`;
  const response = await postPayForm(url, byBalance, { origin });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toContain(`/pay/${order.payToken}/result`);
  expect((await readOrder(order.id)).state).toBe('paid');
});

test.each([
  ['from another site', { origin, 'sec-fetch-site': 'cross-site' }],
  ['from a neighbour of our site', { origin, 'sec-fetch-site': 'same-site' }],
  ['without a word about where it comes from', {}],
])('a form %s pays nothing', async (_name, headers: Record<string, string>) => {
  const { order } = await makePayableOrder();
  const response = await postPayForm(`${origin}/pay/${order.payToken}`, byBalance, headers);
  expect(await response.text()).toContain('请求来源不可信');
  expect((await readOrder(order.id)).state).toBe('open');
});

test('nothing that was typed comes back', async () => {
  const { order } = await makePayableOrder();
  const url = `${origin}/pay/${order.payToken}`;
  const wrong = await postPayForm(url, { ...byBalance, paymentPassword: '864209' }, { origin });
  const html = await wrong.text();
  expect(html).toContain('支付密码不对，还可再试 4 次');
  expect(html).not.toContain('864209');
});
