import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import merchant from '../../app/_messages/zh-CN/merchant.json';
import zh from '../../app/_messages/zh-CN/refunds.json';
import zhStaff from '../../app/_messages/zh-CN/staff.json';
import { addMember, addOwner, STAFF_PASSWORD } from '../support/browser-staff';
import { planted } from '../support/canaries';
import { SignInPages } from '../support/pages-sign-in';
import { fill } from '../support/pages-words';
import { expect, test } from '../support/sign-in-fixtures';

const { ask, decide, requests, reason } = zh;

/** Fills in the form for a part and goes on to the last question. */
async function fillIn(page: Page, amount: string): Promise<void> {
  await page.getByRole('radio', { name: ask.part }).check();
  await page.getByRole('textbox', { name: ask.amount }).fill(amount);
  await page.getByRole('radio', { name: reason.not_as_described }).check();
  await page.getByRole('textbox', { name: ask.words }).fill('少了一件');
  await page.getByRole('button', { name: ask.next }).click();
  await expect(page.getByRole('heading', { name: ask.confirmTitle })).toBeVisible();
  await expect(page.getByText(reason.not_as_described)).toBeVisible();
  await expect(page.getByText(ask.wayAsk)).toBeVisible();
  await expect(page.getByText(zh.advice.arrival.at_once)).toBeVisible();
}

test('a shopper asks on the receipt, the shop decides, and the receipt says what it decided', async ({
  page,
  browser,
  order,
  cashier,
  words,
  database,
}) => {
  const say = words.receipt;
  const phone = planted('phone', `139${String(randomInt(1e8)).padStart(8, '0')}`);
  const payUrl = await order({ amount: 680, phone });
  await page.goto(payUrl);
  await cashier.payByBalance('¥6.80');
  await cashier.expectPaid();
  await page.getByRole('link', { name: say.link }).click();
  const [row] = await database.query(
    'SELECT id, merchant_order_no FROM orders WHERE pay_token = $1',
    [new URL(payUrl).pathname.split('/')[2]],
  );
  const [orderId, orderNo] = [String(row?.id), String(row?.merchant_order_no)];

  // What support has told who paid.
  const told = `已和商家核对 ${orderNo}`;
  await database.query(
    `INSERT INTO notes (id, subject_type, subject_id, audience, body, author_id)
     SELECT 'nte_' || md5($1), 'order', $1, 'shopper', $2, id FROM users LIMIT 1`,
    [orderId, told],
  );
  await page.reload();
  await expect(page.getByText(told)).toBeVisible();

  // The link alone, in somebody else's browser, asks for nothing and reads nothing that was told.
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const other = await plain.newPage();
  await other.goto(`${payUrl}/receipt/refund`);
  await expect(other).toHaveURL(`${payUrl}/receipt`);
  await expect(other.getByText(ask.elsewhere)).toBeVisible();
  await expect(other.getByText(told)).toHaveCount(0);
  await expect(other.getByRole('link', { name: ask.link, exact: true })).toHaveCount(0);

  await page.getByRole('link', { name: ask.link, exact: true }).click();
  await page.getByRole('radio', { name: ask.part }).check();
  await page.getByRole('button', { name: ask.next }).click();
  await expect(page.getByText(ask.amountProblem)).toBeVisible();
  await expect(page.getByText(ask.whyProblem)).toBeVisible();
  await fillIn(page, '1.30');
  await page.getByRole('button', { name: fill(ask.submitAsk, { sum: '¥1.30' }) }).click();
  await expect(page.getByText(ask.done)).toBeVisible();
  await expect(page.getByText(say.refunds.progress.asked, { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: ask.link, exact: true })).toHaveCount(0);

  // The shop, at a PC.
  const desk = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' },
    ...{ isMobile: false, hasTouch: false },
  });
  const shop = await desk.newPage();
  await shop.goto('/merchant/orders');
  const staff = await addOwner(database);
  await new SignInPages(shop, 'zh-CN').signInAsStaff(staff, STAFF_PASSWORD);
  await shop.getByRole('link', { name: requests.show }).click();
  await shop.getByRole('link', { name: orderNo }).click();
  await expect(shop.getByText('少了一件').first()).toBeVisible();
  await shop.getByRole('button', { name: fill(decide.approve, { amount: '¥1.30' }) }).click();
  await expect(shop.getByText(decide.approved)).toBeVisible();
  await page.reload();
  await expect(page.getByText(say.refunds.progress.returned, { exact: true })).toBeVisible();

  // Found by number and phone tail, all without JavaScript: asked for the rest, and declined.
  await other.goto('/receipt');
  await other.getByRole('textbox', { name: say.tracker.orderNo }).fill(orderId);
  await other.getByRole('textbox', { name: say.tracker.tail }).fill(phone.slice(-4));
  await other.getByRole('button', { name: say.tracker.submit }).click();
  await other.getByRole('link', { name: ask.link, exact: true }).click();
  await fillIn(other, '5.00');
  await other.getByRole('button', { name: ask.change }).click();
  await expect(other.getByRole('textbox', { name: ask.amount })).toHaveValue('5.00');
  await fillIn(other, '5.50');
  await other.getByRole('button', { name: fill(ask.submitAsk, { sum: '¥5.50' }) }).click();
  await expect(other).toHaveURL(new RegExp(`/receipt/${orderId}\\?asked=ref_`));
  await expect(other.getByText(say.refunds.progress.asked, { exact: true })).toBeVisible();
  await shop.goto(`/merchant/orders/${orderId}`);
  await shop.getByText(decide.decline).click();
  await shop.getByRole('textbox', { name: decide.declineWhy }).fill('商品已经拆封');
  await shop.getByRole('button', { name: decide.declineNow, exact: true }).click();
  await expect(shop.getByText(decide.declined)).toBeVisible();
  await other.reload();
  await expect(other.getByText(say.refunds.progress.declined, { exact: true })).toBeVisible();
  await expect(other.getByText('商品已经拆封')).toBeVisible();

  // Before the shop gives money back by itself, it reads how that would go.
  const { refund } = merchant.order;
  await shop.getByRole('textbox', { name: refund.amount }).fill('2');
  await shop.getByRole('button', { name: refund.check }).click();
  await expect(shop.getByRole('heading', { name: refund.confirmTitle })).toBeVisible();
  await expect(shop.getByText(zh.advice.arrival.at_once)).toHaveCount(2);

  // What goes for all of its shoppers, the shop decides on a page of its own.
  await shop.getByRole('link', { name: merchant.nav.refundPolicy }).click();
  await expect(shop.getByRole('radio', { name: zh.policy.shopper.ask.name })).toBeChecked();
  await expect(shop.getByText(zh.policy.fee.kept)).toBeVisible();
  await shop.getByRole('button', { name: zh.policy.save }).click();
  await expect(shop.getByText(zh.policy.done)).toBeVisible();
  await plain.close();
  await desk.close();
});

