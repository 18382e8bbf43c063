import type { Page } from '@playwright/test';
import { addMerchant, addOrder, agreeOnChannel } from '../support/browser-contracts';
import { someCardNo } from '../support/card-numbers';
import { someIdNo } from '../support/id-numbers';
import { type CardHolder, CardPages } from '../support/pages-cards';
import type { SignInPages } from '../support/pages-sign-in';
import { somePhone } from '../support/phones';
import { expect, test } from '../support/sign-in-fixtures';

const holderOf = (phone: string): CardHolder => ({
  cardNo: someCardNo(),
  name: '林一帆',
  idNo: someIdNo(),
  phone,
});

/** 张三's card that every channel has another phone for. */
const MISMATCH = { cardNo: '6200000000000096', name: '张三', idNo: '110101199003070038' };
/** 张三's card that only UnionPay has an old phone for; the simulator's own code is right for every phone. */
const STALE = { ...MISMATCH, cardNo: '6200000000000054', phone: '13800138000' };

/** Signs in where the pay page leads to, and comes back to it. */
async function signInToPay(page: Page, signIn: SignInPages, url: string): Promise<string> {
  const phone = somePhone();
  await page.goto(`/sign-in?next=${new URL(url).pathname}`);
  await signIn.giveCode(await signIn.askForCode(phone));
  await expect(page).toHaveURL(url);
  return phone;
}

test('a card is bound, pays at one press, pays again without a code, and is unbound', async ({
  page,
  locale,
  order,
  signIn,
}) => {
  const cards = new CardPages(page, locale);
  const phone = await signInToPay(page, signIn, await order({ amount: 6_800, customer: null }));
  const holder = holderOf(phone);
  await cards.addFirst();
  await signIn.expectFit();
  await cards.field('number').fill(holder.cardNo);
  await cards.field('name').focus();
  await expect(page.getByText(/演示银行 · 借记卡/)).toBeVisible();
  await cards.fillIn(holder);
  await cards.submit().click();
  await cards.expectCodeAsked();
  await signIn.expectFit();
  await cards.giveCode(phone);
  await cards.expectBound(holder.cardNo);
  await signIn.expectFit();
  await cards.payButton('¥68.00').click();
  await cards.expectPaidBy(holder.cardNo);

  const again = await order({ amount: 1_000, customer: null });
  const beside = await page.context().newPage();
  const another = new CardPages(beside, locale);
  await beside.goto(`${again}/cards/new`);
  await another.fillIn({ ...holder, cardNo: someCardNo('6225'), phone: somePhone() });
  await another.submit().click();
  await another.expectCodeAsked();
  await page.goto(again);
  await cards.pay(holder.cardNo, '¥10.00');
  await cards.expectPaidBy(holder.cardNo);
  // Where a code was still asked for, and where cards are managed, it is told that the order is paid.
  await expect(beside).toHaveURL(`${again}/result`);
  await beside.goto(`${again}/cards`);
  await expect(beside).toHaveURL(`${again}/result`);
  await beside.close();

  await page.goto(await order({ amount: 1_100, customer: null }));
  await cards.method().check();
  await cards.link(cards.say.choose.manage).click();
  await signIn.expectFit();
  await page.getByRole('link', { name: new RegExp(`^${cards.say.manage.unbind}`) }).click();
  await signIn.expectFit();
  await page.getByRole('button', { name: cards.say.unbind.confirm }).click();
  await expect(
    page.getByRole('status').filter({ hasText: cards.say.manage.unbound }),
  ).toBeFocused();
  await expect(page.getByText(cards.say.manage.none)).toBeVisible();
  // A card that is not there leads to the list of those that are.
  const [list = ''] = page.url().split('?');
  for (const step of ['code', 'unbind']) {
    await page.goto(`${list}/agr_${'0'.repeat(26)}/${step}`);
    await expect(page).toHaveURL(list);
  }
  await page.getByRole('link', { name: cards.say.back }).click();
  await expect(cards.card(holder.cardNo)).toHaveCount(0);
});

