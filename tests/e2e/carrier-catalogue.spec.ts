import { randomUUID } from 'node:crypto';
import words from '@/app/_messages/zh-CN/office-carriers.json';
import type { Database } from '../support/browser-database';
import { OfficePages } from '../support/pages-office';
import { test as base, expect } from '../support/sign-in-fixtures';

const test = base.extend<{ office: OfficePages }>({
  office: async ({ page }, use) => use(new OfficePages(page)),
});

test('the office sees what a file would do, puts it in effect once, and sees what is wrong with another', async ({
  page,
  database,
  office,
  signIn,
}) => {
  await office.open(database, '/office/carriers');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
  const lines = office.table(words.lines.title);
  await expect(lines.getByRole('row').filter({ hasText: 'cmcc-national' })).toContainText(
    '全国，除 河南',
  );
  await signIn.expectFit();
  const upload = async (text: string) => {
    await page.getByLabel(words.upload.file).setInputFiles({
      name: 'lines.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await office.button(words.upload.submit).click();
  };

  const now = await (await page.request.get('/office/carriers/lines.csv')).text();
  expect(now).toContain('cbn-national');
  await upload(now);
  await expect(page.getByText(words.draft.nothing)).toBeVisible();
  await expect(office.button(words.draft.apply)).toHaveCount(0);

  await upload(now.replace('cucc-national,cucc', 'cucc-national,nobody'));
  const problems = office.table(words.draft.problems);
  await expect(problems).toContainText(words.draft.problemOf.malformed);
  await signIn.expectFit();
  await expect(office.button(words.draft.apply)).toHaveCount(0);

  // When its carrier pays is what no payment of another test goes by.
  const days = Number(/^cbn-national,.*,(\d+),[^,]*$/m.exec(now)?.[1]) + 1;
  await upload(now.replace(/^(cbn-national,.*,)\d+(,[^,]*)$/gm, `$1${days}$2`));
  const draft = page.url();
  await expect(office.table(words.draft.changes)).toContainText('cbn-national');
  await expect(lines).not.toContainText(`账期 ${days} 天`);
  await office.button(words.draft.apply).click();
  await expect(page.getByRole('status').filter({ hasText: words.applied.lines })).toBeVisible();
  await expect(lines.getByRole('row').filter({ hasText: 'cbn-national' })).toContainText(
    `账期 ${days} 天`,
  );
  await page.goto(draft);
  await expect(page.getByText(words.draft.gone)).toBeVisible();

  await upload('not,a,catalogue\n');
  await expect(page.getByRole('alert').filter({ hasText: words.refused })).toBeVisible();
});

/** A merchant of whose payments too many were complained about. */
async function addStop(database: Database): Promise<string> {
  const id = randomUUID().replaceAll('-', '').slice(0, 26);
  const name = `Merchant ${id.slice(-6)}`;
  await database.query(
    `INSERT INTO merchants (id, name, name_en, accent_color, return_origins, late_payment_policy,
                            balance_contract, hidden_methods)
     VALUES ($1, $2, $2, '#0f766e', '{}', 'refund', 'bank_custody', '{}')`,
    [`mer_${id}`, name],
  );
  await database.query(
    `INSERT INTO carrier_stops (id, merchant_id, line_id, month, complaints, payments)
     VALUES ($1, $2, 'cbn-national', '2026-10', 7, 300)`,
    [`csp_${id}`, `mer_${id}`],
  );
  return name;
}

test('the office lifts a stop and says why', async ({ page, database, office }) => {
  const name = await addStop(database);
  await office.open(database, '/office/carriers');
  const stop = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(name) }) })
    .last();
  await expect(stop).toContainText('300');
  await stop.getByText(words.stops.lift, { exact: true }).first().click();
  await stop.getByLabel(words.stops.cause).fill('已与运营商核对');
  await stop.getByRole('button', { name: words.stops.submit }).click();
  await expect(page.getByRole('status').filter({ hasText: words.lifted })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  const [lifted] = await database.query(
    `SELECT t.cause FROM transitions t JOIN carrier_stops s ON s.id = t.subject_id
      JOIN merchants m ON m.id = s.merchant_id WHERE m.name = $1`,
    [name],
  );
  expect(lifted).toEqual({ cause: '已与运营商核对' });
});
