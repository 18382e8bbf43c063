import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { newId } from '@/lib/core/ids';
import { expect, test } from '../support/browser-fixtures';
import { stackInfo } from '../support/browser-settings';
import { addMember, addMerchantMember } from '../support/browser-staff';
import { expectCharged } from '../support/expect-charged';
import { PhonePages } from '../support/pages-phone';
import { SignInPages } from '../support/pages-sign-in';
import type { Words } from '../support/pages-words';

async function choose(
  page: Page,
  { testMode }: Words,
  outcome: keyof Words['testMode']['panel']['outcome'],
) {
  const panel = page.locator('details').filter({ hasText: testMode.panel.title });
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
  const name = testMode.panel.outcome[outcome];
  await panel.getByRole('button', { name }).click();
  // Read again, with what was chosen.
  await expect(panel.getByText(testMode.panel.chosen.replace('{outcome}', name))).toBeVisible();
}

test('in test mode the next payment ends as its page chose: declined, then in doubt and paid; told three times is one entry', async ({
  page,
  locale,
  order,
  cashier,
  words,
  rail,
  database,
}) => {
  const handset = new PhonePages(page, locale);
  await handset.choose('installed-in');
  const first = await order({ amount: 931 });
  await page.goto(first);
  await expect(page.getByText(words.testMode.banner)).toHaveCount(1);
  await choose(page, words, 'insufficient_funds');
  await cashier.payByQuickPass('¥9.31');
  await handset.confirm();
  await expect(page.getByText(words.told.failure.insufficient_funds)).toBeVisible();
  await cashier.expectToChoose('¥9.31');
  await choose(page, words, 'in_doubt');
  await cashier.payByQuickPass('¥9.31');
  await handset.confirm();
  await cashier.expectWaiting();
  await cashier.expectPaid();
  await expectCharged({ rail, database }, { payUrl: first, amount: 931, by: 'unionpay' });
  expect((await database.attempts(first)).map(({ state }) => state)).toEqual([
    'failed',
    'succeeded',
  ]);

  const second = await order({ amount: 932 });
  await page.goto(second);
  await choose(page, words, 'duplicate_notice');
  await cashier.payByQuickPass('¥9.32');
  await handset.confirm();
  await cashier.expectPaid();
  const told = async () =>
    (await rail.orders()).find(({ txnAmt }) => txnAmt === '932')?.noticeSends.length;
  await expect.poll(told).toBe(3);
  await expectCharged({ rail, database }, { payUrl: second, amount: 932, by: 'unionpay' });
});

test('a live order has no banner and no panel, and its address answers as if there were none', async ({
  page,
  request,
  order,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 933 });
  const [live] = await database.query(
    `INSERT INTO merchants (id, mode, opened_at, name, name_en, accent_color, return_origins, late_payment_policy,
                            balance_contract, hidden_methods)
     SELECT $1, 'live', now(), name, name_en, accent_color, return_origins, late_payment_policy,
            balance_contract, hidden_methods FROM merchants WHERE id = 'mer_hemu' RETURNING id`,
    [newId('mer')],
  );
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods, pay_token, state,
                         expires_at, content_hash)
     SELECT $4, $1, merchant_order_no, amount_minor, currency, subject, goods, $2, state, expires_at,
            content_hash FROM orders WHERE pay_token = $3`,
    [live?.id, token, payUrl.split('/').pop(), newId('ord')],
  );
  const { origin } = stackInfo();
  const post = (to: string) =>
    request.post(`${to}/outcome`, {
      form: { outcome: 'declined' },
      headers: { origin },
      maxRedirects: 0,
    });
  expect((await post(payUrl)).status()).toBe(303);
  expect((await post(`${origin}/pay/${token}`)).status()).toBe(404);
  expect((await request.post(`${payUrl}/outcome`, { form: { outcome: 'paid' } })).status()).toBe(
    403,
  );
  await page.goto(`${origin}/pay/${token}`);
  await expect(page.getByRole('main')).toContainText('¥9.33');
  await expect(page.getByText(words.testMode.banner)).toHaveCount(0);
  await expect(page.getByText(words.testMode.panel.title)).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the office opens live mode for a merchant, and a member of it goes there and back', async ({
    page,
    browser,
    locale,
    database,
    words,
  }) => {
    const merchantId = `mer_pair${Date.now()}`;
    await database.query(
      `INSERT INTO merchants (id, name, name_en, accent_color, return_origins, late_payment_policy,
                              balance_contract, hidden_methods)
       SELECT $1, '双子小店', 'Twin shop', accent_color, '{}', late_payment_policy, balance_contract, '{}'
         FROM merchants WHERE id = 'mer_hemu'`,
      [merchantId],
    );
    await page.goto('/office/merchants');
    const operator = await addMember(database, 'operator');
    await new SignInPages(page, locale).signInAsMember(operator);
    await page.goto(`/office/merchants?merchant=${merchantId}`);
    const { office } = words.testMode;
    await page.locator('summary').filter({ hasText: office.submit }).click();
    await page.getByRole('textbox', { name: office.why }).fill('合同已签');
    await page.locator('#live-code').fill(await operator.code());
    await page.getByRole('button', { name: office.submit }).click();
    await expect(page.getByText(office.isOpen)).toBeVisible();
    const open =
      'SELECT mode::text, opened_at IS NOT NULL AS open FROM merchants WHERE twin_id = $1';
    expect(await database.query(open, [merchantId])).toEqual([{ mode: 'live', open: true }]);

    // A member of the merchant goes there, and comes back.
    const context = await browser.newContext({ locale, javaScriptEnabled: false });
    const desk = await context.newPage();
    await desk.goto('/merchant');
    const member = await addMerchantMember(database, 'support', { merchantId });
    await new SignInPages(desk, locale).signInAsMember(member);
    const say = words.testMode.console;
    await expect(desk.getByText(say.test, { exact: true })).toBeVisible();
    await desk.getByRole('button', { name: say.toLive }).click();
    await expect(desk.getByText(say.live, { exact: true })).toBeVisible();
    await expect(desk.getByText(say.test, { exact: true })).toHaveCount(0);
    await desk.getByRole('button', { name: say.toTest }).click();
    await expect(desk.getByText(say.test, { exact: true })).toBeVisible();
    await context.close();
  });
});
