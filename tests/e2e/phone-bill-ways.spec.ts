import { carriersOf } from '../support/browser-carriers';
import { fill } from '../support/pages-words';
import { expect, test } from '../support/phone-bill-fixtures';
import { phoneNumber } from '../support/phone-numbers';

const PRICE = '¥6.00';
const SIX_YUAN = { amount: 600, customer: null };

test('a carrier that has a page of its own confirms there, and leads back', async ({
  page,
  order,
  bill,
  signIn,
}) => {
  const phone = phoneNumber({ carrier: 'cbn' });
  const carrier = bill.carriers.carrier.cbn;
  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.enter(phone);
  await bill.consent().check();
  await bill.button(fill(bill.say.submit.wap, { carrier, amount: PRICE })).click();
  await expect(bill.heading(fill(bill.say.go.title, { carrier }))).toBeVisible();
  await signIn.expectFit();
  await bill.link(fill(bill.say.go.button, { carrier, amount: PRICE })).click();

  // From here on the simulator's page, as the carrier has it.
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByLabel('短信验证码').fill(await bill.codeOf(phone));
  await page.getByRole('button', { name: '确认支付' }).click();
  await bill.expectPaidBy(phone, 'cbn');
  expect(await carriersOf(phone).states()).toEqual(['succeeded']);
});

test('who goes back from the carrier’s page without confirming is not charged, and can choose again', async ({
  page,
  order,
  bill,
}) => {
  const phone = phoneNumber({ carrier: 'cbn' });
  const carrier = bill.carriers.carrier.cbn;
  const payUrl = await order(SIX_YUAN);
  await page.goto(payUrl);
  await bill.choose(PRICE);
  await bill.enter(phone);
  await bill.consent().check();
  await bill.button(fill(bill.say.submit.wap, { carrier, amount: PRICE })).click();
  await expect(bill.heading(fill(bill.say.go.title, { carrier }))).toBeVisible();
  await page.goto(payUrl);
  await bill.button(bill.cashier.waiting.change).click();
  await expect(bill.method()).toBeVisible();
  expect(await carriersOf(phone).states()).toEqual(['cancelled']);
});

test('in an app that may, the shopper’s own phone is charged at one press; any other gets a code', async ({
  page,
  order,
  bill,
  signIn,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      CashierHost: {
        capabilities: async () => ({ version: 1, app: 'not-installed', directBilling: true }),
        startPay: async () => ({ result: 'not-installed' }),
      },
    });
  });
  const [own, other, payUrl] = [phoneNumber(), phoneNumber(), await order(SIX_YUAN)];
  await signIn.signIn(own, `/sign-in?next=${new URL(payUrl).pathname}`);
  await expect(page).toHaveURL(payUrl);
  await expect
    .poll(async () => (await page.context().cookies()).find(({ name }) => name === 'cashier_host'))
    .toMatchObject({ value: 'not-installed.direct' });
  await bill.choose(PRICE);
  await bill.enter(other);
  await expect(bill.button(fill(bill.say.submit.sms, { amount: PRICE }))).toBeVisible();
  await bill.link(bill.say.number.change).click();
  await bill.enter(own);
  await expect(page.getByText(fill(bill.say.charge.how.direct, { amount: PRICE }))).toBeVisible();
  await signIn.expectFit();
  await bill.consent().check();
  await bill.button(fill(bill.say.submit.direct, { amount: PRICE })).click();
  await bill.expectPaidBy(own, 'cmcc');
  expect(await carriersOf(own).states()).toEqual(['succeeded']);
  expect((await carriersOf(own).texts())[0]).toContain('扣费提醒');
});

test('physical goods are not paid by phone bill, and an amount without a price says which there are', async ({
  page,
  order,
  shop,
  cashier,
  bill,
}) => {
  await shop.open();
  await shop.buy('shirt');
  await cashier.expectToChoose('¥68.00');
  await expect(page.getByText(bill.cashier.method.carrier.name)).toHaveCount(0);
  await page.goto(await order({ amount: 700, customer: null }));
  await expect(bill.method()).toHaveCount(0);
  await expect(page.getByText(bill.cashier.method.carrier.name)).toBeVisible();
  await expect(page.getByText(/¥6、/)).toBeVisible();
});

for (const [name, userAgent] of [
  [
    'an iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  ],
  [
    'a PC',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  ],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ userAgent, isMobile: false });

    test('a phone bill cannot be chosen, and says why', async ({ page, order, bill }) => {
      const payUrl = await order(SIX_YUAN);
      await page.goto(payUrl);
      await expect(page.getByText(bill.cashier.reason.carrier_android_only)).toBeVisible();
      await expect(bill.method()).toHaveCount(0);
      await page.goto(`${payUrl}/phone`);
      await expect(page).toHaveURL(payUrl);
    });
  });
}
