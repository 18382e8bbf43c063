import { readFile } from 'node:fs/promises';
import { newSortableNumber } from '@/lib/core/ids';
import zh from '../../app/_messages/zh-CN/carrier-statements.json';
import zhCarriers from '../../app/_messages/zh-CN/carriers.json';
import { addOwner, STAFF_PASSWORD } from '../support/browser-staff';
import {
  makeCarrierLine,
  payByPhone,
  paymentOf,
  type StatementLine,
  statementFile,
} from '../support/carrier-statement-file';
import { OfficePages } from '../support/pages-office';
import { fill } from '../support/pages-words';
import { expect, test } from '../support/sign-in-fixtures';

async function textOf(lines: readonly StatementLine[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of statementFile(lines)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('finance imports a carrier’s statement, writes down what it paid, and the merchant reads each step', async ({
  page,
  database,
  signIn,
}) => {
  // Never in the catalogue, which other tests compare at this very moment: its carrier still sends what is owed.
  const lineId = await makeCarrierLine(database.query, { ended: true });
  const series = newSortableNumber().slice(6, 18);
  const payments = { lineId, merchantIds: ['mer_hemu'], series, count: 12 };
  await payByPhone(database.query, payments);
  const paid = (n: number) => ({ kind: 'paid', ...paymentOf(payments, n) }) as const;
  const buffer = await textOf([
    paid(11),
    { ...paid(11), kind: 'reduction', amountMinor: 1_000n, shareMinor: 300n },
    { ...paid(11), channelOrderNo: `${series}-nobodys` },
  ]);
  const office = new OfficePages(page);
  const member = await office.open(database, '/office/carrier-statements');
  const choose = async (content: Buffer) => {
    await page.getByRole('combobox', { name: zh.upload.line }).selectOption(lineId);
    await page.getByLabel(zh.upload.month).fill('2026-10');
    const file = { name: 'statement.csv', mimeType: 'text/csv', buffer: content };
    await page.getByLabel(zh.upload.file).setInputFiles(file);
    await page.locator('#import-code').fill(await member.code());
    await page.getByRole('button', { name: zh.upload.submit }).click();
  };

  await choose(Buffer.from(buffer.toString().replace('30.00', '30.005')));
  const alert = page.getByRole('alert').filter({ hasText: zh.result.refused });
  const problem = fill(zh.result.problem, { line: '2', problem: zh.problem.not_whole_fen });
  await expect(alert.getByText(problem)).toBeVisible();

  await choose(buffer);
  const status = page.getByRole('status');
  await expect(status.getByText(zh.result.booked)).toBeVisible();
  await expect(status.getByText(fill(zh.result.withDifferences, { count: '1' }))).toBeVisible();
  await expect(office.table(zh.differences.title).getByText(`${series}-nobodys`)).toBeVisible();
  await choose(buffer);
  await expect(status.getByText(zh.result.known)).toBeVisible();

  const [row] = await database.query('SELECT id FROM carrier_statements WHERE line_id = $1', [
    lineId,
  ]);
  const pay = async (amount: string) => {
    await page
      .getByRole('combobox', { name: zh.remittance.statement })
      .selectOption(String(row?.id));
    await page.getByLabel(zh.remittance.amount).fill(amount);
    await page.getByLabel(zh.remittance.reference).fill(`bank-${series}`);
    await page.getByLabel(zh.remittance.receivedOn).fill('2026-11-20');
    await page.locator('#remittance-code').fill(await member.code());
    await page.getByRole('button', { name: zh.remittance.submit }).click();
  };
  // ¥30 less ¥10, and a share of ¥6.
  await pay('14.01');
  await expect(page.getByRole('alert').getByText('¥14.00')).toBeVisible();
  await pay('14');
  await expect(status.getByText(zh.result.recorded)).toBeVisible();
  await expect(page.locator(`option[value="${row?.id}"]`)).toHaveCount(0);
  await signIn.expectFit();

  await page.context().clearCookies();
  await page.goto('/merchant/carrier-statements');
  await signIn.signInAsStaff(await addOwner(database), STAFF_PASSWORD);
  const link = page.locator(`a[href="/merchant/carrier-statements/${row?.id}/lines.csv"]`);
  const card = page.locator('section').filter({ has: link });
  for (const amount of ['¥30.00', '-¥10.00', '-¥6.00', '-¥0.18']) {
    await expect(card.getByText(amount, { exact: true })).toBeVisible();
  }
  await expect(card.getByText('¥13.82', { exact: true }).first()).toBeVisible();
  await expect(card.getByText(zhCarriers.carrier.cmcc)).toBeVisible();
  await expect(card.getByText('2026-12-30', { exact: true })).toBeVisible();
  await expect(card.getByText(zh.merchant.paid, { exact: true })).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  await signIn.expectFit();
});
