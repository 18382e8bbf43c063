import words from '../../app/_messages/zh-CN/office-orders.json';
import { newSortableNumber } from '../../lib/core/ids';
import { askForRefund } from '../support/browser-refund-case';
import { stackInfo } from '../support/browser-settings';
import { OfficePages } from '../support/pages-office';
import { PhonePages } from '../support/pages-phone';
import { expect, test } from '../support/sign-in-fixtures';

test('an agent finds an order by its payer’s phone, which gets into no address, reads its story, looks at a notice on record, and asks the channel; finance ends a refund that is held', async ({
  page,
  locale,
  order,
  cashier,
  database,
  rail,
  staff,
  signIn,
}) => {
  const handset = new PhonePages(page, locale);
  await handset.choose('installed-in');
  const payUrl = await order({ amount: 31_700 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥317.00');
  await handset.confirm();
  await cashier.expectPaid();
  await handset.choose('off');
  const [paid] = await database.query(
    `SELECT o.id, o.merchant_order_no AS no, o.merchant_id AS merchant, a.id AS attempt, a.channel_order_no
       FROM orders o JOIN attempts a ON a.order_id = o.id WHERE o.pay_token = $1`,
    [payUrl.split('/').at(-1)],
  );
  const orderId = String(paid?.id);
  // The shopper had signed in before they paid.
  const [user, customer] = [`usr_${newSortableNumber()}`, `cus_${newSortableNumber()}`];
  const tail = String(Math.floor(Math.random() * 10_000)).padStart(4, '0');
  await database.query(
    `INSERT INTO users (id, role, display_name, phone_masked) VALUES ($1, 'shopper', '顾客', $2)`,
    [user, `138****${tail}`],
  );
  await database.query(
    'INSERT INTO customers (id, merchant_id, reference, user_id) VALUES ($1, $2, $1, $3)',
    [customer, paid?.merchant, user],
  );
  await database.query('UPDATE attempts SET customer_id = $2 WHERE order_id = $1', [
    orderId,
    customer,
  ]);

  const agent = await staff('agent', '/office/find');
  const office = new OfficePages(page);
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByLabel(words.find.anything)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type(`138 0013 ${tail}`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/office/find?phone=${tail}`);
  const line = office
    .table(words.find.caption)
    .getByRole('row')
    .filter({ hasText: String(paid?.no) });
  await expect(line).toContainText('317.00');
  await signIn.expectFit();
  await line.getByRole('link').click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.order.title);
  const story = page.locator('#timeline');
  await expect(story).toContainText(words.timeline.moved.order.pay);
  await expect(story).toContainText(words.timeline.moved.attempt.succeed);
  await expect(story).toContainText(words.timeline.opened);
  await expect(story).toContainText(words.timeline.answered.attempt);
  const raw = story.getByRole('link', { name: words.timeline.raw }).first();
  await expect(async () => {
    await page.reload();
    await expect(raw).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await signIn.expectFit();
  await raw.click();
  const reveal = page.locator('#reveal');
  await reveal.getByLabel(words.reveal.why).fill('顾客说扣了两次');
  await office.button(words.reveal.submit).click();
  await expect(reveal.getByRole('status')).toHaveText(words.reveal.done);
  await expect(reveal).toContainText(String(paid?.channel_order_no));
  expect(
    await database.query(
      `SELECT action, why FROM audit_rows WHERE actor_id = $1 AND subject_id = $2`,
      [agent.id, orderId],
    ),
  ).toEqual([{ action: 'payload.reveal', why: '顾客说扣了两次' }]);

  const inquiry = page.locator('#inquiry');
  await inquiry.getByLabel(words.inquiry.words).fill('银行短信说已扣款 317.00');
  await office.button(words.inquiry.submit).click();
  await expect(page.getByText(words.order.asked)).toBeVisible();
  await expect(office.table(words.inquiry.evidence)).toContainText(words.inquiry.said.not_asked);
  await expect(inquiry).toContainText(words.inquiry.proposal.settle);
  await inquiry.getByLabel(words.inquiry.note).fill('早已入账，请顾客刷新');
  await office.button(words.inquiry.decide).click();
  await expect(page.getByText(words.order.decided)).toBeVisible();
  await expect(inquiry).toContainText('早已入账，请顾客刷新');
  await signIn.expectFit();
  expect(
    await database.query(
      'SELECT proposed::text, decided::text, decided_by AS by FROM payment_inquiries WHERE order_id = $1',
      [orderId],
    ),
  ).toEqual([{ proposed: 'settle', decided: 'settle', by: agent.id }]);

  // A code that may mean that the money has gone back already.
  await rail.scriptAmount(1_707, { outcome: 'refuse', respCode: '45' }, { kind: 'refund' });
  await askForRefund(stackInfo(), { orderId, amount: 1_707 });
  const held = page.locator('#held');
  await expect(async () => {
    await page.reload();
    await expect(held).toContainText('¥317.00', { timeout: 1_000 });
  }).toPass();
  await expect(held.getByText('45', { exact: true })).toBeVisible();
  await expect(held).toContainText(words.held.others);
  await page.context().clearCookies();
  const finance = await staff('finance', `/office/orders/${orderId}`);
  await signIn.expectFit();
  await held.getByRole('radio', { name: words.held.failed }).check();
  await held.getByLabel(words.held.why).fill('对账文件中没有这笔退款');
  await held.getByLabel(words.held.totp).fill(await finance.code());
  await office.button(words.held.submit).click();
  await expect(page.getByText(words.order.decided)).toBeVisible();
  await expect(held).toBeHidden();
  expect(
    await database.query(
      `SELECT r.state::text, a.why FROM refunds r JOIN audit_rows a ON a.subject_id = r.id
        WHERE r.order_id = $1 AND a.actor_id = $2`,
      [orderId, finance.id],
    ),
  ).toEqual([{ state: 'failed', why: '对账文件中没有这笔退款' }]);
});
