import type { Browser, Page } from '@playwright/test';
import members from '../../app/_messages/zh-CN/members.json';
import zh from '../../app/_messages/zh-CN/payment-links.json';
import { addContractedMerchant } from '../support/browser-merchant';
import { addMerchantMember } from '../support/browser-staff';
import { expect, test } from '../support/sign-in-fixtures';

test.use({ locale: 'zh-CN' });

const field = (page: Page, name: keyof typeof zh.new.field) =>
  page.getByLabel(zh.new.field[name].label, { exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A shopper's narrow phone without JavaScript, which has never been here. */
async function shopper(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, locale: 'zh-CN', viewport: { width: 360, height: 740 } },
  });
  return context.newPage();
}

test('a shop makes a link for one payment of an open amount; shoppers without JavaScript are held to its bounds and its one use', async ({
  page,
  browser,
  database,
  signIn,
}) => {
  const { merchantId } = await addContractedMerchant(database, []);
  const support = await addMerchantMember(database, 'support', { merchantId });
  await page.goto('/merchant/links');
  await signIn.signInAsMember(support);
  await page.getByRole('link', { name: zh.new.counter }).click();
  await field(page, 'subject').fill('柜台收款');
  await field(page, 'least').fill('8');
  await field(page, 'most').fill('5');
  await field(page, 'uses').fill('1');
  await press(page, zh.new.submit);
  await expect(page.getByText(zh.problem.bounds)).toBeVisible();
  // What was typed is still there.
  await expect(field(page, 'subject')).toHaveValue('柜台收款');
  await field(page, 'most').fill('88.80');
  await signIn.expectFit();
  await press(page, zh.new.submit);
  await expect(page.getByText(zh.done.created)).toBeVisible();
  await signIn.expectFit();
  await expect(page.getByRole('img', { name: zh.code })).toBeVisible();
  const address = (await page.getByRole('definition').getByText('/l/').textContent()) ?? '';
  expect(address).toMatch(/\/l\/[0-9a-z]{20}$/);
  const linkPage = page.url().split('?')[0] ?? '';

  // The form that the shop pastes into its own page leads there.
  const form = page.getByText('<form action=');
  const html = (await form.textContent()) ?? '';
  const first = await shopper(browser);
  await first.setContent(html);
  await first.getByRole('button', { name: zh.snippet.pay }).click();
  await expect(first.getByRole('heading', { level: 1, name: '柜台收款' })).toBeVisible();
  const amount = first.getByLabel(zh.pay.amount);
  for (const [typed, problem] of [
    ['', '请填写这一项'],
    ['7.99', '¥8.00'],
    ['88.81', '¥88.80'],
  ] as const) {
    await amount.fill(typed);
    await press(first, zh.pay.pay);
    await expect(amount).toHaveAccessibleDescription(new RegExp(problem));
    await expect(amount).toHaveAttribute('aria-invalid', 'true');
  }
  await amount.fill('12.5');
  await press(first, zh.pay.pay);
  await expect(first).toHaveURL(/\/pay\/[\w-]{43}$/);
  await expect(first.getByRole('main')).toContainText('12.50');

  const second = await shopper(browser);
  await second.goto(address);
  await expect(second.getByRole('heading', { name: zh.over.busy.title })).toBeVisible();
  await expect(second.getByText(zh.over.money)).toBeVisible();
  await first.goto(address);
  await first.getByRole('link', { name: zh.pay.own.open }).click();
  await expect(first).toHaveURL(/\/pay\/[\w-]{43}$/);

  // On paper there is the code and nothing to press.
  await page.goto(`${linkPage}/sheet`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: zh.sheet.code })).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
  await page.emulateMedia({ media: null });

  await page.goto(linkPage);
  await expect(page.getByRole('rowheader', { name: /^PL-/ })).toHaveCount(1);
  await press(page, zh.stop.submit);
  await expect(page.getByText(zh.done.stopped)).toBeVisible();
  await second.goto(address);
  await expect(second.getByRole('heading', { name: zh.over.stopped.title })).toBeVisible();
  await first.context().close();
  await second.context().close();
});

test('a developer adds an SM2 key by PEM and asks for SM2 signatures', async ({
  page,
  database,
  signIn,
}) => {
  const { merchantId } = await addContractedMerchant(database, []);
  const developer = await addMerchantMember(database, 'developer', { merchantId });
  await page.goto('/merchant/signatures');
  await signIn.signInAsMember(developer);
  const words = zh.signatures;
  // The platform's own key is a key like any other.
  const pem = (await page.getByText('-----BEGIN PUBLIC KEY-----').textContent()) ?? '';
  const [add, terms] = [
    page.locator('form').filter({ hasText: words.keys.key }),
    page.locator('form').filter({ hasText: words.terms.sm2Notices.label }),
  ];
  await add.getByLabel(words.keys.key).fill(pem.replace(/[A-Z]{4}/, 'AAAA'));
  await add.getByLabel(members.yourCode).fill(await developer.code());
  await add.getByRole('button').click();
  await expect(add.getByRole('alert')).toBeVisible();
  await add.getByLabel(words.keys.key).fill(pem);
  await add.getByLabel(members.yourCode).fill(await developer.code());
  await add.getByRole('button').click();
  await expect(page.getByText(words.done.added)).toBeVisible();
  await signIn.expectFit();
  await terms.getByRole('checkbox', { name: words.terms.sm2Notices.label }).check();
  await terms.getByLabel(members.yourCode).fill(await developer.code());
  await terms.getByRole('button').click();
  await expect(page.getByText(words.done.terms)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: words.terms.sm2Notices.label })).toBeChecked();
});
