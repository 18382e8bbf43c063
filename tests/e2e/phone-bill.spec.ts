import { carriersOf } from '../support/browser-carriers';
import { masked } from '../support/pages-phone-bill';
import { fill } from '../support/pages-words';
import { expect, test } from '../support/phone-bill-fixtures';
import { lookalikeOf, phoneNumber } from '../support/phone-numbers';

const PRICE = '¥6.00';
const SIX_YUAN = { amount: 600, customer: null };

test('a phone is charged with a code: said before what it means, and the carrier texts after', async ({
  page,
  order,
  bill,
  signIn,
  database,
}) => {
  const [phone, payUrl] = [phoneNumber(), await order(SIX_YUAN)];
  const handset = carriersOf(phone);
  await page.goto(payUrl);
  await bill.choose(PRICE);
  await signIn.expectFit();
  await bill.enter('1391234');
  await expect(bill.field()).toBeFocused();
  await expect(bill.field()).toHaveAccessibleDescription(/11/);

  await bill.enter(`+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`);
  await expect(page.getByText(masked(phone))).toBeVisible();
  await expect(page.getByRole('region', { name: bill.say.charge.title })).toBeFocused();
  const place = { carrier: bill.carriers.carrier.cmcc, province: bill.carriers.province['11'] };
  await expect(page.getByText(fill(bill.say.place, place))).toBeVisible();
  await expect(page.getByText('增值业务-数字内容')).toBeVisible();
  await expect(page.getByText(fill(bill.say.charge.noFee, { amount: PRICE }))).toBeVisible();
  await expect(page.getByText(bill.say.charge.leftThisMonth)).toBeVisible();
  await expect(page.getByText(bill.say.charge.refund)).toBeVisible();
  await signIn.expectFit();
  await bill.expectNowhere(phone);

  const get = bill.button(fill(bill.say.submit.sms, { amount: PRICE }));
  await get.click();
  await expect(bill.consent()).toBeFocused();
  await expect(bill.consent()).toHaveAccessibleDescription(bill.say.consent.required);
  expect(await handset.texts()).toEqual([]);
  await bill.consent().check();
  await get.click();
  await bill.expectCodeAsked(phone);
  await expect(bill.code()).toHaveAttribute('autocomplete', 'one-time-code');
  await signIn.expectFit();
  await bill.expectNowhere(phone);

  await bill.giveCode(phone, PRICE);
  await bill.expectPaidBy(phone, 'cmcc');
  await signIn.expectFit();
  await bill.expectNowhere(phone);
  await expect.poll(() => handset.texts().then(([newest]) => newest)).toContain('扣费提醒');
  expect(await handset.states()).toEqual(['succeeded']);
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

test('the third wrong code ends the payment uncharged, and a new one may be asked for', async ({
  page,
  order,
  bill,
}) => {
  const phone = phoneNumber();
  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.askForCode(phone, PRICE);
  const right = await bill.codeOf(phone);
  const wrong = right === '111111' ? '222222' : '111111';
  for (const left of [2, 1]) {
    await bill.typeCode(wrong, PRICE);
    await expect(bill.code()).toBeFocused();
    await expect(bill.code()).toHaveValue('');
    await expect(bill.code()).toHaveAccessibleDescription(new RegExp(`${left}`));
    await expect(
      page.getByText(fill(bill.say.code.triesLeft, { count: String(left) })),
    ).toBeVisible();
  }
  await bill.typeCode(wrong, PRICE);
  await bill.expectFailed('code_tries_used');
  expect(await carriersOf(phone).states()).not.toContain('succeeded');

  await bill.choose(PRICE);
  await bill.consent().check();
  await bill.button(fill(bill.say.submit.sms, { amount: PRICE })).click();
  await bill.expectCodeAsked(phone);
  await expect.poll(() => bill.codeOf(phone)).not.toBe(right);
  await bill.giveCode(phone, PRICE);
  await bill.expectPaidBy(phone, 'cmcc');
  expect((await carriersOf(phone).states()).filter((state) => state === 'succeeded')).toHaveLength(
    1,
  );
});

test('a code that is too old charges nothing, and says so', async ({ page, order, bill }) => {
  const phone = phoneNumber();
  await carriersOf(phone).script({ codeSeconds: 0 });
  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.askForCode(phone, PRICE);
  await bill.giveCode(phone, PRICE);
  await bill.expectFailed('code_expired');
  await expect(bill.method()).toBeChecked();
  expect(await carriersOf(phone).states()).not.toContain('succeeded');
});

test('a code that is sent again makes the one before void', async ({
  page,
  order,
  bill,
  database,
}) => {
  const [phone, payUrl] = [phoneNumber(), await order(SIX_YUAN)];
  await page.goto(payUrl);
  await bill.choose(PRICE);
  await bill.askForCode(phone, PRICE);
  const first = await bill.codeOf(phone);
  await expect(page.getByRole('button', { name: /\d+ 秒后/ })).toBeDisabled();
  // Nobody waits a minute for a test.
  await database.query(
    `UPDATE attempts a SET requested_at = requested_at - interval '61 seconds' FROM orders o
      WHERE o.id = a.order_id AND o.pay_token = $1`,
    [payUrl.split('/').pop()],
  );
  await page.reload();
  await bill.resend();
  await expect.poll(() => bill.codeOf(phone)).not.toBe(first);
  await bill.typeCode(first, PRICE);
  await expect(bill.code()).toHaveAccessibleDescription(/2/);
  await bill.giveCode(phone, PRICE);
  await bill.expectPaidBy(phone, 'cmcc');
  expect((await carriersOf(phone).states()).sort()).toEqual(['cancelled', 'succeeded']);
});

test('a phone that reads its own texts fills the code in; nothing is charged before the button is pressed', async ({
  page,
  order,
  bill,
}) => {
  const phone = phoneNumber();
  await page.exposeFunction('newestText', async () => (await carriersOf(phone).texts())[0]);
  // As Chrome on Android has it: the code, if the text's last line is for the very host of the page.
  await page.addInitScript(() => {
    const device = window as unknown as { newestText(): Promise<string | undefined> };
    const get = async (asked: { otp?: { transport: string[] } }) => {
      if (!asked.otp?.transport.includes('sms')) return null;
      const last = (await device.newestText())?.split('\n').at(-1);
      const [, host, code] = /^@(\S+) #(\w+)$/.exec(last ?? '') ?? [];
      return host === location.hostname ? { type: 'otp', code } : null;
    };
    Object.assign(window, { OTPCredential: class {} });
    Object.defineProperty(navigator.credentials, 'get', { value: get });
  });
  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.askForCode(phone, PRICE);
  await expect(bill.code()).toHaveValue(await bill.codeOf(phone));
  expect(await carriersOf(phone).states()).toEqual(['pending_validation']);
  await bill.button(fill(bill.say.code.submit, { amount: PRICE })).click();
  await bill.expectPaidBy(phone, 'cmcc');
});

test('a ported number is charged by the carrier that it belongs to now', async ({
  page,
  order,
  bill,
}) => {
  const phone = phoneNumber({ ending: '0202' });
  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.enter(phone);
  await expect(page.getByText(bill.say.ported)).toBeVisible();
  await expect(page.getByText(bill.carriers.carrier.cucc).first()).toBeVisible();
  await bill.consent().check();
  await bill.button(fill(bill.say.submit.sms, { amount: PRICE })).click();
  await bill.expectCodeAsked(phone);
  await bill.giveCode(phone, PRICE);
  await bill.expectPaidBy(phone, 'cucc');
});

test('without credit nothing is charged, and the next best way is marked and chosen', async ({
  page,
  order,
  bill,
  cashier,
}) => {
  const phone = phoneNumber({ ending: '0001' });
  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.askForCode(phone, PRICE);
  await bill.giveCode(phone, PRICE);
  await bill.expectFailed('insufficient_funds');
  await expect(cashier.method('quickpass')).toBeChecked();
  await expect(cashier.method('quickpass')).toHaveAccessibleName(
    new RegExp(bill.cashier.tag.recommended),
  );
  expect(await carriersOf(phone).states()).toEqual(['denied']);
});

test('a number is remembered by consent only, shown masked, and forgotten at one press', async ({
  page,
  order,
  bill,
  signIn,
}) => {
  const phone = phoneNumber();
  await page.goto(await order(SIX_YUAN));
  await bill.choose(PRICE);
  await bill.enter(phone);
  await expect(bill.remember()).not.toBeChecked();
  await bill.remember().check();
  await bill.consent().check();
  await bill.button(fill(bill.say.submit.sms, { amount: PRICE })).click();
  await bill.expectCodeAsked(phone);
  await bill.giveCode(phone, PRICE);
  await bill.expectPaidBy(phone, 'cmcc');

  await page.goto(await order({ amount: 800, customer: null }));
  await bill.choose('¥8.00');
  await expect(page.getByText(masked(phone))).toBeVisible();
  await expect(bill.remember()).toBeChecked();
  await bill.expectNowhere(phone);
  await signIn.expectFit();
  await bill.link(bill.say.number.change).click();
  await expect(bill.field()).toHaveValue('');
  // Another number is nothing that anybody agreed to, however alike it looks.
  await bill.enter(lookalikeOf(phone));
  await expect(bill.consent()).toBeVisible();
  await expect(page.getByText(masked(phone))).toBeVisible();
  await expect(bill.remember()).not.toBeChecked();
  await bill.link(bill.say.number.change).click();
  await bill.button(bill.say.number.forget).click();
  await expect(
    page.getByRole('status').filter({ hasText: bill.say.number.forgotten }),
  ).toBeFocused();
  await expect(page.getByText(masked(phone))).toHaveCount(0);
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).not.toContain('cashier_number');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a phone is charged with a code, and a wrong one is said', async ({ page, order, bill }) => {
    const phone = phoneNumber();
    await page.goto(await order(SIX_YUAN));
    await bill.choose(PRICE);
    await bill.enter(phone);
    await bill.button(fill(bill.say.submit.sms, { amount: PRICE })).click();
    await expect(page.getByText(bill.say.consent.required)).toBeVisible();
    await bill.consent().check();
    await bill.button(fill(bill.say.submit.sms, { amount: PRICE })).click();
    await bill.expectCodeAsked(phone);
    const right = await bill.codeOf(phone);
    await bill.typeCode(right === '111111' ? '222222' : '111111', PRICE);
    await expect(bill.code()).toHaveAccessibleDescription(/2/);
    await bill.expectNowhere(phone);
    await bill.typeCode(right, PRICE);
    await bill.expectPaidBy(phone, 'cmcc');
  });
});

test.describe('in English, in the dark', () => {
  test.use({ locale: 'en', colorScheme: 'dark' });

  test('a phone is charged with a code, every word on the way in English', async ({
    page,
    order,
    bill,
    signIn,
  }) => {
    const phone = phoneNumber();
    await page.goto(await order(SIX_YUAN));
    await bill.choose(PRICE);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await signIn.expectFit();
    await bill.enter(phone);
    await expect(page.getByText('China Mobile · Beijing')).toBeVisible();
    await expect(page.getByText(bill.say.charge.how.sms)).toBeVisible();
    await signIn.expectFit();
    await bill.consent().check();
    await bill.button(fill(bill.say.submit.sms, { amount: PRICE })).click();
    await bill.expectCodeAsked(phone);
    const sent = { carrier: bill.carriers.carrier.cmcc, phone: masked(phone) };
    await expect(page.getByText(fill(bill.say.code.sentTo, sent))).toBeVisible();
    await signIn.expectFit();
    await bill.giveCode(phone, PRICE);
    await bill.expectPaidBy(phone, 'cmcc');
    await signIn.expectFit();
  });
});