test('without JavaScript an agent refunds for a merchant with a code, and an operator changes what is agreed with it', async ({
  page,
  browser,
  order,
  cashier,
  database,
}) => {
  const { agent: say, officeTerms } = zh;
  const payUrl = await order({ amount: 470 });
  await page.goto(payUrl);
  await cashier.payByBalance('¥4.70');
  await cashier.expectPaid();
  const [row] = await database.query('SELECT id FROM orders WHERE pay_token = $1', [
    new URL(payUrl).pathname.split('/')[2],
  ]);
  const address = `/office/orders/${row?.id}`;
  const desk = { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false };
  const plain = { ...desk, locale: 'zh-CN', javaScriptEnabled: false };

  const first = await browser.newContext(plain);
  const office = await first.newPage();
  const agent = await addMember(database, 'agent');
  await office.goto(address);
  await new SignInPages(office, 'zh-CN').signInAsMember(agent);
  const form = office.locator('#refund');
  await expect(form.getByText(zh.advice.arrival.at_once)).toBeVisible();
  await form.getByRole('textbox', { name: say.amount }).fill('2');
  await form.getByRole('textbox', { name: say.reason }).fill('顾客来电');
  await form.getByRole('button', { name: say.check }).click();
  await form.getByRole('textbox', { name: say.code }).fill('000');
  const confirm = form.getByRole('button', { name: fill(say.confirm, { amount: '¥2.00' }) });
  await confirm.click();
  // A wrong code asks the same again.
  await expect(form.getByRole('alert')).toBeVisible();
  await form.getByRole('textbox', { name: say.code }).fill(await agent.code());
  await confirm.click();
  await expect(office).toHaveURL(new RegExp(`${address}\\?refunded=ref_`));
  await first.close();

  const second = await browser.newContext(plain);
  const desktop = await second.newPage();
  await desktop.goto('/office/merchants');
  const operator = await addMember(database, 'operator');
  await new SignInPages(desktop, 'zh-CN').signInAsMember(operator);
  await expect(desktop).toHaveURL('/office/merchants');
  await desktop.goto('/office/merchants?merchant=mer_hemu');
  await expect(desktop.getByRole('radio', { name: zh.policy.fee.kept })).toBeChecked();
  await desktop.getByRole('textbox', { name: officeTerms.why }).fill('续签，条款不变');
  const code = desktop.getByRole('textbox', { name: zhStaff.yourCode });
  await code.fill(await operator.code());
  await desktop.getByRole('button', { name: zh.policy.save }).click();
  await expect(desktop.getByText(officeTerms.done)).toBeVisible();
  await second.close();
});
