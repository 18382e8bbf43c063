import { expect, test } from '@playwright/test';
import { EACH_LOOK } from '../support/browser-looks';
import { SignInPages } from '../support/pages-sign-in';
import { somePhone } from '../support/phones';

for (const look of EACH_LOOK) {
  test.describe(look.name, () => {
    test.use(look.use);

    test('the sign-in pages fit every screen and every reader', async ({ page, locale }) => {
      const signIn = new SignInPages(page, locale);
      await page.goto('/sign-in/staff');
      await signIn.expectFit();
      await page.goto('/sign-in');
      await signIn.expectFit();
      await signIn.button(signIn.words.phone.submit).click();
      await expect(signIn.phone()).toHaveAttribute('aria-invalid', 'true');
      await signIn.expectFit();
      const phone = somePhone();
      const code = await signIn.askForCode(phone);
      await signIn.expectFit();
      await signIn.giveCode(code);
      await signIn.expectSignedIn(phone);
      await signIn.expectFit();
    });

    test('the sign-in pages speak one language', async ({ page, locale }) => {
      const signIn = new SignInPages(page, locale);
      for (const path of ['/sign-in', '/sign-in/staff']) {
        await page.goto(path);
        const text = await page.getByRole('main').textContent();
        if (locale === 'en') expect(text).not.toMatch(/\p{Script=Han}/u);
        else expect(text).not.toMatch(/[A-Za-z]{4,}/);
      }
      await expect(signIn.email()).toBeVisible();
    });
  });
}
