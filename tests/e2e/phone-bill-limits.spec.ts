import { carriersOf } from '../support/browser-carriers';
import { masked } from '../support/pages-phone-bill';
import { fill } from '../support/pages-words';
import { expect, test } from '../support/phone-bill-fixtures';
import { phoneNumber } from '../support/phone-numbers';

const PRICE = '¥6.00';
const SIX_YUAN = { amount: 600, customer: null };

test('a number that is not covered is told so before any code is sent, with the next best way', async ({
  page,
  order,
  bill,
  signIn,
}) => {
  const [phone, payUrl] = [phoneNumber({ province: 'henan' }), await order(SIX_YUAN)];
  await page.goto(payUrl);
  await bill.choose(PRICE);
  await bill.enter(phone);
  const notice = page.getByRole('status').filter({ hasText: masked(phone) });
  await expect(notice).toBeFocused();
  const henan = { province: bill.carriers.province['41'], short: bill.say.short.cmcc };
  await expect(notice).toContainText(fill(bill.say.obstacle.province_not_open, henan));
  await signIn.expectFit();
  expect(await carriersOf(phone).texts()).toEqual([]);
  await bill.expectNowhere(phone);
  const method = bill.cashier.method.quickpass.name;
  await bill.link(fill(bill.say.obstacle.instead, { method })).click();
  await expect(page).toHaveURL(payUrl);
});

test('an amount over the dearest price of the number’s carrier is told the most for one payment', async ({
  page,
  order,
  bill,
  signIn,
}) => {
  // China Telecom has ¥50, in two provinces: so the way is offered before the number is known.
  const phone = phoneNumber();
  await page.goto(await order({ amount: 5_000, customer: null }));
  await bill.choose('¥50.00');
  await bill.enter(phone);
  const notice = page.getByRole('status').filter({ hasText: masked(phone) });
  await expect(notice).toContainText('单笔上限 ¥30.00');
  await expect(notice).toContainText(bill.say.obstacle.nothing);
  await signIn.expectFit();
  expect(await carriersOf(phone).texts()).toEqual([]);
});

test('who has used up the month is told what is left of it, and gets no code', async ({
  page,
  order,
  bill,
  signIn,
  database,
}) => {
  const [phone, paid] = [phoneNumber({ carrier: 'cucc' }), await order(SIX_YUAN)];
  const handset = carriersOf(phone);
  await page.goto(paid);
  await bill.choose(PRICE);
  await bill.askForCode(phone, PRICE);
  await bill.giveCode(phone, PRICE);
  await bill.expectPaidBy(phone, 'cucc');
  await expect.poll(() => handset.texts().then(([newest]) => newest)).toContain('扣费提醒');
  const texts = await handset.texts();
  // No day has room for a month: ¥91 were paid on the days before.
  const [attempt] = await database.attempts(paid);
  const counted = await database.query(
    `UPDATE carrier_usage u SET used_minor = u.used_minor + 9100 FROM carrier_reservations r
      WHERE r.attempt_id = $1 AND u.line_id = r.line_id AND u.scope = 'user_month'
        AND u.key = r.phone_hash AND u.period = r.month RETURNING u.used_minor::int AS used`,
    [attempt?.id],
  );
  expect(counted).toEqual([{ used: 9_700 }]);

  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.enter(phone);
  const notice = page.getByRole('status').filter({ hasText: masked(phone) });
  await expect(notice).toBeFocused();
  await expect(notice).toContainText('本月还可支付 ¥3.00');
  await signIn.expectFit();
  await expect(bill.consent()).toHaveCount(0);
  expect(await handset.texts()).toEqual(texts);
});

test('a number that is nobody’s looks like any other', async ({ page, order, bill }) => {
  const phone = phoneNumber({ ending: '0003' });
  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.enter(phone);
  await expect(page.getByText(masked(phone))).toBeVisible();
});
