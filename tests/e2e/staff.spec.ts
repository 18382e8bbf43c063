import { randomUUID } from 'node:crypto';
import { totpCode } from '@/lib/auth/totp';
import { stackInfo } from '../support/browser-settings';
import { addMember, STAFF_PASSWORD as PASSWORD } from '../support/browser-staff';
import { planted } from '../support/canaries';
import { SignInPages } from '../support/pages-sign-in';
import { expect, test } from '../support/sign-in-fixtures';

test('somebody new sets up an authenticator without JavaScript, works in their role, and is out at once', async ({
  page,
  browser,
  database,
  locale,
  signIn,
  staff,
}) => {
  const { staffWords: words } = signIn;
  const admin = await staff('admin', '/office/staff');
  const email = `${randomUUID()}@staff.test`;
  await page.getByLabel(words.add.name, { exact: true }).fill('New agent');
  await page.getByLabel(words.add.email, { exact: true }).fill(email);
  await page.getByLabel(words.yourCode, { exact: true }).fill(await admin.code());
  await signIn.button(words.add.submit).click();
  await expect(page.getByText(words.add.done)).toBeVisible();
  const password = (await page.getByRole('status').locator('code').textContent()) ?? '';
  await signIn.expectFit();

  const context = await browser.newContext({
    baseURL: stackInfo().origin,
    javaScriptEnabled: false,
    locale,
  });
  const theirs = new SignInPages(await context.newPage(), locale);
  await theirs.page.goto('/sign-in/staff?next=%2Foffice%2Fattempts');
  await theirs.signInAsStaff(email, password);
  await expect(theirs.heading(words.enrol.title)).toBeVisible();
  await expect(theirs.page.getByRole('img', { name: words.enrol.qr })).toBeVisible();
  const shown = await theirs.page.locator('.select-all').textContent();
  const secret = (shown ?? '').replaceAll(' ', '');
  const own = planted('password', `own ${randomUUID()}`);
  const enrol = async (code: string) => {
    await theirs.page.getByLabel(words.enrol.code, { exact: true }).fill(code);
    await theirs.page.getByLabel(words.enrol.password, { exact: true }).fill(own);
    await theirs.button(words.enrol.submit).click();
  };
  const right = () => totpCode(secret, new Date());
  await enrol(right() === '000000' ? '000001' : '000000');
  await expect(theirs.page.getByText(theirs.refusal('totp_wrong'))).toBeVisible();
  await enrol(right());
  await expect(theirs.page).toHaveURL('/office/attempts');

  // The role's page opens, another one's says that it does not, and neither does a closed session's.
  await theirs.page.goto('/office/staff');
  await expect(theirs.heading(words.notPermitted.title)).toBeVisible();
  await page.getByRole('link', { name: 'New agent' }).click();
  await signIn.expectFit();
  await page.getByText(words.change.disable.title).click();
  await page.locator('#code-disable').fill(await admin.code());
  await signIn.button(words.change.disable.submit).click();
  await expect(page.getByText(words.done.disable)).toBeVisible();
  await theirs.page.goto('/office/attempts');
  await expect(theirs.page).toHaveURL('/sign-in/staff?next=%2Foffice%2Fattempts');
  await theirs.signInAsStaff(email, own);
  await expect(theirs.alert()).toHaveText(theirs.refusal('sign_in_failed'));
  const [kept] = await database.query(
    `SELECT count(*)::int AS n FROM audit_rows r JOIN users u ON u.id = r.subject_id WHERE u.email = $1`,
    [email],
  );
  // Added, set up, signed in, disabled.
  expect(kept).toEqual({ n: 4 });
  await context.close();
});

test('the pages between the password and the code, and the one for who may not, fit every reader', async ({
  page,
  database,
  signIn,
}) => {
  const { staffWords: words } = signIn;
  await page.goto('/sign-in/staff');
  await signIn.signInAsStaff((await addMember(database, 'agent', { bare: true })).email, PASSWORD);
  await expect(signIn.heading(words.enrol.title)).toBeVisible();
  await signIn.expectFit();
  const member = await addMember(database, 'agent');
  await page.goto('/sign-in/staff?next=%2Foffice%2Fstaff');
  await signIn.signInAsStaff(member.email, PASSWORD);
  await expect(signIn.heading(words.code.title)).toBeVisible();
  await signIn.giveStaffCode('12345');
  await expect(page.getByLabel(words.code.label, { exact: true })).toHaveAccessibleDescription(
    new RegExp(words.problem.code),
  );
  await signIn.expectFit();
  await signIn.giveStaffCode(await member.code());
  await expect(signIn.heading(words.notPermitted.title)).toBeVisible();
  await signIn.expectFit();
});
