import { randomUUID } from 'node:crypto';
import { stackInfo } from '../support/browser-settings';
import { addMember, addOwner, STAFF_PASSWORD as PASSWORD } from '../support/browser-staff';
import { expect, test } from '../support/sign-in-fixtures';

const OFFICE_DOOR = '/sign-in/staff?next=%2Foffice';

test('a merchant finds what its shop is connected with, and no secret', async ({
  page,
  database,
  signIn,
}) => {
  const { env, origin } = stackInfo();
  await page.goto('/merchant');
  await signIn.signInAsStaff(await addOwner(database), PASSWORD);
  await expect(page).toHaveURL('/merchant');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/禾木小店|Hemu Shop/);
  await expect(page.getByText(`${origin}/demo/webhook`)).toBeVisible();
  await expect(page.getByText('mer_hemu', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(env.DEMO_SHOP_API_KEY);
  await signIn.expectFit();
});

test('the office sees whether the books add up', async ({ page, database, signIn }) => {
  await page.goto('/office');
  await expect(page).toHaveURL(OFFICE_DOOR);
  await signIn.signInAsMember(await addMember(database, 'auditor'));
  await expect(page).toHaveURL('/office');
  await expect(page.getByText(/账目平衡|The books balance/)).toBeVisible();
  await signIn.expectFit();
  await signIn.button(signIn.words.signOut.here).click();
  await signIn.expectSignedOut();
  await page.goto('/office');
  await expect(page).toHaveURL(OFFICE_DOOR);
});

test('one role’s account does not open the other’s room', async ({ page, database, signIn }) => {
  await page.goto('/sign-in/staff');
  await signIn.signInAsMember(await addMember(database, 'agent'));
  await expect(page).toHaveURL('/office/find');
  await page.goto('/merchant');
  await expect(page).toHaveURL('/sign-in/staff?next=%2Fmerchant');
  const who = signIn.words.otherAccount.replace('{who}', 'Test agent');
  await expect(page.getByText(who)).toBeVisible();
  await signIn.signInAsStaff(await addOwner(database), PASSWORD);
  await expect(page).toHaveURL('/merchant');
});

test('an unknown account and a wrong password get the same answer', async ({
  page,
  database,
  signIn,
}) => {
  for (const email of [(await addMember(database, 'agent')).email, `${randomUUID()}@staff.test`]) {
    await page.goto('/sign-in/staff');
    await signIn.signInAsStaff(email, 'wrong password');
    await expect(signIn.alert()).toHaveText(signIn.refusal('sign_in_failed'));
    await expect(signIn.email()).toHaveValue(email);
    await expect(signIn.password()).toHaveValue('');
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('staff sign in, and what they typed is never sent back', async ({
    page,
    database,
    signIn,
  }) => {
    const member = await addMember(database, 'agent');
    const { email } = member;
    await page.goto('/office');
    await signIn.signInAsStaff(email, 'wrong password');
    await expect(signIn.alert()).toHaveText(signIn.refusal('sign_in_failed'));
    expect(await page.content()).not.toContain('wrong password');
    expect(await page.content()).not.toContain(email);
    await signIn.signInAsMember(member);
    await expect(page).toHaveURL('/office');
  });
});
