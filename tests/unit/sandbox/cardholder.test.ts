import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beijingStamp, type Fields, postForm } from '../../support/unionpay-merchant';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

async function openPage(changes: Fields = {}): Promise<{ fields: Fields; page: string }> {
  const fields = bench.merchant.consume(changes);
  const response = await bench.merchant.front(fields);
  return { fields, page: new URL(response.headers.get('location') ?? '', bench.origin).href };
}

const read = async (url: string) => (await fetch(url)).text();

test('the right code pays, and the way back carries the signed front notice byte for byte', async () => {
  const { fields, page } = await openPage();
  const posted = await postForm(page, { card: 'credit', code: '111111' });
  expect(posted.status).toBe(303);
  const result = await read(page);
  expect(result).toContain('支付成功');
  expect(result).toContain('method="post" action="http://shop.test/return?token=a&amp;lang=zh"');
  const front = Object.fromEntries(
    [...result.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map((match) => [
      match[1],
      (match[2] ?? '').replaceAll('&#13;', '\r').replaceAll('&#10;', '\n'),
    ]),
  );
  expect(bench.merchant.isAuthentic(front)).toBe(true);
  expect(front).toMatchObject({ respMsg: 'success', exchangeRate: '0', orderId: fields.orderId });
});

test('a wrong code may be corrected; five wrong ones fail the payment (71)', async () => {
  const { fields, page } = await openPage();
  for (let times = 1; times <= 4; times += 1) {
    const wrong = await postForm(page, { card: 'debit', code: '000000' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('role="alert"');
  }
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('05');
  expect((await postForm(page, { card: 'debit', code: '000000' })).status).toBe(303);
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('71');
  await postForm(page, { card: 'debit', code: '111111' });
  expect((await bench.order(fields.orderId)).state).toBe('failed');
});

test('the two failing codes fail the payment at once, the empty card for lack of money', async () => {
  const { fields: failing, page } = await openPage();
  await postForm(page, { card: 'debit', code: '123456' });
  expect((await bench.merchant.ask(failing)).origRespCode).toBe('71');
  const { fields: empty, page: second } = await openPage();
  await postForm(second, { card: 'empty', code: '111111' });
  expect((await bench.merchant.ask(empty)).origRespCode).toBe('64');
});

test('a cancelled payment has definitely failed and leads back without data', async () => {
  const { fields, page } = await openPage({ frontFailUrl: 'http://shop.test/failed' });
  await postForm(`${page}/cancel`, {});
  const result = await read(page);
  expect(result).toContain('已取消支付');
  expect(result).toContain('href="http://shop.test/failed"');
  expect(result).not.toContain('type="hidden"');
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('30');
  await postForm(page, { card: 'debit', code: '111111' });
  expect((await bench.order(fields.orderId)).state).toBe('failed');
});

test('paying twice, or cancelling after paying, changes nothing', async () => {
  const { fields, page } = await openPage();
  const pay = () => postForm(page, { card: 'debit', code: '111111' });
  await Promise.all([pay(), pay(), pay()]);
  await postForm(`${page}/cancel`, {});
  expect(await bench.order(fields.orderId)).toMatchObject({ state: 'succeeded' });
  await bench.noticesEnded(fields.orderId);
  expect(bench.receiver.about(fields.orderId)).toHaveLength(1);
});

test('two confirmations whose bodies come after each other began settle the payment once', async () => {
  const { fields, page } = await openPage();
  const body = 'card=debit&code=111111';
  const begun = [1, 2].map(() => {
    const posting = request(page, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
      },
    });
    posting.flushHeaders();
    return posting;
  });
  await expect.poll(async () => (await fetch(`${bench.origin}/health`)).status).toBe(200);
  for (const posting of begun) {
    const [response] = await Promise.all([once(posting, 'response'), posting.end(body)]);
    expect(response[0].statusCode).toBe(303);
    response[0].resume();
    expect((await bench.merchant.ask(fields)).origRespCode).toBe('00');
  }
  await bench.noticesEnded(fields.orderId);
  expect(bench.receiver.about(fields.orderId)).toHaveLength(1);
});

test('the page offers payment until payTimeout and not after', async () => {
  const { page } = await openPage({ payTimeout: beijingStamp(3_000) });
  expect(await read(page)).toContain('确认支付');
  await expect.poll(() => read(page), { timeout: 10_000 }).toContain('已超过支付截止时间');
});

test('scripted: the browser never comes back, though the payment was made', async () => {
  await bench.script({ amount: '2001' }, { lose: 'reply' });
  const { fields, page } = await openPage({ txnAmt: '2001' });
  await postForm(page, { card: 'debit', code: '111111' });
  const result = await read(page);
  expect(result).toContain('支付成功');
  expect(result).not.toContain('shop.test');
  await bench.notices(fields.orderId, 1);
});

test('scripted: the success page goes back by itself, with a button where there is no script', async () => {
  await bench.script({ amount: '2002' }, { autoReturn: true });
  const { page } = await openPage({ txnAmt: '2002' });
  await postForm(page, { card: 'debit', code: '111111' });
  const result = await read(page);
  expect(result).toContain('src="/auto-return.js"');
  expect(result).toContain('返回商户</button>');
  expect(await read(`${bench.origin}/auto-return.js`)).toContain("getElementById('front-return')");
});

test('what the merchant wrote is shown as text, never as markup', async () => {
  const { page } = await openPage({ orderDesc: '<img src=x onerror=1>' });
  expect(await read(page)).toContain('&lt;img src=x onerror=1&gt;');
});

test('every page is complete in English, too', async () => {
  const { page } = await openPage({ orderDesc: 'Shirt' });
  await bench.call('POST', '/script', { match: { any: true }, behaviour: {} });
  const paid = await openPage();
  await postForm(paid.page, { card: 'debit', code: '111111' });
  const pages = [
    page,
    paid.page,
    ...['/', '/control', '/handset'].map((path) => bench.origin + path),
  ];
  for (const url of pages) {
    const text = (await read(`${url}?lang=en`)).replace(
      /<(\w+)[^>]*lang="zh-CN"[^>]*>.*?<\/\1>/g,
      '',
    );
    expect(text).toContain('TEST ENVIRONMENT');
    expect(text.replaceAll('测试商户', '').match(/[\u4e00-\u9fff]+/g)).toBeNull();
  }
});
