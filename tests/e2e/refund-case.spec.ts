import type { Browser, Page } from '@playwright/test';
import en from '../../app/_messages/en/office-case.json';
import zhReceipt from '../../app/_messages/zh-CN/receipt.json';
import { REFUSALS } from '../../lib/core/refusals';
import type { Database } from '../support/browser-database';
import { askForRefund, caseOf } from '../support/browser-refund-case';
import { stackInfo } from '../support/browser-settings';
import { addMember, type BrowserStaff } from '../support/browser-staff';
import { someCardNo } from '../support/card-numbers';
import { someIdNo } from '../support/id-numbers';
import { forgetUnionPaysHealth } from '../support/own-stack';
import { CardPages } from '../support/pages-cards';
import { CasePages } from '../support/pages-case';
import { ClaimPages } from '../support/pages-claim';
import { SignInPages } from '../support/pages-sign-in';
import { somePhone } from '../support/phones';
import { png } from '../support/pictures';
import { expect, test } from '../support/sign-in-fixtures';

const SOON = { timeout: 45_000 };
const PAID = 30_121;
const BACK = 26_801;

async function onAPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: stackInfo().origin,
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  return context.newPage();
}

/** A colleague at another desk, on the page of the case. */
async function colleague(
  browser: Browser,
  database: Database,
  path: string,
): Promise<{ page: Page; member: BrowserStaff; signIn: SignInPages }> {
  const context = await browser.newContext({ baseURL: stackInfo().origin, locale: 'zh-CN' });
  const page = await context.newPage();
  const member = await addMember(database, 'senior_agent');
  const signIn = new SignInPages(page, 'zh-CN');
  await page.goto(path);
  await signIn.signInAsMember(member);
  await expect(page).toHaveURL(path);
  return { page, member, signIn };
}

