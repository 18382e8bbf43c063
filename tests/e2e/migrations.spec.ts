import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import en from '../../app/_messages/en/merchant.json';
import zh from '../../app/_messages/zh-CN/merchant.json';
import { addOwner, STAFF_PASSWORD } from '../support/browser-staff';
import { fileCustomer, fileOf } from '../support/migration-files';
import { fill } from '../support/pages-words';
import { expect, test } from '../support/sign-in-fixtures';

const words = zh.migrations;

const choose = (page: Page, text: string) =>
  page
    .getByLabel(words.file)
    .setInputFiles({ name: 'kunden.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

async function download(page: Page, card: Locator, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('link', { name }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a merchant uploads existing customers, watches, and takes the numbers home', async ({
      page,
      database,
      signIn,
    }, { project }) => {
      await page.goto('/merchant/migrations');
      await signIn.signInAsStaff(await addOwner(database), STAFF_PASSWORD);
      await expect(page).toHaveURL('/merchant/migrations');
      const good = fileCustomer({ reference: `${project.name}-${javaScriptEnabled}` });
      // All screens look at the same shop: each brings as many bad lines as nobody else.
      const bad = (project.name === 'phone' ? 1 : 3) + (javaScriptEnabled ? 0 : 1);
      const lines = Array.from({ length: bad }, () => fileCustomer({ idNo: '1' }));
      await choose(page, fileOf([good, ...lines]));
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: words.submit }).click();
      await expect(page.getByRole('status').getByText(words.taken)).toBeVisible();

      const counts = fill(words.counts, {
        rows: String(bad + 1),
        signed: '1',
        rejected: String(bad),
        left: '0',
      });
      const card = page.getByRole('region').filter({ hasText: counts });
      await expect(card.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
      await expect(card.getByText(words.state.done)).toBeVisible();
      if (javaScriptEnabled) await signIn.expectFit();
      expect(await download(page, card, words.agreements)).toContain('agr_');
      expect(await download(page, card, words.rejects)).toContain('bad_id_no');
    });
  });
}

test('a file that cannot be read is refused in words, in either language', async ({
  page,
  database,
  signIn,
}) => {
  await page.goto('/merchant');
  await signIn.signInAsStaff(await addOwner(database), STAFF_PASSWORD);
  await page.getByRole('link', { name: zh.nav.migrations }).click();
  await choose(page, 'a,b\n1,2\n');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: words.submit }).click();
  const told = page.getByRole('main').getByRole('alert');
  await expect(told).toContainText(signIn.refusal('csv_header_invalid'));
  await page.goto(`${page.url()}&lang=en`);
  await expect(told).toContainText(en.migrations.refused);
  await signIn.expectFit();
});
