import { randomUUID } from 'node:crypto';
import { addMerchant } from '../support/browser-contracts';
import type { Database } from '../support/browser-database';
import { OfficePages } from '../support/pages-office';
import { test as base, expect } from '../support/sign-in-fixtures';

const test = base.extend<{ office: OfficePages }>({
  office: async ({ page }, use) => use(new OfficePages(page)),
});

/** A merchant with a contract of its own at UnionPay; it comes first in the list. */
async function addContract(database: Database): Promise<{ merchantId: string; name: string }> {
  const id = randomUUID().replaceAll('-', '');
  const merchant = { merchantId: `mer_0${id}`, name: `Merchant ${id.slice(-6)}` };
  await database.query(
    `INSERT INTO merchants (id, name, name_en, accent_color, return_origins, late_payment_policy,
                            balance_contract, hidden_methods)
     VALUES ($1, $2, $2, '#0f766e', '{}', 'refund', 'bank_custody', '{}')`,
    [merchant.merchantId, merchant.name],
  );
  await database.query(
    `INSERT INTO channel_contracts (id, merchant_id, channel, merchant_no, access_type, permissions)
     VALUES ($1, $2, 'unionpay', '777290058110048', 'merchant', '{control,qr}')`,
    [`ctr_${id.slice(0, 26)}`, merchant.merchantId],
  );
  return merchant;
}

const liveContract = (database: Database, merchantId: string) =>
  database.query(
    `SELECT permissions, debit_cost_millionths AS cost, least_minor::text AS least, hours
       FROM channel_contracts WHERE merchant_id = $1 AND ended_at IS NULL`,
    [merchantId],
  );

test('the office agrees other terms of one contract, says why, and finds them on the page', async ({
  page,
  database,
  office,
  signIn,
}) => {
  const { channels } = office.words;
  const { merchantId, name } = await addContract(database);
  await office.open(database, '/office/channels');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(channels.title);
  const contract = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
    .last();
  await expect(contract).toContainText('777290058110048');
  await contract.getByText(channels.change, { exact: true }).click();
  await signIn.expectFit();

  const box = (of: keyof typeof channels.permission) =>
    contract.getByRole('checkbox', { name: channels.permission[of], exact: true });
  await expect(box('qr')).toBeChecked();
  await contract.getByLabel(channels.debitCostField).fill('多');
  await contract.getByLabel(channels.cause).fill('新的价目');
  await contract.getByRole('button', { name: channels.agree }).click();
  await expect(contract.getByLabel(channels.debitCostField)).toHaveAccessibleDescription(
    channels.costProblem,
  );
  expect(await liveContract(database, merchantId)).toMatchObject([
    { permissions: ['control', 'qr'] },
  ]);

  await box('qr').uncheck();
  await box('token').check();
  await contract.getByLabel(channels.debitCostField).fill('0.38');
  await contract.getByLabel(channels.leastField).fill('1.00');
  await contract.getByLabel(channels.hoursField).fill('06:00-24:00');
  await contract.getByLabel(channels.cause).fill('新的价目');
  await contract.getByRole('button', { name: channels.agree }).click();
  await expect(office.told('银联')).toBeVisible();
  await expect(contract).toContainText('0.38%');
  await expect(contract).toContainText('¥1.00');
  expect(await liveContract(database, merchantId)).toEqual([
    { permissions: ['control', 'token'], cost: 3_800, least: '100', hours: '06:00-24:00' },
  ]);
  const kept = await database.query(
    "SELECT cause FROM transitions WHERE subject_type = 'contract' AND subject_id = $1",
    [`unionpay:${merchantId}`],
  );
  expect(kept).toEqual([{ cause: '新的价目' }]);
});

