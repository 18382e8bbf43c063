import { randomUUID } from 'node:crypto';
import zh from '@/app/_messages/zh-CN/members.json';
import merchant from '@/app/_messages/zh-CN/merchant.json';
import { totpCode } from '@/lib/auth/totp';
import { stackInfo } from '../support/browser-settings';
import { addMerchantMember, STAFF_PASSWORD } from '../support/browser-staff';
import { planted } from '../support/canaries';
import { SignInPages } from '../support/pages-sign-in';
import { expect, test } from '../support/sign-in-fixtures';

test.use({ locale: 'zh-CN' });

test('who is invited joins without JavaScript, sees what the role may, makes a key that works, and is out at once', async ({
  page,
  browser,
  database,
  signIn,
}) => {
  const { origin } = stackInfo();
  const owner = await addMerchantMember(database);
  await page.goto('/merchant/members');
  await signIn.giveStaffPassword(owner.email, STAFF_PASSWORD);
  await signIn.expectFit();
  await signIn.giveStaffCode(await owner.code());
  await expect(page).toHaveURL('/merchant/members');
  const email = `${randomUUID()}@shop.test`;
  await page.getByLabel(zh.invite.email, { exact: true }).fill(email);
  await page.getByLabel(zh.yourCode, { exact: true }).fill(await owner.code());
  await signIn.button(zh.invite.submit).click();
  await expect(page.getByText(zh.invite.done)).toBeVisible();
  const link = (await page.getByRole('status').locator('code').textContent()) ?? '';
  await signIn.expectFit();
  await page.goto(link);
  await signIn.expectFit();

  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: false,
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
  });
  const theirs = new SignInPages(await context.newPage(), 'zh-CN');
  await theirs.page.goto(link);
  await theirs.page.getByLabel(zh.join.name, { exact: true }).fill('方舟');
  const own = planted('password', `own ${randomUUID()}`);
  await theirs.page.getByLabel(zh.join.password, { exact: true }).fill(own);
  await theirs.button(zh.join.submit).click();
  const { enrol } = theirs.staffWords;
  await expect(theirs.heading(enrol.title)).toBeVisible();
  await expect(theirs.page.getByLabel(enrol.password, { exact: true })).toHaveCount(0);
  const shown = await theirs.page.locator('.select-all').textContent();
  const secret = (shown ?? '').replaceAll(' ', '');
  await theirs.page.getByLabel(enrol.code, { exact: true }).fill(totpCode(secret, new Date()));
  await theirs.button(enrol.submit).click();
  await expect(theirs.page).toHaveURL('/merchant');

  // A link that was used opens nothing more.
  await page.goto(link);
  await expect(signIn.heading(zh.join.over)).toBeVisible();
  await signIn.expectFit();

  // A developer finds the keys in the folded menu, and no money.
  await theirs.page.getByText(zh.menu, { exact: true }).click();
  await expect(theirs.page.getByRole('link', { name: merchant.nav.members })).toHaveCount(0);
  await theirs.page.goto('/merchant/members');
  await expect(theirs.heading(zh.notPermitted.title)).toBeVisible();
  await theirs.page.getByText(zh.menu, { exact: true }).click();
  await theirs.page.getByRole('link', { name: merchant.nav.keys, exact: true }).click();
  const [{ id: userId }] = (await database.query('SELECT id FROM users WHERE email = $1', [
    email,
  ])) as [{ id: string }];
  // As if half a minute had passed since the last code.
  const nextCode = async () => {
    await database.query('UPDATE users SET totp_step = NULL WHERE id = $1', [userId]);
    return totpCode(secret, new Date());
  };
  const { keys } = zh;
  await theirs.page.getByLabel(keys.api.name, { exact: true }).fill(`试用 ${userId}`);
  await theirs.page.locator('#code-api').fill(await nextCode());
  await theirs.button(keys.api.create).click();
  await expect(theirs.page.getByText(keys.api.done)).toBeVisible();
  const key = (await theirs.page.getByRole('status').locator('code').textContent()) ?? '';
  const ask = () =>
    fetch(`${origin}/api/v1/orders/ord_nothing`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(404);
  await theirs.page.goto('/merchant/keys');
  const row = theirs.page.getByRole('listitem').filter({ hasText: `试用 ${userId}` });
  await expect(row).toContainText(keys.lastUsed);
  await row.getByText(keys.revoke.open, { exact: true }).click();
  await row.getByLabel(zh.yourCode).fill(await nextCode());
  await row.getByRole('button', { name: keys.revoke.confirm }).click();
  await expect(theirs.page.getByText(keys.done.api)).toBeVisible();
  expect((await ask()).status).toBe(401);

  // The owner switches the account off: the open session ends with it.
  await page.goto('/merchant/members');
  await page.getByRole('link', { name: '方舟', exact: true }).click();
  await signIn.expectFit();
  await page.getByText(zh.change.disable.title, { exact: true }).click();
  await page.locator('#code-disable').fill(await owner.code());
  await signIn.button(zh.change.disable.submit).click();
  await expect(page.getByText(zh.done.disable)).toBeVisible();
  await page.getByRole('link', { name: merchant.nav.changes, exact: true }).click();
  await expect(
    page.getByRole('row').filter({ hasText: `${email} ${zh.changes.value.disabled}` }),
  ).toContainText(zh.changes.subject.member);
  await theirs.page.goto('/merchant');
  await expect(theirs.page).toHaveURL('/sign-in/staff?next=%2Fmerchant');
  await context.close();
});
