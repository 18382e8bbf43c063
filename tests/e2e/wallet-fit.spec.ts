import { EACH_LOOK } from '../support/browser-looks';
import { stackInfo } from '../support/browser-settings';
import { someCardNo } from '../support/card-numbers';
import { someIdNo } from '../support/id-numbers';
import { expect, test } from '../support/sign-in-fixtures';
import { transferAtBank } from '../support/transfer-in';
import { NAME, newcomer } from '../support/wallet-newcomer';

const PAGES = [
  '',
  '/statement',
  '/top-up',
  '/cards',
  '/withdraw',
  '/security',
  '/security/password',
];
/** The other language's own name, and names that are written as they are. */
const NAMES = /中文|演示银行|模拟存管银行|收银台客户备付金|王\*\*/g;

for (const look of EACH_LOOK) {
  test.describe(look.name, () => {
    test.use(look.use);

    test('every page of the wallet passes axe, fits its width and speaks one language', async ({
      page,
      locale,
    }) => {
      test.setTimeout(240_000);
      const { sandboxOrigin } = stackInfo();
      const { signIn, wallet } = await newcomer(page, locale);
      await signIn.expectFit();
      await page.goto('/wallet/activate');
      await signIn.expectFit();
      await page.goto('/wallet');
      await wallet.activate({ name: NAME, idNo: someIdNo() });
      await transferAtBank(sandboxOrigin, { number: await wallet.number(), amount: 10_000 });
      await wallet.expectBalance('100.00');
      await wallet.bind(someCardNo());
      for (const path of PAGES) {
        await page.goto(`/wallet${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await signIn.expectFit();
        const text = `${await page.title()} ${await page.locator('body').ariaSnapshot()}`;
        if (locale === 'en') expect(text.replaceAll(NAMES, '')).not.toMatch(/\p{Script=Han}/u);
      }
      await wallet.askToWithdraw('1');
      await signIn.expectFit();
      await wallet.freeze();
      await page.goto('/wallet/security/unfreeze');
      await signIn.expectFit();
      await page.goto('/wallet');
      await signIn.expectFit();
    });
  });
}
