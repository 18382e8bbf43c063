import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import zh from '@/app/_messages/zh-CN/staff.json';
import { addMerchantAccount, freeNumber } from '../support/browser-accounts';
import { addChannelFile } from '../support/browser-files';
import { stackInfo } from '../support/browser-settings';
import { addOwner, STAFF_PASSWORD } from '../support/browser-staff';
import { OfficePages } from '../support/pages-office';
import { test as base, expect } from '../support/sign-in-fixtures';
import { transferAtBank } from '../support/transfer-in';

const test = base.extend<{ office: OfficePages }>({
  office: async ({ page }, use) => use(new OfficePages(page)),
});

const transferIn = (number: string, amount: number, remark = '') =>
  transferAtBank(stackInfo().sandboxOrigin, { number, amount, remark });

test('the trial balance of a day balances, and says whether the day is closed', async ({
  page,
  database,
  office,
  signIn,
}) => {
  await office.open(database, '/office/ledger');
  const { ledger } = office.words;
  await expect(page.getByText(ledger.balanced, { exact: true })).toBeVisible();
  await expect(page.getByText(ledger.open, { exact: true })).toBeVisible();
  const total = page.getByRole('row').filter({ hasText: ledger.total }).getByRole('cell');
  const [, debits, credits, debitBalance, creditBalance] = await total.allTextContents();
  expect(debits).toMatch(/^[\d,]+\.\d\d$/);
  expect(credits).toBe(debits);
  expect(creditBalance).toBe(debitBalance);
  await signIn.expectFit();

  await page.getByLabel(ledger.day).fill('2020-02-29');
  await office.button(ledger.show).click();
  await expect(office.table(ledger.caption.replace('{day}', '2020-02-29'))).toBeVisible();
  await page.getByRole('link', { name: ledger.check }).click();
  await expect(page.getByText(office.words.books.balanced)).toBeVisible();
});

test('money for nobody is credited to whom it belongs, and the statement and the entry say so in words', async ({
  page,
  database,
  office,
  signIn,
}) => {
  const { suspense, account, entry } = office.words;
  const remark = `claim ${randomUUID()}`;
  const { name, number } = await addMerchantAccount(database);
  await transferIn(freeNumber(), 4_321, remark);
  const member = await office.open(database, '/office/ledger/suspense');
  const found = office.suspenseCase(remark);
  await expect(async () => {
    await page.reload();
    await expect(found).toContainText('¥43.21', { timeout: 1_000 });
  }).toPass();
  await signIn.expectFit();

  await found.getByLabel(zh.yourCode).fill(await member.code());
  await found.getByLabel(suspense.number).fill(`${number.slice(0, -1)}x`);
  await found.getByRole('button', { name: suspense.assign }).click();
  await expect(found.getByLabel(suspense.number)).toHaveAccessibleDescription(
    suspense.numberProblem,
  );
  await found.getByLabel(zh.yourCode).fill(await member.code());
  await found.getByLabel(suspense.number).fill(number);
  await found.getByRole('button', { name: suspense.assign }).click();
  await expect(page.getByRole('status').filter({ hasText: number })).toBeVisible();
  await expect(found).toHaveCount(0);

  await office.openAccount(number);
  await signIn.expectFit();
  const line = office.table(account.caption).getByRole('row').filter({ hasText: '43.21' }).first();
  await expect(line).toContainText('待查款认领 ¥43.21：暂收款（待查） → 商户结算账户');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: account.csv }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.split('\r\n')[0]).toContain('记账时间');
  expect(file).toContain('待查款认领 ¥43.21');

  await line.getByRole('link').click();
  await expect(office.table(entry.caption)).toContainText(name);
  await signIn.expectFit();
});

test('a frozen account says so, and who froze it and why stays on record', async ({
  page,
  database,
  office,
}) => {
  const { account, state } = office.words;
  const cause = `court order ${randomUUID()}`;
  const { number } = await addMerchantAccount(database);
  await transferIn(number, 100);
  const member = await office.open(database, '/office/ledger/accounts');
  await office.openAccount(number);
  await page.getByLabel(account.cause).fill(cause);
  await page.getByLabel(zh.yourCode).fill(await member.code());
  await office.button(account.freeze).click();
  await expect(page.getByText(state.frozen, { exact: true })).toBeVisible();
  await page.getByLabel(account.cause).fill('settled');
  await page.getByLabel(zh.yourCode).fill(await member.code());
  await office.button(account.unfreeze).click();
  await expect(page.getByText(state.active, { exact: true })).toBeVisible();
  const [kept] = await database.query(
    `SELECT t.event, u.role::text AS role FROM transitions t JOIN users u ON u.id = t.actor WHERE t.cause = $1`,
    [cause],
  );
  expect(kept).toEqual({ event: 'freeze', role: 'office' });
});

test('what a channel’s file and our records disagree about is told in words', async ({
  page,
  database,
  office,
}) => {
  const numbers = await addChannelFile(database);
  await office.open(database, '/office/reconciliation');
  const { findings, differences } = office.words.reconciliation;
  const rows = office.table(differences).getByRole('row');
  for (const [finding, number] of Object.entries(numbers)) {
    const words = findings[finding as keyof typeof numbers];
    await expect(rows.filter({ hasText: number })).toContainText(words);
  }
  await expect(office.table(office.words.reconciliation.files)).toBeVisible();
  await expect(page.getByRole('link', { name: office.words.nav.reconciliation })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('nobody else reads a statement, a page or a file', async ({ page, database, signIn }) => {
  await page.goto('/sign-in/staff');
  await signIn.signInAsStaff(await addOwner(database), STAFF_PASSWORD);
  await expect(page).toHaveURL('/merchant');
  const address = '/office/ledger/accounts/platform_bank:platform:CNY';
  expect((await page.request.get(`${address}/statement.csv`)).status()).toBe(403);
  await page.goto(address);
  await expect(page).toHaveURL(/\/sign-in\/staff/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('money is assigned as well', async ({ page, database, office }) => {
    const remark = `plain ${randomUUID()}`;
    const { number } = await addMerchantAccount(database);
    await transferIn(freeNumber(), 777, remark);
    const member = await office.open(database, '/office/ledger/suspense');
    const found = office.suspenseCase(remark);
    await expect(async () => {
      await page.reload();
      await expect(found).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await found.getByLabel(office.words.suspense.number).fill(number);
    await found.getByLabel(zh.yourCode).fill(await member.code());
    await found.getByRole('button', { name: office.words.suspense.assign }).click();
    await expect(page.getByRole('status').filter({ hasText: '¥7.77' })).toBeVisible();
  });
});