test('the office adds a merchant’s contract through an institution, finds it on the page, and ends it', async ({
  page,
  database,
  office,
  signIn,
}) => {
  const { channels, contract: words } = office.words;
  const merchantId = await addMerchant(database);
  await office.open(database, '/office/channels');
  await page.getByRole('link', { name: channels.add }).first().click();
  await expect(page).toHaveURL('/office/channels/new?channel=unionpay');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);

  const field = (of: keyof typeof words.field) => page.getByLabel(words.field[of], { exact: true });
  await expect(field('acquirerCode')).toBeHidden();
  await page.getByLabel(channels.accessType.institution).check();
  await expect(field('subMerchantNo')).toBeHidden();
  await page.getByLabel(words.merchant, { exact: true }).fill('mer_nobody');
  await field('merchantNo').fill('777290058110048');
  await field('acquirerCode').fill('0102');
  await field('categoryCode').fill('5942');
  await field('merchantName').fill('青竹书店');
  await field('merchantShortName').fill('青竹');
  await page.getByRole('checkbox', { name: channels.permission.payout }).uncheck();
  await page.getByLabel(channels.debitCostField).fill('0.35');
  await page.getByLabel(channels.cause).fill('机构代签');
  await signIn.expectFit();

  await office.button(words.submit).click();
  await expect(field('acquirerCode')).toHaveAccessibleDescription(words.format.acquirerCode);
  await expect(field('acquirerCode')).toBeFocused();
  await field('acquirerCode').fill('01020304');
  await office.button(words.submit).click();
  await expect(page.getByLabel(words.merchant, { exact: true })).toBeFocused();
  await page.getByLabel(words.merchant, { exact: true }).fill(merchantId);
  await office.button(words.submit).click();

  await expect(office.told(channels.added.replace('{channel}', '银联'))).toBeVisible();
  const contract = page
    .locator('section section')
    .filter({ has: page.getByRole('heading', { level: 3, name: '青竹书店', exact: true }) })
    .first();
  for (const fact of [channels.accessType.institution, '01020304', '5942', '青竹', '0.35%']) {
    await expect(contract).toContainText(fact);
  }
  expect(await liveContract(database, merchantId)).toMatchObject([
    { cost: 3_500, permissions: expect.not.arrayContaining(['payout']) },
  ]);

  await contract.getByText(words.close, { exact: true }).click();
  await contract.getByLabel(words.closeCause).fill('机构解约');
  await contract.getByRole('button', { name: words.closeSubmit }).click();
  await expect(office.told(channels.closed.replace('{channel}', '银联'))).toBeVisible();
  expect(await liveContract(database, merchantId)).toEqual([]);
  const kept = await database.query(
    `SELECT event, cause FROM transitions WHERE subject_type = 'contract' AND subject_id = $1 ORDER BY id`,
    [`unionpay:${merchantId}`],
  );
  expect(kept).toEqual([
    { event: 'agree', cause: '机构代签' },
    { event: 'end', cause: '机构解约' },
  ]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the office adds a contract through a platform, and a problem is seen where it is', async ({
    page,
    database,
    office,
  }) => {
    const { channels, contract: words } = office.words;
    const merchantId = await addMerchant(database);
    const field = (of: keyof typeof words.field) =>
      page.getByLabel(words.field[of], { exact: true });
    await office.open(database, '/office/channels/new?channel=unionpay');
    for (const subMerchantNo of ['SUB', 'SUB00001']) {
      await page.getByLabel(words.merchant, { exact: true }).fill(merchantId);
      await field('merchantNo').fill('777290058110048');
      await page.getByLabel(channels.accessType.platform).check();
      await field('subMerchantNo').fill(subMerchantNo);
      await field('subMerchantName').fill('青竹书店');
      await field('subMerchantShortName').fill('青竹');
      await page.getByLabel(channels.cause).fill('平台代签');
      await office.button(words.submit).click();
      if (subMerchantNo === 'SUB00001') continue;
      await expect(field('subMerchantNo')).toBeVisible();
      await expect(field('subMerchantNo')).toHaveAccessibleDescription(words.format.subMerchantNo);
    }
    await expect(office.told(channels.added.replace('{channel}', '银联'))).toBeVisible();
    await expect(page.getByText('SUB00001', { exact: true }).first()).toBeVisible();
    expect(await liveContract(database, merchantId)).toHaveLength(1);
  });
});

test('the office sees which channel is left alone, and how many calls were answered', async ({
  database,
  office,
}) => {
  // An operation that the bank is never asked for, so that nobody else's payments are in the way.
  await database.query(
    `INSERT INTO channel_breakers (channel, operation, state, failures, opened_at, probe_at)
     VALUES ('bank', 'sign', 'open', 5, now(), now() + interval '1 hour') ON CONFLICT DO NOTHING`,
  );
  await database.query(
    `INSERT INTO channel_call_counts (channel, operation, minute, answered, failed)
     VALUES ('bank', 'sign', date_trunc('minute', now()), 3, 5)
     ON CONFLICT (channel, operation, minute) DO UPDATE SET answered = 3, failed = 5`,
  );
  await office.open(database, '/office/channels');
  const { channels, channel } = office.words;
  const row = office
    .table(channels.health)
    .getByRole('row')
    .filter({ hasText: channel.bank })
    .filter({ hasText: channels.operations.sign });
  await expect(row).toContainText(channels.breaker.open);
  await expect(row).toContainText('37.5%');
});

test('the office plans a maintenance, finds it on the page, and cancels it', async ({
  page,
  database,
  office,
  signIn,
}) => {
  const { channels, channel } = office.words;
  const { maintenance } = channels;
  await office.open(database, '/office/channels');
  const reason = `例行维护 ${randomUUID().slice(0, 8)}`;
  const form = page.locator('form').filter({ has: page.getByLabel(maintenance.from) });
  const plan = async (from: string, until: string) => {
    if (!(await form.isVisible())) {
      await page.getByText(maintenance.plan, { exact: true }).click();
    }
    await form
      .getByLabel(channels.channel, { exact: true })
      .selectOption({ label: channel.netsunion });
    await form.getByLabel(maintenance.from).fill(from);
    await form.getByLabel(maintenance.until).fill(until);
    await form.getByLabel(maintenance.reason).fill(reason);
    await office.button(maintenance.submit).click();
  };
  // Far enough away to be in the way of nobody else's payment.
  await plan('2035-01-02T03:00', '2035-01-02T02:00');
  await expect(page.getByLabel(maintenance.until, { exact: true })).toHaveAccessibleDescription(
    new RegExp(maintenance.orderProblem),
  );
  await signIn.expectFit();
  await plan('2035-01-02T03:00', '2035-01-02T05:00');
  await expect(office.told(maintenance.planned)).toBeVisible();
  const planned = page.getByRole('listitem').filter({ hasText: reason });
  await expect(planned).toContainText('2035-01-02 03:00:00');
  await planned.getByText(maintenance.cancel, { exact: true }).click();
  await planned.getByRole('button', { name: maintenance.cancelConfirm }).click();
  await expect(office.told(maintenance.cancelled)).toBeVisible();
  await expect(planned).toHaveCount(0);
});
