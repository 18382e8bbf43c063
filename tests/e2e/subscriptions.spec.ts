import { carriersOf } from '../support/browser-carriers';
import type { Database } from '../support/browser-database';
import { placeOrder } from '../support/browser-orders';
import { stackInfo } from '../support/browser-settings';
import { fakeClock } from '../support/fake-clock';
import { withOwnStack } from '../support/own-stack';
import { PhoneBillPages } from '../support/pages-phone-bill';
import { SubscriptionPages } from '../support/pages-subscriptions';
import { fill } from '../support/pages-words';
import { phoneNumber } from '../support/phone-numbers';
import { expect } from '../support/sign-in-fixtures';

interface Pages {
  bill: PhoneBillPages;
  own: SubscriptionPages;
}

// Nobody else lives by the clock that is put ahead here.
const test = withOwnStack('subscriptions').extend<Pages>({
  bill: async ({ page, locale }, use) => use(new PhoneBillPages(page, locale)),
  own: async ({ page, locale }, use) => use(new SubscriptionPages(page, locale)),
});

const PRICE = '¥15.00';
const TERMS = 14;

interface Running {
  id: string;
  terms: number;
  /** The first day after the paid ones. */
  due: string;
  /** Its owner was told of the next charge, or will be on that day. */
  reminded: boolean;
  remindOn: string;
  state: string;
}

async function subscriptionsOf(database: Database): Promise<Running[]> {
  const rows = await database.query(
    `SELECT id, paid_terms AS terms, (paid_through + 1)::text AS due, state::text AS state,
            reminded_for IS NOT DISTINCT FROM paid_through + 1 AS reminded,
            (paid_through - 2)::text AS "remindOn"
       FROM subscriptions ORDER BY paid_through`,
  );
  // The columns that the statement names.
  return rows as unknown as Running[];
}

test('bought by phone bill, renewed for 14 months both ways, cancelled with a code to the phone', async ({
  page,
  bill,
  own,
  signIn,
  database,
}) => {
  test.setTimeout(240_000);
  const clock = fakeClock((sql) => database.query(sql));
  const phones = { natural_month: phoneNumber(), rolling_31: phoneNumber() };

  await clock.setTo('2027-03-15T12:00');
  for (const [subscription, phone] of Object.entries(phones)) {
    const payUrl = await placeOrder(stackInfo(), {
      ...{ amount: 1_500, subject: '音乐会员', customer: null },
      subscription: subscription as keyof typeof phones,
    });
    await page.goto(payUrl);
    await bill.choose(PRICE);
    await bill.askForCode(phone, PRICE);
    await bill.giveCode(phone, PRICE);
    await bill.expectPaidBy(phone, 'cmcc');
    await signIn.expectFit();
  }
  await expect(page.locator('a[href="/subscriptions"]')).toBeVisible();
  await expect.poll(async () => (await subscriptionsOf(database)).length).toBe(2);

  await clock.setTo('2027-03-29T10:01');
  const reminded = carriersOf(phones.natural_month);
  await expect.poll(() => reminded.texts().then(([newest]) => newest)).toContain('自动续费 ¥15.00');

  // From one day on which something is due to the next: a reminder, and three days later the charge.
  const dueOn = ({ reminded: told, due, remindOn }: Running) => (told ? due : remindOn);
  for (;;) {
    const running = (await subscriptionsOf(database)).filter(({ terms }) => terms < TERMS);
    const [day] = running.map(dueOn).sort();
    if (!day) break;
    await clock.setTo(`${day}T10:01`);
    const isLeft = async () =>
      (await subscriptionsOf(database)).some((one) => one.terms < TERMS && dueOn(one) <= day);
    await expect.poll(isLeft, { intervals: [200] }).toBe(false);
  }
  for (const phone of Object.values(phones)) {
    const states = await carriersOf(phone).states();
    expect(states).toEqual(Array.from({ length: TERMS }, () => 'succeeded'));
  }
  const gaps = await database.query(
    `SELECT a.subscription_id FROM subscription_terms a JOIN subscription_terms b
         ON b.subscription_id = a.subscription_id AND b.seq = a.seq + 1
      WHERE b.starts_on <> a.ends_on + 1`,
  );
  expect(gaps).toEqual([]);

  const phone = phones.natural_month;
  const code = await own.askForCode(phone);
  await signIn.expectFit();
  await own.giveCode(code === '111111' ? '222222' : '111111');
  await expect(own.code()).toHaveAccessibleDescription(
    new RegExp(signIn.refusal('sign_in_code_wrong')),
  );
  await own.giveCode(code);
  await expect(page.getByText(fill(own.say.price.natural_month, { amount: PRICE }))).toBeVisible();
  await signIn.expectFit();
  await bill.expectNowhere(phone);
  await own.cancel('音乐会员');
  await signIn.expectFit();
  const [monthly] = (await subscriptionsOf(database)).filter(({ state }) => state === 'cancelled');
  await clock.setTo(`${monthly?.due}T10:01`);
  await expect
    .poll(async () => (await subscriptionsOf(database)).find(({ id }) => id === monthly?.id)?.state)
    .toBe('ended');
  expect(await carriersOf(phone).states()).toHaveLength(TERMS);
});

test('a phone that nothing is charged to gets a code like any other, and an empty list', async ({
  page,
  own,
}) => {
  await own.open(phoneNumber());
  await expect(page.getByText(own.say.own.none)).toBeVisible();
  await own.button(own.say.own.leave).click();
  await expect(own.button(own.say.own.getCode)).toBeVisible();
});