test('a large amount takes the channel’s code, and a wrong one charges nothing and keeps the card chosen', async ({
  page,
  locale,
  order,
  signIn,
  words,
}) => {
  const cards = new CardPages(page, locale);
  const url = await order({ amount: 120_000, customer: null });
  const phone = await signInToPay(page, signIn, url);
  const holder = holderOf(phone);
  await cards.addFirst();
  await cards.bind(holder);
  await cards.payButton('¥1,200.00').click();
  await cards.expectCodeAsked();
  await signIn.expectFit();
  // The simulated gateway's code that is never right.
  await cards.code().fill('123456');
  await page.getByRole('button', { name: /¥1,200\.00/ }).click();
  await expect(page).toHaveURL(url);
  await expect(cards.card(holder.cardNo)).toBeChecked();
  await expect(page.getByText(words.told.failure.code_wrong)).toBeVisible();

  await cards.payButton('¥1,200.00').click();
  await cards.expectCodeAsked();
  await cards.giveCode(phone, 'submitPayment', '¥1,200.00');
  await cards.expectPaidBy(holder.cardNo);
});

test('a phone that no channel confirms is said with what to do about it, and beside its field', async ({
  page,
  locale,
  order,
  signIn,
}) => {
  const cards = new CardPages(page, locale);
  const phone = await signInToPay(page, signIn, await order({ amount: 6_800, customer: null }));
  await cards.addFirst();
  await cards.fillIn({ ...MISMATCH, phone });
  await cards.submit().click();
  await cards.expectCodeAsked();
  await cards.giveCode(phone);
  await expect(cards.heading(cards.say.over.title)).toBeVisible();
  await expect(page.getByText(cards.say.over.reason.phone_mismatch)).toBeVisible();
  await signIn.expectFit();
  await cards.link(cards.say.over.again).click();
  await expect(cards.field('phone')).toHaveAccessibleDescription(
    new RegExp(cards.say.over.reason.phone_mismatch),
  );
  expect(await page.content()).not.toContain(MISMATCH.idNo);
  await signIn.expectFit();
});

test('a phone that only one channel has wrong is bound by the other, before anybody is told', async ({
  page,
  locale,
  order,
  signIn,
}) => {
  const cards = new CardPages(page, locale);
  await signInToPay(page, signIn, await order({ amount: 6_800, customer: null }));
  await cards.addFirst();
  await cards.fillIn(STALE);
  await cards.submit().click();
  await cards.expectCodeAsked();
  await cards.typeCode('111111');
  await expect(page.getByText(cards.say.code.nextChannel)).toBeVisible();
  await cards.typeCode('111111');
  await cards.expectBound(STALE.cardNo);
  await cards.payButton('¥68.00').click();
  await cards.expectPaidBy(STALE.cardNo);
});

test('a payment that another institution carries asks for one more code, says why, and goes on by itself', async ({
  page,
  locale,
  database,
  signIn,
}) => {
  const cards = new CardPages(page, locale);
  const merchantId = await addMerchant(database);
  const agree = (channel: 'unionpay' | 'netsunion', permissions: string[]) =>
    agreeOnChannel(database, merchantId, { channel, permissions });
  await agree('unionpay', ['token', 'no_redirect']);
  await agree('netsunion', ['token']);
  const url = await addOrder(database, { merchantId, amount: 6_800 });
  const phone = await signInToPay(page, signIn, url);
  const holder = holderOf(phone);
  await cards.addFirst();
  await cards.bind(holder);
  // The card was bound through UnionPay, which is not there for this merchant any more.
  await agree('unionpay', []);
  await cards.payButton('¥68.00').click();
  await cards.expectCodeAsked();
  await expect(page.getByText(cards.say.code.another)).toBeVisible();
  await signIn.expectFit();
  await cards.giveCode(phone, 'submitContinue');
  await cards.expectPaidBy(holder.cardNo);
});

test('whoever is not signed in is led to it from the row of bank cards, and back', async ({
  page,
  words,
  order,
}) => {
  const url = await order({ customer: null });
  await page.goto(url);
  await expect(page.getByText(words.cashier.reason.card_sign_in)).toBeVisible();
  await page.goto(`${url}/cards/new`);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fpay%2F/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a card is bound and pays', async ({ page, locale, order, signIn }) => {
    const cards = new CardPages(page, locale);
    const phone = await signInToPay(page, signIn, await order({ amount: 6_800, customer: null }));
    const holder = holderOf(phone);
    await cards.addFirst();
    await cards.submit().click();
    // Nothing of it comes back in the page; each field says what it wants.
    await expect(page.getByText(cards.say.new.consentRequired)).toBeVisible();
    await cards.bind(holder);
    await cards.payButton('¥68.00').click();
    await cards.expectPaidBy(holder.cardNo);
  });
});
