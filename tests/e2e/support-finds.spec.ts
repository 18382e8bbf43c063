import zhMerchant from '../../app/_messages/zh-CN/merchant.json';
import zh from '../../app/_messages/zh-CN/payments.json';
import { addOwner, STAFF_PASSWORD } from '../support/browser-staff';
import { OfficePages } from '../support/pages-office';
import { PhonePages } from '../support/pages-phone';
import { fill } from '../support/pages-words';
import { expect, test } from '../support/sign-in-fixtures';

const { order: words, orders } = zhMerchant;

test('support finds a QuickPass payment by its TN and reads the kind of card; its merchant refunds a part of it', async ({
  page,
  locale,
  order,
  cashier,
  database,
  signIn,
}) => {
  const handset = new PhonePages(page, locale);
  await handset.choose('installed-in');
  const payUrl = await order({ amount: 26_000 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥260.00');
  await handset.confirm();
  await cashier.expectPaid();
  await handset.choose('off');
  const [paid] = await database.query(
    `SELECT a.id, a.tn, o.id AS order_id, o.merchant_order_no FROM attempts a JOIN orders o ON o.id = a.order_id
      WHERE o.pay_token = $1`,
    [payUrl.split('/').at(-1)],
  );
  const no = String(paid?.merchant_order_no);

  const office = new OfficePages(page);
  await office.open(database, '/office/attempts');
  await page.getByLabel(office.words.attempts.number).fill(String(paid?.tn));
  await office.button(office.words.attempts.find).click();
  const line = office.table(office.words.attempts.caption).getByRole('row').filter({ hasText: no });
  await expect(line).toContainText(zh.cardType.debit);
  await signIn.expectFit();
  await line.getByRole('link', { name: no }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(office.words.attempt.title);
  const main = page.getByRole('main');
  for (const told of [
    String(paid?.tn),
    zh.surface.control,
    zh.cardType.debit,
    office.words.attempt.unverified,
    office.words.attempt.event.succeed,
    office.words.attempt.reason.chosen,
  ]) {
    await expect(main.getByText(told).first()).toBeVisible();
  }
  await signIn.expectFit();

  await page.goto('/sign-in/staff?next=%2Fmerchant%2Forders');
  await signIn.signInAsStaff(await addOwner(database), STAFF_PASSWORD);
  await page.getByLabel(orders.number).fill(no);
  await office.button(orders.find).click();
  await expect(office.table(orders.caption).getByRole('row')).toHaveCount(2);
  await expect(office.table(orders.caption)).toContainText(zh.cardType.debit);
  await signIn.expectFit();
  await page.getByRole('link', { name: no }).click();
  const { refund } = words;
  await page.getByLabel(refund.amount).fill('260.01');
  await office.button(refund.check).click();
  await expect(signIn.alert()).toContainText('¥260.00');
  await page.getByLabel(refund.amount).fill('60');
  await page.getByLabel(refund.reason).fill('少发一件');
  await office.button(refund.check).click();
  await office.button(fill(refund.confirm, { amount: '¥60.00' })).click();
  await expect(page.getByRole('status')).toHaveText(fill(refund.done, { amount: '¥60.00' }));
  const refunded = office.table(words.refundsCaption).getByRole('row').filter({ hasText: '60.00' });
  await expect(refunded).toContainText('Test owner');
  await expect(page.getByText(fill(refund.lead, { left: '¥200.00' }))).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(refunded).toContainText(zh.refundState.succeeded, { timeout: 1_000 });
  }).toPass();
  await signIn.expectFit();
  expect(
    await database.query(
      `SELECT r.amount_minor::int AS fen, u.role::text AS by FROM refunds r JOIN users u ON u.id = r.requested_by
        WHERE r.order_id = $1`,
      [paid?.order_id],
    ),
  ).toEqual([{ fen: 6_000, by: 'merchant' }]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a refund is confirmed before it is made, and can be changed until then', async ({
    page,
    order,
    cashier,
    database,
    signIn,
  }) => {
    const payUrl = await order({ amount: 900 });
    await page.goto(payUrl);
    await cashier.payByBalance('¥9.00');
    await cashier.expectPaid();
    const [paid] = await database.query('SELECT id FROM orders WHERE pay_token = $1', [
      payUrl.split('/').at(-1),
    ]);
    const office = new OfficePages(page);
    await page.goto(`/merchant/orders/${paid?.id}`);
    await signIn.signInAsStaff(await addOwner(database), STAFF_PASSWORD);
    const { refund } = words;
    await page.getByLabel(refund.amount).fill('9');
    await office.button(refund.check).click();
    await office.button(refund.change).click();
    await expect(page.getByLabel(refund.amount)).toHaveValue('9.00');
    await page.getByLabel(refund.amount).fill('4.5');
    await office.button(refund.check).click();
    await office.button(fill(refund.confirm, { amount: '¥4.50' })).click();
    await expect(page.getByRole('status')).toHaveText(fill(refund.done, { amount: '¥4.50' }));
    await expect(page.getByText(fill(refund.lead, { left: '¥4.50' }))).toBeVisible();
  });
});
