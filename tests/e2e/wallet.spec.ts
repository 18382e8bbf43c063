import { readFile } from 'node:fs/promises';
import { refusalText } from '@/lib/core/errors';
import { stackInfo } from '../support/browser-settings';
import { planted } from '../support/canaries';
import { someCardNo } from '../support/card-numbers';
import { someIdNo } from '../support/id-numbers';
import { WALLET_PASSWORD } from '../support/pages-wallet';
import { expect, test } from '../support/sign-in-fixtures';
import { transferAtBank } from '../support/transfer-in';
import { NAME, newcomer } from '../support/wallet-newcomer';

const transferTo = (number: string, amount: number) =>
  transferAtBank(stackInfo().sandboxOrigin, { number, amount });

test('a shopper opens a wallet, gets money by transfer, and withdraws some to a card', async ({
  page,
  locale,
}) => {
  const { wallet } = await newcomer(page, locale);
  await wallet.activate({ name: NAME, idNo: someIdNo() });
  await expect(wallet.balance()).toContainText('0.00');
  await transferTo(await wallet.number(), 32_000);
  await wallet.expectBalance('320.00');

  await wallet.bind(someCardNo());
  await wallet.withdraw('120', '¥120.00');
  await wallet.expectBalance('200.00');

  await page.goto('/wallet/statement');
  await expect(page.getByText('+¥320.00')).toBeVisible();
  await expect(page.getByText('−¥120.00')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: wallet.words.statement.download }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.trim().split('\r\n')).toHaveLength(3);
  expect(file).toContain('320.00');
});

test('a frozen wallet pays nothing until its owner unfreezes it with both proofs', async ({
  page,
  locale,
  order,
  cashier,
  words,
}) => {
  const { wallet } = await newcomer(page, locale);
  await wallet.activate({ name: NAME, idNo: someIdNo() });
  await transferTo(await wallet.number(), 5_000);
  await wallet.expectBalance('50.00');
  const address = await order({ customer: null });

  await wallet.freeze();
  await page.goto(address);
  await expect(page.getByText(words.cashier.reason.account_frozen)).toBeVisible();
  await expect(cashier.method('balance')).toHaveCount(0);

  await wallet.unfreeze();
  await page.goto(address);
  await cashier.payByBalance('¥0.01', WALLET_PASSWORD);
  await cashier.expectPaid();
  await wallet.expectBalance('49.99');
});

test('what is wrong is said beside its field, and what was typed stays, but no secret', async ({
  page,
  locale,
}) => {
  const { wallet } = await newcomer(page, locale);
  const { activate, problem } = wallet.words;
  await page.goto('/wallet/activate');
  await wallet.field(activate.name).fill(NAME);
  await wallet.field(activate.idNo).fill('110101199003070037');
  await wallet.field(activate.password).fill('123456');
  await wallet.field(activate.repeat).fill('123456');
  await wallet.button(activate.submit).click();
  await expect(wallet.field(activate.idNo)).toBeFocused();
  await expect(wallet.field(activate.password)).toHaveAccessibleDescription(
    new RegExp(problem.passwordWeak),
  );
  await expect(wallet.field(activate.name)).toHaveValue(NAME);
  await expect(wallet.field(activate.password)).toHaveValue('');
});

test('a forgotten payment password is set anew with a code and the identity number', async ({
  page,
  locale,
}) => {
  const { wallet } = await newcomer(page, locale);
  const idNo = someIdNo();
  await wallet.activate({ name: NAME, idNo });
  const { reset, code } = wallet.words;
  await page.goto('/wallet/security/password');
  await wallet.askForCode();
  await wallet.field(code.label).fill(await wallet.code());
  await wallet.field(reset.idNo).fill(someIdNo());
  const password = planted('password', '975310');
  for (const label of [reset.password, reset.repeat]) await wallet.field(label).fill(password);
  await wallet.button(reset.submit).click();
  await expect(wallet.field(reset.idNo)).toHaveAccessibleDescription(
    refusalText('identity_unproved', 'zh-CN'),
  );
  await wallet.field(code.label).fill(await wallet.code());
  await wallet.field(reset.idNo).fill(idNo);
  for (const label of [reset.password, reset.repeat]) await wallet.field(label).fill(password);
  await wallet.button(reset.submit).click();
  await expect(page.getByText(reset.done)).toBeVisible();
});

test('the wallet is its owner’s alone: nobody else’s account, and no room for staff', async ({
  page,
  locale,
  database,
}) => {
  await page.goto('/wallet/statement');
  await expect(page).toHaveURL('/sign-in?next=%2Fwallet%2Fstatement');
  const { signIn, wallet } = await newcomer(page, locale);
  await wallet.activate({ name: NAME, idNo: someIdNo() });
  const [alice] = await database.query(`SELECT id FROM customers WHERE reference = 'alice'`);
  const file = await page.request.get(`/wallet/statement.csv?account=${alice?.id}`);
  expect(file.status()).toBe(404);
  expect(file.headers()['cache-control']).toBe('no-store');
  for (const path of [`/wallet/statement?account=${alice?.id}`, '/wallet/withdraw/pyt_1']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
  }
  await page.goto('/wallet/security');
  await signIn.button(signIn.words.signOut.everywhere).click();
  await signIn.expectSignedOut();
  await page.goto('/wallet');
  await expect(page).toHaveURL('/sign-in?next=%2Fwallet');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a wallet is opened, filled, withdrawn from, frozen and unfrozen', async ({
    page,
    locale,
  }) => {
    const { wallet } = await newcomer(page, locale);
    await wallet.activate({ name: NAME, idNo: someIdNo() });
    await transferTo(await wallet.number(), 10_000);
    await wallet.expectBalance('100.00');
    await wallet.bind(someCardNo());
    await wallet.askToWithdraw('30');
    await wallet.giveProofs(wallet.words.confirm.submit.replace('{amount}', '¥30.00'), '000000');
    await expect(wallet.field(wallet.words.password.label)).toHaveAttribute('aria-invalid', 'true');
    expect(await page.content()).not.toContain('000000');
    await wallet.withdraw('30', '¥30.00');
    await wallet.freeze();
    await wallet.unfreeze();
    await wallet.expectBalance('70.00');
  });
});
