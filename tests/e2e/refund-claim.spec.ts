import type { Browser, BrowserContext } from '@playwright/test';
import zh from '../../app/_messages/zh-CN/claim.json';
import common from '../../app/_messages/zh-CN/common.json';
import { REFUSALS } from '../../lib/core/refusals';
import { axeSays, chineseOn, scrollsSideways } from '../support/browser-checks';
import { expect, test } from '../support/browser-fixtures';
import { askForRefund } from '../support/browser-refund-case';
import { stackInfo } from '../support/browser-settings';
import { someCardNo } from '../support/card-numbers';
import { claimLinkOnHandset } from '../support/handset';
import { someIdNo } from '../support/id-numbers';
import { ClaimPages } from '../support/pages-claim';
import { PhonePages } from '../support/pages-phone';
import { somePhone } from '../support/phones';

const [PAID, BACK] = [15_731, 15_677];
const SCREEN = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const GONE = zh.gone;

/** The same page of the same reader in English and the dark, where a script can look at it. */
async function looksWell(browser: Browser, reader: BrowserContext, url: string): Promise<void> {
  const storageState = await reader.storageState();
  const context = await browser.newContext({
    ...SCREEN,
    storageState,
    locale: 'en-US',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  expect(await axeSays(page), url).toEqual([]);
  expect(await scrollsSideways(page), url).toBe(false);
  expect(await chineseOn(page, /中文|测试商品/g), url).toEqual([]);
  await context.close();
}

test('a refund is claimed on a phone without JavaScript: code, bank’s no, account, correction, and a new link', async ({
  page,
  locale,
  browser,
  rail,
  order,
  cashier,
  words,
  database,
}) => {
  test.setTimeout(180_000);
  const phone = somePhone();
  const handset = new PhonePages(page, locale);
  await handset.choose('none');
  const payUrl = await order({ amount: PAID, customer: null, phone });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥157.31');
  await handset.confirm('111111');
  await cashier.expectPaid();
  const [row] = await database.query('SELECT id FROM orders WHERE pay_token = $1', [
    new URL(payUrl).pathname.split('/')[2],
  ]);
  const orderId = String(row?.id);
  await rail.scriptAmount(BACK, { outcome: 'refuse', respCode: '63' }, { kind: 'refund' });
  await askForRefund(stackInfo(), { orderId, amount: BACK });
  const texted = () =>
    database.query(
      'SELECT l.id FROM refund_claims l JOIN refund_cases c ON c.id = l.case_id WHERE c.order_id = $1',
      [orderId],
    );
  await expect.poll(async () => (await texted()).length, { timeout: 45_000 }).toBe(1);

  const plain = await browser.newContext({ ...SCREEN, javaScriptEnabled: false, locale: 'zh-CN' });
  const shopper = await plain.newPage();
  const claim = new ClaimPages(shopper);
  const { sandboxOrigin, origin } = stackInfo();
  const link = await claimLinkOnHandset(sandboxOrigin, phone);
  const first = await shopper.goto(link);
  expect(first?.headers()).toMatchObject({
    'referrer-policy': 'same-origin',
    'cache-control': expect.stringContaining('no-store'),
    'content-security-policy': expect.stringContaining("script-src 'self' 'nonce-"),
  });
  await expect(shopper.getByText('156.77')).toBeVisible();
  await expect(shopper.getByText(zh.cause.account_closed)).toBeVisible();
  await looksWell(browser, plain, link);

  await claim.open(phone);
  const own = { cardNo: someCardNo(), name: '王小明', idNo: someIdNo(), phone };
  await claim.name({ ...own, idNo: '110101199003070039' });
  await expect(shopper.getByText(common.problem.idNo)).toBeVisible();
  await claim.name({ ...own, name: '王不符' });
  await expect(shopper.getByText(REFUSALS.payee_mismatch.zh)).toBeVisible();
  // Nothing that was typed comes back.
  await expect(shopper.getByLabel(zh.payee.number)).toHaveValue('');
  await looksWell(browser, plain, link);
  await claim.name(own);
  await claim.expectSaved();
  await expect(shopper.getByText(`演示银行 6217****${own.cardNo.slice(-4)}`)).toBeVisible();
  await expect(shopper.getByText(zh.status.proofs.four_elements)).toBeVisible();
  await looksWell(browser, plain, link);

  await shopper.getByRole('link', { name: zh.payee.change }).click();
  await looksWell(browser, plain, shopper.url());
  const other = { ...own, cardNo: someCardNo('6222') };
  await claim.name(other);
  await expect(shopper.getByText(`样例银行 6222****${other.cardNo.slice(-4)}`)).toBeVisible();
  const html = await shopper.content();
  for (const secret of [other.cardNo, other.name, other.idNo, phone]) {
    expect(html).not.toContain(secret);
  }

  // Somebody else’s browser has to prove it anew, and sees nothing of an account.
  const stranger = await browser.newContext({ ...SCREEN, locale: 'zh-CN' });
  const elsewhere = await stranger.newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('heading', { name: zh.prove.title })).toBeVisible();
  await expect(elsewhere.getByText('6222****')).toHaveCount(0);

  // The tracker: how far it is, and a new link in the place of the old one.
  const { tracker } = words.receipt;
  await shopper.goto('/receipt');
  await shopper.getByRole('textbox', { name: tracker.orderNo }).fill(orderId);
  await shopper.getByRole('textbox', { name: tracker.tail }).fill(phone.slice(-4));
  await shopper.getByRole('button', { name: tracker.submit }).click();
  await expect(shopper.getByText(zh.tracker.state.review)).toBeVisible();
  await expect(shopper.getByText(zh.tracker.step.claimedAt)).toBeVisible();
  await expect(shopper.getByText(`样例银行 6222****${other.cardNo.slice(-4)}`)).toBeVisible();
  await looksWell(browser, plain, shopper.url());
  await shopper.getByRole('button', { name: zh.tracker.resend }).click();
  await expect(shopper.getByText(zh.tracker.sent)).toBeVisible();
  await shopper.goto(link);
  await expect(shopper.getByRole('heading', { name: GONE.unknown })).toBeVisible();
  await looksWell(browser, plain, link);
  await shopper.goto(`${origin}/claim/nothing`);
  await expect(shopper.getByRole('heading', { name: GONE.unknown })).toBeVisible();
  const newest = await claimLinkOnHandset(sandboxOrigin, phone);
  await elsewhere.goto(newest);
  await expect(elsewhere.getByRole('heading', { name: zh.prove.title })).toBeVisible();
});
