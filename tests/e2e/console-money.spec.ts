import type { Page } from '@playwright/test';
import merchant from '@/app/_messages/zh-CN/merchant.json';
import money from '@/app/_messages/zh-CN/merchant-figures.json';
import payments from '@/app/_messages/zh-CN/payments.json';
import { REFUSALS } from '@/lib/core/refusals';
import { scrollsSideways } from '../support/browser-checks';
import { addContractedMerchant } from '../support/browser-merchant';
import { placeOrder } from '../support/browser-orders';
import { stackInfo } from '../support/browser-settings';
import { addMerchantMember } from '../support/browser-staff';
import { CARD, HOLDER } from '../support/known-account';
import { expect, test } from '../support/sign-in-fixtures';

/** What else a page owes its reader is seen in every-page: axe needs a script of its own. */
const expectNarrow = async (page: Page) => expect(await scrollsSideways(page)).toBe(false);

test.use({ locale: 'zh-CN', javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test('without JavaScript an owner sets methods, limits and sites, and reads figures, money and statements', async ({
  page,
  database,
  signIn,
}) => {
  const { merchantId, apiKey } = await addContractedMerchant(database, ['api_wap', 'qr']);
  const owner = await addMerchantMember(database, 'owner', { merchantId });
  const { settings, withdrawals } = money;
  await page.goto('/merchant/settings');
  await signIn.signInAsMember(owner);
  await expect(page).toHaveURL('/merchant/settings');
  await expectNarrow(page);

  const part = (title: string) =>
    page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  const save = (title: string) =>
    part(title).getByRole('button', { name: settings.save, exact: true }).click();
  await part(settings.limits.title).getByLabel(settings.limits.orderMost).fill('五元');
  await save(settings.limits.title);
  await expect(page.getByText(settings.limits.problem)).toBeVisible();
  await part(settings.limits.title).getByLabel(settings.limits.orderMost).fill('5');
  await save(settings.limits.title);
  await expect(page.getByText(settings.done.limits)).toBeVisible();
  await expect(placeOrder(stackInfo(), { apiKey, amount: 501 })).rejects.toThrow();

  const payUrl = await placeOrder(stackInfo(), { apiKey, amount: 500, customer: null });
  const quickpass = page.getByText(new RegExp(payments.method.quickpass));
  await page.goto(payUrl);
  await expect(quickpass.first()).toBeVisible();
  await page.goto('/merchant/settings');
  await page
    .getByLabel(new RegExp(`^${payments.method.quickpass}`))
    .first()
    .uncheck();
  await save(settings.methods.title);
  await expect(page.getByText(settings.done.methods)).toBeVisible();
  await page.goto(payUrl);
  await expect(quickpass).toHaveCount(0);

  await page.goto('/merchant?days=7');
  await expect(page.getByText(money.funnel.opened, { exact: true })).toBeVisible();
  await page.getByText(money.trend.asTable).click();
  await expect(page.getByRole('table', { name: money.trend.title })).toBeVisible();
  await expectNarrow(page);

  await page.goto('/merchant/orders');
  const least = page.getByLabel(money.orders.least, { exact: true });
  await least.fill('五元');
  await signIn.button(merchant.orders.find).click();
  await expect(page.getByText(money.orders.problem.amount)).toBeVisible();
  await expect(least).toHaveValue('五元');
  await expect(page.getByRole('table')).toHaveCount(0);
  await expectNarrow(page);
  await least.fill('5');
  await signIn.button(merchant.orders.find).click();
  await expect(page.getByRole('table', { name: merchant.orders.caption })).toBeVisible();

  await page.goto('/merchant/statements');
  await expectNarrow(page);
  await page
    .getByRole('link', { name: /^20\d\d-\d\d$/ })
    .first()
    .click();
  await expect(page.getByText(money.statement.opening).first()).toBeVisible();
  await expectNarrow(page);
  const csv = page.getByRole('link', { name: money.statement.csv });
  const file = await page.request.get((await csv.getAttribute('href')) ?? '');
  expect(file.headers()['content-type']).toContain('text/csv');
  expect(await file.text()).toContain(money.statement.opening);

  await page.goto('/merchant/withdrawals');
  await expect(page.getByText(withdrawals.noAccount)).toBeVisible();
  await page.getByLabel(withdrawals.account.holder, { exact: true }).fill(HOLDER);
  await page.getByLabel(withdrawals.account.card, { exact: true }).fill(CARD);
  await page.getByLabel(withdrawals.code, { exact: true }).fill(await owner.code());
  await signIn.button(withdrawals.account.submit).click();
  await expect(page.getByText(withdrawals.done.account)).toBeVisible();
  expect(await page.content()).not.toContain(CARD);
  await page.getByLabel(withdrawals.amount, { exact: true }).fill('1.00');
  await page.locator('#withdrawal-code').fill(await owner.code());
  await signIn.button(withdrawals.submit).click();
  const refused = page.locator('form').getByRole('alert');
  await expect(refused).toHaveText(REFUSALS.over_withdrawable.zh.replace('{most}', '¥0.00'));
  await expectNarrow(page);
});
