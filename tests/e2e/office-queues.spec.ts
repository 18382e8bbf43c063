import { randomInt } from 'node:crypto';
import words from '../../app/_messages/zh-CN/office-queues.json';
import type { Database } from '../support/browser-database';
import { stackInfo } from '../support/browser-settings';
import { addAttempt, addOrder, type QueuedOrder } from '../support/factories/queue-rows';
import { OfficePages } from '../support/pages-office';
import { fill } from '../support/pages-words';
import { expect, test } from '../support/sign-in-fixtures';

const caption = fill(words.table.caption, { queue: words.queue['in-doubt'] });

/** An amount that no other test pays, nor this one where it is tried again: "13.37". */
const someAmount = (): string => `${randomInt(2_000, 9_000)}.${randomInt(10, 100)}`;
const fenOf = (amount: string): number => Number(amount.replace('.', ''));

/** A payment whose answer was lost an hour ago. */
async function addDoubt(database: Database, amountMinor: number): Promise<QueuedOrder> {
  const run = (text: string, values: unknown[]) => database.query(text, values);
  const order = await addOrder(run, 'mer_hemu', { amountMinor });
  await addAttempt(run, order, { amountMinor });
  return order;
}

test('a queue fills while somebody looks at it, is worked through by keyboard, and says who else has a row open', async ({
  page,
  browser,
  contextOptions,
  database,
  signIn,
}) => {
  const office = new OfficePages(page);
  const amount = someAmount();
  const path = `/office/queues/in-doubt?least=${amount}&most=${amount}`;
  await office.open(database, path, 'senior_agent');
  await expect(page.getByText(words.table.noneFiltered)).toBeVisible();
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  const first = await addDoubt(database, fenOf(amount));
  const rows = office.table(caption).locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(1);
  const second = await addDoubt(database, fenOf(amount));
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText(words.table.late);
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  await signIn.expectFit();

  const link = ({ orderNo }: QueuedOrder) => page.getByRole('link', { name: orderNo, exact: true });
  const order = await rows.first().getByRole('link').textContent();
  const [one, two] = order === first.orderNo ? [first, second] : [second, first];
  await page.keyboard.press('j');
  await expect(link(one)).toBeFocused();
  await page.keyboard.press('j');
  await expect(link(two)).toBeFocused();
  await page.keyboard.press('x');
  await expect(rows.nth(1).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: words.keys.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(link(one)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/office/orders/${one.orderId}`);

  const { origin } = stackInfo();
  const context = await browser.newContext({ ...contextOptions, baseURL: origin, locale: 'zh-CN' });
  const other = new OfficePages(await context.newPage());
  const colleague = await other.open(database, `/office/orders/${one.orderId}`, 'agent');
  const seen = (name: string) => fill(words.live.one, { names: name });
  await expect(page.getByText(seen(colleague.displayName))).toBeVisible();
  await expect(other.page.getByText(seen('Test senior_agent'))).toBeVisible();
  // A session that was ended hears nothing more, at once.
  const asked = `/office/events?subject=order:${one.orderId}`;
  expect((await context.request.get(asked)).status()).toBe(200);
  await database.query('UPDATE users SET token_version = token_version + 1 WHERE id = $1', [
    colleague.id,
  ]);
  expect((await context.request.get(asked)).status()).toBe(401);
  await context.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('filters are saved as a view, and a dry run is confirmed row by row', async ({
    page,
    database,
  }) => {
    const office = new OfficePages(page);
    const amount = someAmount();
    const order = await addDoubt(database, fenOf(amount));
    const member = await office.open(database, '/office/queues/in-doubt', 'senior_agent');
    await page.getByText(words.filter.title, { exact: true }).click();
    await page.getByLabel(words.filter.least).fill(amount);
    await page.getByLabel(words.filter.most).fill(amount);
    await office.button(words.filter.apply).click();
    const rows = office.table(caption).locator('tbody').getByRole('row');
    await expect(rows).toHaveCount(1);

    await page.getByText(words.views.title, { exact: true }).click();
    await page.getByLabel(words.views.name).fill('十四块');
    await office.button(words.views.save).click();
    const nav = page.getByRole('navigation', { name: words.nav.label });
    await expect(nav.getByRole('link', { name: '十四块' })).toHaveAttribute(
      'href',
      new RegExp(`\\?.*least=${amount.replace('.', '\\.')}`),
    );
    await nav.getByRole('link', { name: words.queue.duplicates }).click();
    await nav.getByRole('link', { name: '十四块' }).click();
    await expect(rows).toHaveCount(1);

    const action = fill(words.bulk.check, { action: words.bulk.action['ask-again'] });
    await rows.getByRole('checkbox').check();
    await office.button(action).click();
    await expect(office.table(words.bulk.caption).getByRole('row')).toHaveCount(2);
    await expect(office.table(words.bulk.caption)).toContainText(order.orderNo);
    const audited = async () =>
      (
        await database.query('SELECT action FROM audit_rows WHERE actor_id = $1 ORDER BY id', [
          member.id,
        ])
      ).map((row) => row.action);
    expect(await audited()).not.toContain('queue.bulk');
    await page.getByRole('main').locator('form').getByRole('button').click();
    await expect(page.getByRole('status')).toHaveText(
      fill(words.bulk.done, { done: '1', skipped: '0', failed: '0' }),
    );
    expect(await audited()).toContain('queue.bulk');

    const file = await page.request.get(`/office/queues/in-doubt/queue.csv?least=${amount}`);
    expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
    expect(await file.text()).toContain('exported_by');
    expect(await audited()).toContain('queue.export');
  });
});
