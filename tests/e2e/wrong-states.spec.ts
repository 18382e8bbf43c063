import { randomBytes } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { newId } from '@/lib/core/ids';
import { expect, test } from '../support/browser-fixtures';
import { wordsOf } from '../support/pages-words';

const tokenOf = (payUrl: string): string => payUrl.split('/').pop() ?? '';

/** Looks at a page as a machine does: its status, and that it says all this in both languages. */
async function expectToSay(
  request: APIRequestContext,
  address: string,
  status: number,
  said: (words: ReturnType<typeof wordsOf>) => string[],
): Promise<void> {
  for (const locale of ['zh-CN', 'en']) {
    const page = await request.get(address, { headers: { 'accept-language': locale } });
    expect(page.status()).toBe(status);
    const html = await page.text();
    for (const words of said(wordsOf(locale))) expect(html).toContain(words);
  }
}

test('an expired order says since when, that nothing was charged, and leads to ordering again', async ({
  page,
  request,
  order,
  cashier,
  words,
  database,
}) => {
  const payUrl = await order({ returns: true });
  await database.query(
    `UPDATE orders SET expires_at = now() - interval '1 minute' WHERE pay_token = $1`,
    [tokenOf(payUrl)],
  );
  for (const address of [payUrl, `${payUrl}/result`]) {
    await expectToSay(request, address, 200, ({ cashier, told }) => [
      cashier.over.expired.title,
      told.over.money.not_taken,
      told.over.expired.next,
      told.over.orderAgain,
    ]);
  }
  await page.goto(payUrl);
  await expect(cashier.heading(words.cashier.over.expired.title)).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('link', { name: words.told.over.orderAgain }).click();
  await expect(page).toHaveURL(/\/demo\?order_id=.*status=expired/);
});

test('an order that expires while the page is open turns into the expired page by itself', async ({
  page,
  order,
  cashier,
  words,
  database,
}) => {
  const payUrl = await order();
  await page.goto(payUrl);
  await cashier.expectToChoose('¥0.01');
  await database.query(
    `UPDATE orders SET expires_at = now() + interval '5 seconds' WHERE pay_token = $1`,
    [tokenOf(payUrl)],
  );
  // From here on nothing has to be quick: whoever takes longer than that finds it expired.
  await page.reload();
  await expect(cashier.heading(words.cashier.over.expired.title)).toBeVisible({ timeout: 30_000 });
});

test('a closed order says that it is over, that nothing was charged and whom to ask', async ({
  request,
  order,
  database,
}) => {
  const payUrl = await order();
  await database.query(`UPDATE orders SET state = 'closed' WHERE pay_token = $1`, [
    tokenOf(payUrl),
  ]);
  await expectToSay(request, payUrl, 200, ({ cashier, told }) => [
    cashier.over.closed.title,
    told.over.closed.what,
    told.over.money.not_taken,
    told.over.closed.nextNoShop,
  ]);
  // What is not paid has no receipt: its address leads to the order.
  const receipt = await request.get(`${payUrl}/receipt`);
  expect(new URL(receipt.url()).pathname).toBe(new URL(payUrl).pathname);
});

test('a paid order shows its result at every address, and never a way to pay', async ({
  page,
  order,
  cashier,
  words,
}) => {
  const payUrl = await order();
  await page.goto(payUrl);
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
  for (const address of [payUrl, `${payUrl}/go`]) {
    await page.goto(address);
    await cashier.expectPaid();
    await expect(page.getByRole('radio')).toHaveCount(0);
  }
  await expect(page.getByRole('link', { name: words.receipt.link })).toBeVisible();
});

test('an unknown link is a page of its own without JavaScript too, says 404 to machines, and to people what to check and the link itself', async ({
  request,
}) => {
  for (const address of [
    `/pay/${'x'.repeat(43)}`,
    '/pay/short',
    `/pay/${'x'.repeat(43)}/receipt`,
  ]) {
    await expectToSay(request, address, 404, ({ cashier, told }) => [
      `<h1>${cashier.unknownOrder.title}</h1>`,
      told.unknownOrder.what,
      told.unknownOrder.money,
      told.unknownOrder.next,
      `${told.unknownOrder.address} <code>`,
      `/pay/${address.split('/')[2]}</code>`,
      'href="/receipt"',
    ]);
  }
});

test('a link that somebody changed is refused in words, with nothing of it on the page', async ({
  request,
}) => {
  const link = `/pay?merchant=mer_hemu&key_id=lnk_x&order_no=A1&amount=1&subject=%3Cb%3Ehello&goods=digital&expires=1999999999&sign=${'0'.repeat(64)}`;
  await expectToSay(request, link, 403, ({ cashier }) => [
    cashier.refused.title,
    cashier.refused.advice,
    'link_signature_invalid',
    'href="/receipt"',
  ]);
  expect(await (await request.get(link)).text()).not.toContain('hello');
});

test('a fault of ours is told with a reference, without JavaScript too, and leads back to the order', async ({
  browser,
  order,
  database,
  words,
}) => {
  const payUrl = await order();
  const token = randomBytes(32).toString('base64url');
  // An order that no page can be made of: it leads back to what is no address.
  await database.query(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods,
                         return_url, content_hash, pay_token, expires_at, updated_at)
     SELECT $3, merchant_id, $3, amount_minor, currency, subject, goods,
            'nowhere', content_hash, $2, expires_at, updated_at FROM orders WHERE pay_token = $1`,
    [tokenOf(payUrl), token, newId('ord')],
  );
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const page = await context.newPage();
  const answer = await page.goto(`/pay/${token}`);
  expect(answer?.status()).toBe(500);
  const { title, money, again } = words.told.trouble;
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText(money)).toBeVisible();
  await expect(page.getByText(/req_[0-9a-z]{26}$/)).toBeVisible();
  await expect(page.getByText(payUrl.replace(tokenOf(payUrl), token))).toBeVisible();
  await expect(page.getByRole('link', { name: again })).toHaveAttribute('href', `/pay/${token}`);
  await context.close();
});

test('a fault of ours while a page is open keeps it at its address, tells a reference, and passes by itself', async ({
  page,
  order,
  cashier,
  database,
  words,
}) => {
  const payUrl = await order({ returns: true });
  const token = tokenOf(payUrl);
  const returnsTo = (address: unknown) =>
    database.query('UPDATE orders SET return_url = $2 WHERE pay_token = $1', [token, address]);
  await page.goto(payUrl);
  await expect(cashier.method('balance')).toBeVisible();
  const [before] = await database.query('SELECT return_url FROM orders WHERE pay_token = $1', [
    token,
  ]);
  await returnsTo('nowhere');
  // The open page hears that something is new, and cannot be drawn again.
  await database.query(
    `INSERT INTO order_scans (order_id, device_hash)
     SELECT id, 'a phone' FROM orders WHERE pay_token = $1`,
    [token],
  );
  await expect(page.getByRole('heading', { name: words.told.trouble.title })).toBeVisible();
  await expect(page.getByText(/^req_[0-9a-z]{26}$/)).toBeVisible();
  await expect(page).toHaveURL(payUrl);
  await returnsTo(before?.return_url);
  await expect(cashier.method('balance')).toBeVisible({ timeout: 20_000 });
  await expect(page).toHaveURL(payUrl);
});
