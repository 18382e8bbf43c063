import { sign } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beijingStamp, type Fields, newOrderId, postForm } from '../../support/unionpay-merchant';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

async function refusal(fields: Fields): Promise<string | undefined> {
  const response = await bench.merchant.front(fields);
  expect(response.status).toBe(400);
  return /respCode=(\w\w)/.exec(await response.text())?.[1];
}

test('a signed front request leads the browser to a payment page', async () => {
  const fields = bench.merchant.consume({ orderDesc: '亚麻短袖衬衫' });
  const response = await bench.merchant.front(fields);
  expect(response.status).toBe(302);
  const page = await fetch(new URL(response.headers.get('location') ?? '', bench.origin));
  const text = await page.text();
  for (const seen of ['测试环境', '68.00', fields.orderId, '亚麻短袖衬衫', '111111']) {
    expect(text).toContain(seen);
  }
});

test('the identical request again shows the same page while it is unfinished', async () => {
  const fields = bench.merchant.consume();
  const first = await bench.merchant.front(fields);
  const again = await bench.merchant.front(fields);
  expect(again.status).toBe(302);
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
});

test('the same key with other content is a repeated transaction (12)', async () => {
  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  expect(await refusal({ ...fields, txnAmt: '1' })).toBe('12');
  expect((await bench.order(fields.orderId)).txnAmt).toBe('6800');
});

test('a finished order is a repeated transaction (12), even word for word', async () => {
  const { fields } = await bench.pay();
  expect(await refusal(fields)).toBe('12');
});

test('the same order number at another time is another order', async () => {
  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  const later = await bench.merchant.front({ ...fields, txnTime: beijingStamp(-60_000) });
  expect(later.status).toBe(302);
});

test.each<[string, (fields: Fields) => Fields]>([
  ['an unknown certificate number', (fields) => ({ ...fields, certId: '12345678' })],
  ['a field changed after signing', (f) => ({ ...bench.merchant.sign(f), txnAmt: '6801' })],
  ['a field added after signing', (f) => ({ ...bench.merchant.sign(f), reqReserved: 'x' })],
  ['a signature that is no base64', (fields) => ({ ...fields, signature: '!!' })],
  [
    'a signature over the text instead of its hex digest',
    (fields) => {
      const text = Object.keys(fields)
        .sort()
        .map((name) => `${name}=${fields[name]}`);
      const bytes = Buffer.from(text.join('&'));
      return { ...fields, signature: sign('sha256', bytes, bench.merchant.key).toString('base64') };
    },
  ],
])('%s fails verification (11) and leaves no order', async (_, change) => {
  const fields = bench.merchant.consume();
  expect(await refusal(change(fields))).toBe('11');
  expect((await bench.merchant.ask(fields)).respCode).toBe('34');
});

test('a blank field is accepted when it is signed as it was sent', async () => {
  const response = await bench.merchant.front(bench.merchant.consume({ acqInsCode: '' }));
  expect(response.status).toBe(302);
});

test.each([
  'signature',
  'certId',
  'merId',
  'orderId',
  'txnTime',
  'txnAmt',
  'currencyCode',
  'frontUrl',
  'backUrl',
])('a request without %s lacks an element (13)', async (name) => {
  const fields = bench.merchant.sign(bench.merchant.consume());
  const { [name]: _left, ...rest } = fields;
  expect(await refusal(name === 'signature' ? { ...rest, signature: '' } : rest)).toBe('13');
});

test.each<Fields>([
  { orderId: 'short12' },
  { orderId: 'with-dash-2026' },
  { orderId: 'x'.repeat(41) },
  { txnAmt: '0' },
  { txnAmt: '068' },
  { txnAmt: '68.00' },
  { txnAmt: '1e2' },
  { txnAmt: '６８' },
  { txnAmt: '1234567890123' },
  { currencyCode: '840' },
  { channelType: '05' },
  { accessType: '3' },
  { version: '5.0.0' },
  { encoding: 'GBK' },
  { signMethod: '11' },
  { frontUrl: 'http://shop.test/return#done' },
  { backUrl: '/notify' },
  { backUrl: 'ftp://shop.test/notify' },
  { backUrl: `http://shop.test/${'n'.repeat(250)}` },
  { txnTime: '20261320101010' },
  { payTimeout: 'soon' },
  { orderDesc: '长'.repeat(33) },
])('a badly formed field is a format error (10): %o', async (change) => {
  expect(await refusal(bench.merchant.consume(change))).toBe('10');
});

test('a txnTime that is not the present in Beijing is a format error (10)', async () => {
  const utc = beijingStamp(-8 * 3_600_000);
  expect(await refusal(bench.merchant.consume({ txnTime: utc }))).toBe('10');
  expect(await refusal(bench.merchant.consume({ txnTime: beijingStamp(3_600_000) }))).toBe('10');
});

test('another merchant, another product and a passed payTimeout are refused (31, 32, 69)', async () => {
  const { consume } = bench.merchant;
  expect(await refusal(consume({ merId: '777290058110097' }))).toBe('31');
  expect(await refusal(consume({ bizType: '000301' }))).toBe('32');
  expect(await refusal(consume({ payTimeout: beijingStamp(-1_000) }))).toBe('69');
});

test('a body that is no form of distinct fields gets a plain "Invalid request."', async () => {
  const url = `${bench.origin}/gateway/api/frontTransReq.do`;
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const body of ['', 'orderId=1&orderId=2', 'a=%E0%A4%A', 'nonsense']) {
    const response = await fetch(url, { method: 'POST', headers: type, body });
    expect(await response.text()).toBe('Invalid request.');
  }
  const json = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ orderId: newOrderId() }),
  });
  expect(await json.text()).toBe('Invalid request.');
  const long = await postForm(url, { orderId: 'x'.repeat(70_000) });
  expect(long.status).toBe(413);
});
