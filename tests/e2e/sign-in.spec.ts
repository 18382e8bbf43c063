import { stackInfo } from '../support/browser-settings';
import { codeOnHandset } from '../support/handset';
import { SignInPages } from '../support/pages-sign-in';
import { somePhone } from '../support/phones';
import { expect, test } from '../support/sign-in-fixtures';

test('a shopper signs in by phone and code, stays signed in, and signs out', async ({
  page,
  signIn,
}) => {
  const phone = somePhone();
  await signIn.signIn(phone);
  await signIn.expectSignedIn(phone);
  await page.reload();
  await signIn.expectSignedIn(phone);
  await signIn.button(signIn.words.signOut.here).click();
  await signIn.expectSignedOut();
  await page.goto('/sign-in');
  await signIn.expectSignedOut();
});

test('neither the phone nor the code is in any address or page on the way', async ({
  page,
  signIn,
}) => {
  const phone = somePhone();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto('/sign-in');
  const code = await signIn.askForCode(phone);
  expect(await page.content()).not.toContain(phone);
  expect(await page.content()).toContain(`${phone.slice(0, 3)}****`);
  await signIn.giveCode(code);
  await signIn.expectSignedIn(phone);
  expect(addresses.filter((url) => url.includes(phone) || url.includes(code))).toEqual([]);
});

test('a wrong code is said beside its field, which has the focus; the right one still works', async ({
  page,
  signIn,
}) => {
  const phone = somePhone();
  await page.goto('/sign-in');
  const code = await signIn.askForCode(phone);
  await expect(signIn.code()).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(signIn.code()).toHaveAttribute('inputmode', 'numeric');
  await signIn.giveCode(code === '000000' ? '000001' : '000000');
  await expect(signIn.code()).toHaveAttribute('aria-invalid', 'true');
  const refused = new RegExp(signIn.refusal('sign_in_code_wrong'));
  await expect(signIn.code()).toHaveAccessibleDescription(refused);
  await expect(signIn.code()).toBeFocused();
  await signIn.giveCode('12');
  await expect(signIn.code()).toHaveAccessibleDescription(new RegExp(signIn.words.problem.code));
  await signIn.giveCode(code);
  await signIn.expectSignedIn(phone);
});

test('another code can be asked for; the earlier one no longer works', async ({ page, signIn }) => {
  const phone = somePhone();
  await page.goto('/sign-in');
  const earlier = await signIn.askForCode(phone);
  await signIn.button(signIn.words.code.resend).click();
  await expect(page.getByRole('status')).toContainText(signIn.words.code.resent);
  const code = await codeOnHandset(stackInfo().sandboxOrigin, phone);
  // One time in a million both are the same.
  if (code !== earlier) {
    await signIn.giveCode(earlier);
    await expect(signIn.code()).toHaveAttribute('aria-invalid', 'true');
  }
  await signIn.giveCode(code);
  await signIn.expectSignedIn(phone);
});

test('signing in leads back to where one was going', async ({ page, signIn }) => {
  await signIn.signIn(somePhone(), '/sign-in?next=%2Fdemo%3Ffrom%3Dsign-in');
  await expect(page).toHaveURL('/demo?from=sign-in');
  // Signed in already, one is not asked again.
  await page.goto('/sign-in?next=%2Fdemo%3Fagain');
  await expect(page).toHaveURL('/demo?again');
});

for (const evil of [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
]) {
  test(`signing in never leads to ${JSON.stringify(evil)}`, async ({ page, signIn }) => {
    const phone = somePhone();
    await signIn.signIn(phone, `/sign-in?next=${encodeURIComponent(evil)}`);
    await signIn.expectSignedIn(phone);
    await expect(page).toHaveURL('/wallet');
  });
}

test('who goes on to the cashier gets it as a page of its own, with its own security policy', async ({
  page,
  order,
  signIn,
}) => {
  const address = await order({ customer: null });
  const loaded = page.waitForResponse(
    (response) => response.url() === address && response.request().resourceType() === 'document',
  );
  await signIn.signIn(somePhone(), `/sign-in?next=${new URL(address).pathname}`);
  const policy = (await loaded).headers()['content-security-policy'];
  expect(policy).toMatch(/form-action 'self' http/);
  await expect(page).toHaveURL(address);
});

test('a signed-in shopper sees their own balance on a pay page whose shop does not know them', async ({
  page,
  order,
  signIn,
  cashier,
  database,
}) => {
  const address = await order({ customer: null });
  await page.goto(address);
  await expect(cashier.method('quickpass')).toBeVisible();
  await expect(cashier.method('balance')).toHaveCount(0);
  // The demo story's shopper has one phone with one live code: two projects would race for it.
  await database.query(`SELECT pg_advisory_lock(hashtext('the demo shopper signs in'))`);
  await signIn.signIn('13800138000', `/sign-in?next=${new URL(address).pathname}`);
  await expect(page).toHaveURL(address);
  await expect(cashier.method('balance')).toBeEnabled();
});

test('signing out everywhere ends the session of every other browser at once', async ({
  page,
  browser,
  locale,
  baseURL,
  signIn,
}) => {
  const phone = somePhone();
  await signIn.signIn(phone);
  await signIn.expectSignedIn(phone);
  const context = await browser.newContext({ locale, baseURL });
  const other = new SignInPages(await context.newPage(), locale);
  await other.signIn(phone);
  await other.expectSignedIn(phone);
  await signIn.button(signIn.words.signOut.everywhere).click();
  await signIn.expectSignedOut();
  await other.page.reload();
  await other.expectSignedOut();
  await context.close();
  await page.reload();
  await signIn.expectSignedOut();
});

test('a phone number that is none is said beside its field', async ({ page, signIn }) => {
  await page.goto('/sign-in');
  await signIn.phone().fill('12345');
  await signIn.button(signIn.words.phone.submit).click();
  await expect(signIn.phone()).toHaveAccessibleDescription(new RegExp(signIn.words.problem.phone));
  await expect(signIn.phone()).toBeFocused();
});

test('the code page is only for those who asked for a code', async ({ page }) => {
  await page.goto('/sign-in/code?next=%2Fdemo');
  await expect(page).toHaveURL('/sign-in?next=%2Fdemo');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a shopper signs in, gets a code wrong once, and arrives', async ({ page, signIn }) => {
    const phone = somePhone();
    await page.goto('/sign-in?next=%2Fdemo');
    const code = await signIn.askForCode(phone);
    await signIn.giveCode('12');
    await expect(signIn.code()).toHaveAccessibleDescription(new RegExp(signIn.words.problem.code));
    await signIn.giveCode(code);
    await expect(page).toHaveURL('/demo');
    await page.goto('/sign-in');
    await signIn.expectSignedIn(phone);
    await signIn.button(signIn.words.signOut.everywhere).click();
    await signIn.expectSignedOut();
  });
});
