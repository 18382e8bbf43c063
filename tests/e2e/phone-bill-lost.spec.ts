import { carriersOf } from '../support/browser-carriers';
import { expect, test } from '../support/phone-bill-fixtures';
import { phoneNumber } from '../support/phone-numbers';

const PRICE = '¥6.00';

for (const [what, ending] of [
  ['that confirms', '0005'],
  ['that checks the code', '0007'],
] as const) {
  test(`an answer ${what} and gets lost is asked about, and the phone charged once`, async ({
    page,
    order,
    bill,
    database,
  }) => {
    const [phone, payUrl] = [phoneNumber({ ending }), await order({ amount: 600, customer: null })];
    await page.goto(payUrl);
    await bill.choose(PRICE);
    await bill.askForCode(phone, PRICE);
    await bill.giveCode(phone, PRICE);
    await bill.expectPaidBy(phone, 'cmcc');
    expect(await carriersOf(phone).states()).toEqual(['succeeded']);
    const [attempt, ...more] = await database.attempts(payUrl);
    expect(attempt).toMatchObject({ state: 'succeeded' });
    expect(Number(attempt?.asks)).toBeGreaterThan(0);
    expect(more).toEqual([]);
    expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
  });
}
