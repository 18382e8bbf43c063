import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CarrierBench, FINE, phoneOf, someNo, startCarrierBench } from './start-carrier-bench';

const BACK = 'https://shop.example/return?order=1&x=2';
let rail: CarrierBench;
beforeAll(async () => {
  rail = await startCarrierBench();
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

/** A payment whose payer is on the carrier's page, and what the page says. */
async function openPage(phone = FINE, back = BACK) {
  const no = someNo();
  const { body } = await rail.prepare({ no, phone, channel: 'WAP' });
  expect(body.validationInfo.action).toBe('open');
  const url = new URL(body.validationInfo.validationURL);
  url.searchParams.set('back', back);
  url.searchParams.set('lang', 'zh');
  const send = async (part: string, fields: Record<string, string> = {}) => {
    const to = new URL(url);
    to.pathname += part;
    const response = await fetch(to, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: response.status, text: await response.text() };
  };
  return {
    id: body.paymentId as string,
    no,
    url,
    read: async () => (await fetch(url)).text(),
    getCode: () => send('/code'),
    enter: (code: string) => send('', { code }),
    cancel: () => send('/cancel'),
  };
}

test('the page shows the bill with a masked number, and agreeing there leaves the confirming to us', async () => {
  const page = await openPage();
  const first = await page.read();
  for (const shown of ['中国移动', '138****1234', '6.00', '600 金币', '云端游戏']) {
    expect(first).toContain(shown);
  }
  expect(first.replace(/\/handset\?phone=\d+/, '')).not.toContain(FINE);
  expect((await page.enter('123456')).status).toBe(422);
  const sent = await page.getCode();
  expect(sent.status).toBe(200);
  expect(sent.text).toContain('验证码已发送到 138****1234');
  const code = await rail.code();
  // It is typed in here: the cashier's page must not be offered it.
  expect((await rail.texts())[0]).not.toContain(`#${code}`);
  const wrong = await page.enter(code === '000000' ? '000001' : '000000');
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('验证码不对');
  const done = await page.enter(code);
  expect(done.status).toBe(200);
  expect(done.text).toContain('已确认');
  expect(done.text).toContain('href="https://shop.example/return?order=1&amp;x=2"');
  expect(await rail.stateOf(page.id)).toBe('reserved');
  expect((await rail.confirm(page.id)).status).toBe(202);
});

test('the payer can cancel, and too many wrong codes deny the payment', async () => {
  const cancelled = await openPage();
  expect((await cancelled.cancel()).text).toContain('已取消支付');
  expect(await rail.stateOf(cancelled.id)).toBe('cancelled');
  expect((await cancelled.enter('123456')).text).toContain('已取消支付');
  const guessed = await openPage(phoneOf('1401'));
  await guessed.getCode();
  const right = await rail.code(phoneOf('1401'));
  for (let tries = 0; tries < 3; tries += 1) {
    // Another code is no new set of tries.
    await guessed.getCode();
    await guessed.enter(right === '000000' ? '000001' : 'nonsense');
  }
  expect(await guessed.read()).toContain('支付没有成功');
  expect(await rail.stateOf(guessed.id)).toBe('denied');
});

test('another code voids the first, five are the most, and an old one says so', async () => {
  const phone = phoneOf('1402');
  const page = await openPage(phone);
  await page.getCode();
  const first = await rail.code(phone);
  await page.getCode();
  const second = await rail.code(phone);
  if (first !== second) expect((await page.enter(first)).text).toContain('验证码不对');
  for (let sent = 2; sent < 5; sent += 1) await page.getCode();
  expect((await page.getCode()).status).toBe(422);
  expect(await rail.texts(phone)).toHaveLength(5);
  await rail.script({ phone: phoneOf('1403') }, { codeSeconds: 0 });
  const late = await openPage(phoneOf('1403'));
  await late.getCode();
  expect((await late.enter(await rail.code(phoneOf('1403')))).text).toContain('验证码已失效');
});

test('a discarded payment has expired, a made-up page is none, and only web addresses lead back', async () => {
  const gone = await openPage();
  await rail.act(gone.no, 'discard');
  expect(await gone.read()).toContain('这笔支付已过期');
  for (const guess of ['nothing', 'cmcc', FINE, gone.id, gone.no]) {
    const response = await fetch(`${rail.bench.origin}/carriers/cmcc/wap/${guess}`);
    expect(response.status, guess).toBe(404);
  }
  const foul = await openPage(phoneOf('1404'), 'javascript:alert(1)');
  await rail.act(foul.no, 'validate');
  const text = await foul.read();
  expect(text).toContain('已确认');
  expect(text).not.toContain('alert(1)');
});

test('the page speaks English too', async () => {
  const page = await openPage();
  page.url.searchParams.set('lang', 'en');
  expect(await page.read()).toContain('China Mobile · Pay with the phone bill');
});