/** The same person's browser where scripts do not run. */
async function withoutJavaScript(browser: Browser, { page }: CasePages): Promise<CasePages> {
  const context = await browser.newContext({
    baseURL: stackInfo().origin,
    locale: 'zh-CN',
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = new CasePages(await context.newPage());
  await plain.page.goto(page.url());
  return plain;
}

test('a refund that the card cannot take reaches its shopper: case, link on a phone, two people, payout, proof', async ({
  page,
  browser,
  rail,
  order,
  database,
  staff,
  signIn,
}) => {
  test.setTimeout(240_000);
  // The shopper pays with a card that is closed afterwards.
  const phonePage = await onAPhone(browser);
  const shopper = new SignInPages(phonePage, 'zh-CN');
  const [phone, holder] = [somePhone(), { name: '林一帆', idNo: someIdNo() }];
  const payUrl = await order({ amount: PAID, customer: null, phone });
  await shopper.signIn(phone, `/sign-in?next=${new URL(payUrl).pathname}`);
  const cards = new CardPages(phonePage, 'zh-CN');
  await forgetUnionPaysHealth(database);
  await cards.addFirst();
  const paidBy = someCardNo();
  await cards.bind({ ...holder, cardNo: paidBy, phone });
  await forgetUnionPaysHealth(database);
  await cards.payButton('¥301.21').click();
  await cards.expectPaidBy(paidBy);
  const [row] = await database.query(
    'SELECT id, merchant_order_no FROM orders WHERE pay_token = $1',
    [new URL(payUrl).pathname.split('/')[2]],
  );
  const [orderId, orderNo] = [String(row?.id), String(row?.merchant_order_no)];
  const taken = await database.query('SELECT channel FROM attempts WHERE order_id = $1', [orderId]);
  expect(taken).toEqual([{ channel: 'unionpay' }]);
  await rail.scriptAmount(BACK, { outcome: 'refuse', respCode: '63' }, { kind: 'refund' });
  await askForRefund(stackInfo(), { orderId, amount: BACK });
  const caseId = await caseOf(database, orderId);
  const path = `/office/refund-cases/${caseId}`;

  // An agent reads why, attaches the merchant's ticket, and tells the merchant.
  const maker = new CasePages(page);
  await staff('agent', path);
  await expect(maker.badge('open')).toBeVisible();
  await expect(page.getByText(/63.*账户已销户/).first()).toBeVisible();
  await signIn.expectFit();
  await page.getByLabel(maker.say.files.file).setInputFiles({
    name: '售后单.exe',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from('MZ'),
  });
  await page.getByRole('button', { name: maker.say.files.add }).click();
  await expect(page.locator('#files').getByRole('alert')).toHaveText(REFUSALS.attachment_type.zh);
  await page.getByLabel(maker.say.files.file).setInputFiles({
    name: '售后单.exe',
    mimeType: 'application/x-msdownload',
    buffer: png(40, 40),
  });
  await page.getByRole('button', { name: maker.say.files.add }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '售后单.png' }).click();
  expect((await download).suggestedFilename()).toBe('售后单.png');
  await page.getByLabel(maker.say.notes.reply, { exact: true }).selectOption('merchant_opened');
  await page.getByRole('button', { name: maker.say.notes.replyPut }).click();
  await expect(page.getByLabel(maker.say.notes.body, { exact: true })).toHaveValue(/¥268\.01/);
  await page.getByRole('button', { name: maker.say.notes.submit }).click();
  await expect(page.locator('#notes')).toContainText(maker.say.notes.audienceName.merchant);

  // The shopper names somebody else's card, then their own.
  const claim = new ClaimPages(phonePage);
  const link = await claim.open(phone);
  const own = { ...holder, cardNo: someCardNo(), phone };
  await claim.name({ ...own, name: '王五', idNo: someIdNo() });
  await expect(phonePage.getByText(REFUSALS.payee_name_other.zh)).toBeVisible();
  await claim.name(own);
  await claim.expectSaved();

  // The agent's page says so by itself. Whoever proposes cannot approve.
  await expect(maker.badge('claimed')).toBeVisible(SOON);
  await maker.doAct('propose', { reason: '已核对售后单，金额无误' });
  await expect(maker.done('propose')).toBeVisible();
  await expect(page.getByText(maker.say.acts.unfair)).toBeVisible();
  await expect(maker.act('approve')).toHaveCount(0);
  await page.goto(`${path}?do=approve`);
  await expect(page.locator('#act').getByRole('alert')).toHaveText(maker.say.acts.gone);

  // Another person is about to approve when the shopper corrects the card: nothing to approve any more.
  const other = await colleague(browser, database, path);
  const checker = new CasePages(other.page);
  await checker.act('approve').click();
  await expect(other.page.getByLabel(checker.say.acts.code)).toBeVisible();
  await other.signIn.expectFit();
  await phonePage.goto(`${link}/payee`);
  await claim.name({ ...own, cardNo: someCardNo() });
  await claim.expectSaved();
  await expect(other.page.locator('#act').getByRole('alert')).toHaveText(
    checker.say.acts.gone,
    SOON,
  );
  await expect(
    other.page.getByText(checker.say.timeline.why.the_payee_was_corrected).first(),
  ).toBeVisible();

  // Both once more, by plain forms: it works where no script runs.
  const plainMaker = await withoutJavaScript(browser, maker);
  await plainMaker.doAct('propose', { reason: '付款人更正了卡号，已重新核对' });
  await expect(plainMaker.badge('proposed', { done: '0', all: '1' })).toBeVisible();
  await expect(plainMaker.done('propose')).toBeVisible();
  const plain = await withoutJavaScript(browser, checker);
  await plain.doAct('approve', { code: '000000' });
  await expect(plain.page.locator('#act').getByRole('alert')).toHaveText(REFUSALS.totp_wrong.zh);
  await plain.page.getByLabel(plain.say.acts.code).fill(await other.member.code());
  await plain.press('approve');
  await expect(plain.badge('approved')).toBeVisible();
  await page.goto(path);
  await other.page.goto(path);
  await expect(checker.badge('approved')).toBeVisible();
  await expect(checker.act('undo')).toBeVisible();
  await other.signIn.expectFit();

  // The cool-off passes; the bank pays; everybody has the proof.
  await database.query(
    `SET LOCAL session_replication_role = replica;
     UPDATE refund_cases SET send_at = clock_timestamp() WHERE id = '${caseId}'`,
  );
  await expect(checker.badge('paid')).toBeVisible(SOON);
  await expect(maker.badge('paid')).toBeVisible(SOON);
  const [payout] = await database.query(
    `SELECT p.channel_ref FROM payouts p JOIN refund_cases c ON c.payout_id = p.id
      WHERE c.id = $1 AND p.state = 'succeeded'`,
    [caseId],
  );
  const reference = String(payout?.channel_ref);
  await expect(page.getByText(reference).first()).toBeVisible();
  await page.getByLabel(maker.say.notes.reply, { exact: true }).selectOption('paid');
  await page.getByRole('button', { name: maker.say.notes.replyPut }).click();
  await expect(page.getByLabel(maker.say.notes.body, { exact: true })).toHaveValue(
    new RegExp(reference),
  );
  await page.getByRole('button', { name: maker.say.notes.submit }).click();
  await expect(page.locator('#notes')).toContainText(maker.say.notes.audienceName.shopper);

  // The same page in English, as narrow as a phone.
  await other.page.context().addCookies([{ name: 'locale', value: 'en', url: stackInfo().origin }]);
  await other.page.setViewportSize({ width: 360, height: 740 });
  await other.page.goto(path);
  await expect(other.page.getByRole('heading', { name: en.proofCard.title })).toBeVisible();
  await other.signIn.expectFit();

  const tracker = await onAPhone(browser);
  await tracker.goto('/receipt');
  await tracker.getByRole('textbox', { name: zhReceipt.tracker.orderNo }).fill(orderNo);
  await tracker.getByRole('textbox', { name: zhReceipt.tracker.tail }).fill(phone.slice(-4));
  await tracker.getByRole('button', { name: zhReceipt.tracker.submit }).click();
  await expect(tracker.getByText(reference).first()).toBeVisible();
  await expect(tracker.getByRole('heading', { name: maker.say.told.shopperTitle })).toBeVisible();
  expect(await rail.charged(PAID)).toEqual({ paid: 1, returned: 0 });
  const findings = await database.query('SELECT code, detail FROM check_books()');
  const ids = [caseId, orderId, reference];
  expect(findings.filter((one) => ids.some((id) => JSON.stringify(one).includes(id)))).toEqual([]);
});
