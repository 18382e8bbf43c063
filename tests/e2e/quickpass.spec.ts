import { expect, test } from '../support/browser-fixtures';
import { type DemoPhone, PhonePages } from '../support/pages-phone';
import { fill } from '../support/pages-words';

const SYNCHRONOUS: [DemoPhone, 'control' | 'cashier', code: string | undefined][] = [
  ['installed-in', 'control', undefined],
  ['installed-out', 'cashier', '111111'],
  ['in-app', 'control', undefined],
];

for (const [phone, surface, code] of SYNCHRONOUS) {
  test(`QuickPass on a phone (${phone}): one start, and the result with the card’s kind in one step`, async ({
    page,
    locale,
    order,
    cashier,
    words,
    database,
  }) => {
    const handset = new PhonePages(page, locale);
    await handset.choose(phone);
    const payUrl = await order({ amount: 210 });
    await page.goto(payUrl);
    const { quickpass } = words.cashier.method;
    await expect(page.getByText(quickpass[surface])).toBeVisible();
    await expect(page.getByText(quickpass.promotion)).toBeVisible({
      visible: phone !== 'installed-out',
    });
    await cashier.payByQuickPass('¥2.10');
    await handset.confirm(code);
    await cashier.expectPaid();
    const { withCard } = words.cashier.paid;
    const card = words.cashier.cardType.debit;
    await expect(page.getByText(fill(withCard, { method: quickpass.name, card }))).toBeVisible();
    expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
    expect(await database.attempts(payUrl)).toHaveLength(1);
  });
}

test('QuickPass on a phone without the app: UnionPay’s page on the same TN, and no card’s kind', async ({
  page,
  locale,
  order,
  cashier,
  words,
  database,
}) => {
  const handset = new PhonePages(page, locale);
  await handset.choose('none');
  const payUrl = await order({ amount: 220 });
  await page.goto(payUrl);
  await expect(page.getByText(words.cashier.method.quickpass.wap)).toBeVisible();
  await cashier.payByQuickPass('¥2.20');
  await handset.confirm('111111');
  await cashier.expectPaid();
  await expect(page.getByText(words.cashier.cardType.debit)).toHaveCount(0);
  expect(await database.attempts(payUrl)).toHaveLength(1);
});

test('a host that does not answer is asked about and not passed by; its TN can still be paid', async ({
  page,
  locale,
  order,
  cashier,
  words,
  database,
}) => {
  const handset = new PhonePages(page, locale);
  await handset.choose('installed-in');
  const payUrl = await order({ amount: 230 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥2.30');
  await expect(handset.overlay()).toBeVisible();
  // The page is loaded again in the middle: whatever the app answers now, nobody hears it.
  await page.reload();
  await expect(page.getByText(words.cashier.waiting.host.silent)).toBeVisible();
  await cashier.expectWaiting();
  expect((await database.attempts(payUrl)).map(({ state }) => state)).toEqual(['waiting']);

  await cashier.continueButton().click();
  await handset.confirm();
  await cashier.expectPaid();
  expect(await database.attempts(payUrl)).toHaveLength(1);
});

test('a payment cancelled in the app failed by UnionPay’s word, and another way is open', async ({
  page,
  locale,
  order,
  cashier,
  words,
}) => {
  const handset = new PhonePages(page, locale);
  await handset.choose('installed-in');
  await page.goto(await order({ amount: 240 }));
  await cashier.payByQuickPass('¥2.40');
  await handset.cancel();
  await expect(page.getByText(words.told.failure.cancelled)).toBeVisible();
  await cashier.expectToChoose('¥2.40');
});

test('a phone whose app is gone is a browser again', async ({ page, locale, order, words }) => {
  const handset = new PhonePages(page, locale);
  const { quickpass } = words.cashier.method;
  await handset.choose('installed-in');
  const payUrl = await order({ amount: 250 });
  await page.goto(payUrl);
  await expect(page.getByText(quickpass.control)).toBeVisible();
  await page.context().clearCookies({ name: 'demo_phone' });
  await page.reload();
  await expect(page.getByText(quickpass.control)).toHaveCount(0);
});
