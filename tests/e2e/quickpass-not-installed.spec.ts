import { expect, test } from '../support/browser-fixtures';
import { addContractedMerchant } from '../support/browser-merchant';
import { expectCharged } from '../support/expect-charged';

for (const sdkWap of [true, false]) {
  test(`an app that turns out not to be there ${sdkWap ? 'stays on its TN where the contract has SDK-WAP' : 'leads to UnionPay’s page, as a new payment, without SDK-WAP'}`, async ({
    page,
    order,
    cashier,
    gateway,
    rail,
    words,
    database,
  }) => {
    const amount = sdkWap ? 731 : 732;
    const { apiKey } = await addContractedMerchant(database, [
      ...(sdkWap ? ['sdk_wap'] : []),
      'control',
      'api_wap',
    ]);
    // A merchant's app that only finds out when it starts the payment.
    await page.addInitScript(() => {
      Object.assign(window, {
        CashierHost: {
          capabilities: async () => ({ version: 1, app: 'logged-in' }),
          startPay: async () => ({ result: 'not-installed' }),
        },
      });
    });
    const payUrl = await order({ amount, apiKey, customer: null });
    await page.goto(payUrl);
    await expect(page.getByText(words.cashier.method.quickpass.control)).toBeVisible();
    await cashier.payByQuickPass(`¥${amount / 100}`);
    if (sdkWap) {
      await expect(page.getByText(words.cashier.waiting.host['not-installed'])).toBeVisible();
      expect(await database.attempts(payUrl)).toHaveLength(1);
      expect(await rail.charged(amount)).toEqual({ paid: 0, returned: 0 });
      return;
    }
    await gateway.pay();
    await gateway.goBack();
    await cashier.expectPaid();
    expect((await database.attempts(payUrl)).map(({ state }) => state)).toEqual([
      'superseded',
      'succeeded',
    ]);
    await expectCharged({ rail, database }, { payUrl, amount, by: 'unionpay' });
  });
}
