import { describe, expect, inject, test, vi } from 'vitest';
import { readOrder } from '@/lib/orders/read-order';
import { startPayment } from '@/lib/payments/start-payment';
import { selectLiveAttempt } from '@/lib/payments/store';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { PHONE } from '@/tests/support/hosts';
import { SOON } from '@/tests/support/soon';

const stack = inject('stack');
const NOTIFY = `${stack.origin}/api/channels/unionpay/notify`;
const RETURN = `${stack.origin}/api/channels/unionpay/return`;
type Fields = Record<string, string>;

/** An order whose payer stands at the simulator's payment page. */
async function payerAtGateway(behaviour: Record<string, unknown> = {}) {
  const { order } = await makePayableOrder();
  const actor = { userId: null };
  await startPayment({ token: order.payToken, method: 'quickpass', host: PHONE, actor });
  const attempt = await selectLiveAttempt(order.id);
  const step = attempt?.nextStep;
  if (step?.type !== 'post-form') throw new Error('the payer was not sent to the gateway');
  const { channelOrderNo } = attempt ?? {};
  await control('script', { match: { orderId: channelOrderNo }, behaviour });
  await send(step.url, step.fields);
  return { order, channelOrderNo: String(channelOrderNo) };
}

async function control(path: string, body: unknown = {}) {
  const response = await fetch(`${stack.sandboxOrigin}/control/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
  return (await response.json()) as { order: { frontReturn?: { url: string; fields: Fields } } };
}

const payerPays = (channelOrderNo: string) => control(`orders/${channelOrderNo}/pay`);
const send = (url: string, fields: Fields) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const stateOf = async (orderId: string) => (await readOrder(orderId)).state;

describe('notices', () => {
  test('the channel’s notice pays the order, without a browser coming back', async () => {
    const { order, channelOrderNo } = await payerAtGateway({ noticeCopies: 3 });
    await payerPays(channelOrderNo);
    await vi.waitFor(async () => expect(await stateOf(order.id)).toBe('paid'), SOON);
  });

  test('a notice whose signature is wrong is refused and pays nothing', async () => {
    // Nor does the channel say so when the worker asks it meanwhile: this notice alone could pay.
    const { order, channelOrderNo } = await payerAtGateway({ notice: 'none', queryAnswer: '05' });
    const { order: paid } = await payerPays(channelOrderNo);
    const fields = { ...paid.frontReturn?.fields, txnAmt: '1' };
    const answer = await send(NOTIFY, fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('notice_not_authentic');
    expect(await stateOf(order.id)).toBe('open');
  });

  test('an authentic notice is acknowledged, as often as it comes', async () => {
    const { channelOrderNo } = await payerAtGateway({ notice: 'none' });
    const { order: paid } = await payerPays(channelOrderNo);
    const fields = paid.frontReturn?.fields ?? {};
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(NOTIFY, fields)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await answers[0]?.text()).toBe('ok');
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
  });

  test('a body over 64 kB is refused, also where its length is not said', async () => {
    const body = 'a='.padEnd(65_537, 'x');
    expect((await fetch(NOTIFY, { method: 'POST', body })).status).toBe(413);
    const stream = new Blob([body]).stream();
    const init = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
    expect((await fetch(NOTIFY, init)).status).toBe(413);
  });

  test('notices are posted, and only for channels there are', async () => {
    expect((await fetch(NOTIFY)).status).toBe(405);
    const elsewhere = NOTIFY.replace('unionpay', 'nosuch');
    expect((await send(elsewhere, { a: 'b' })).status).toBe(404);
  });
});

describe('the payer’s browser coming back', () => {
  test('an authentic return leads to its own page, and the channel’s answer decides', async () => {
    const { order, channelOrderNo } = await payerAtGateway({ notice: 'none' });
    const { order: paid } = await payerPays(channelOrderNo);
    const { url = '', fields = {} } = paid.frontReturn ?? {};
    expect(url).toBe(RETURN);
    // From another site, so without any cookie.
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      headers: { origin: stack.sandboxOrigin, 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/pay/${order.payToken}/result`);
    await vi.waitFor(async () => expect(await stateOf(order.id)).toBe('paid'), SOON);
  });

  test.each([
    ['a changed one', 'POST', { respCode: '00', orderId: 'x'.repeat(20), signature: 'AAAA' }],
    [
      'one with an address in it',
      'POST',
      { returnUrl: '//evil.example', url: 'https://evil.example' },
    ],
    ['an empty one', 'POST', {}],
    ['one by GET without anything', 'GET', {}],
    ['one by GET with something', 'GET', { orderId: 'x'.repeat(20), next: '//evil.example' }],
  ])('%s leads to the front door and nowhere else', async (_title, method, fields) => {
    const query = new URLSearchParams(fields as Fields);
    const answer = await fetch(method === 'GET' ? `${RETURN}?${query}` : RETURN, {
      method,
      redirect: 'manual',
      ...(method === 'POST' ? { body: query } : {}),
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
  });

  test('not even a monstrous return ends in an error', async () => {
    const body = 'x'.repeat(100_000);
    const answer = await fetch(RETURN, { method: 'POST', body, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const nosuch = await send(RETURN.replace('unionpay', 'nosuch'), {});
    expect([nosuch.status, nosuch.headers.get('location')]).toEqual([303, '/']);
  });
});
