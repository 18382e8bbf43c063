import { someCardNo } from '../support/card-numbers';
import { expectCharged } from '../support/expect-charged';
import { someIdNo } from '../support/id-numbers';
import { forgetHealth, withOwnStack } from '../support/own-stack';
import { type CardHolder, CardPages } from '../support/pages-cards';
import type { SignInPages } from '../support/pages-sign-in';
import { somePhone } from '../support/phones';
import { expect } from '../support/sign-in-fixtures';

/** 张三's card that only UnionPay has an old phone for; 111111 is right for every phone. */
const STALE = {
  cardNo: '6200000000000054',
  name: '张三',
  idNo: '110101199003070038',
  phone: '13800138000',
};

const test = withOwnStack('cards');
test.beforeEach(async ({ database }) => {
  await forgetHealth(database);
});

/** Signed in on the way to that order, and at the form for a new card. */
async function atForm(cards: CardPages, signIn: SignInPages, payUrl: string): Promise<CardHolder> {
  const phone = somePhone();
  await signIn.signIn(phone, `/sign-in?next=${new URL(payUrl).pathname}`);
  await expect(cards.page).toHaveURL(payUrl);
  await cards.addFirst();
  return { cardNo: someCardNo(), name: '林一帆', idNo: someIdNo(), phone };
}

test('the answer to the text message and the answer to the signing are lost: bound once, asked about', async ({
  page,
  locale,
  order,
  signIn,
  rail,
  database,
}) => {
  const cards = new CardPages(page, locale);
  const payUrl = await order({ amount: 20_301, customer: null });
  const holder = await atForm(cards, signIn, payUrl);
  await rail.scriptNext('sms', { lose: 'reply' });
  await rail.scriptNext('signing', { lose: 'reply' });
  await cards.fillIn(holder);
  await cards.submit().click();
  await cards.expectCodeAsked();
  await cards.giveCode(holder.phone);
  await expect(page.getByText(cards.say.bound.body)).toBeVisible({ timeout: 60_000 });
  await cards.payButton('¥203.01').click();
  await cards.expectPaidBy(holder.cardNo);
  const signed = await database.query('SELECT channel, state FROM channel_agreements');
  expect(signed).toEqual([{ channel: 'unionpay', state: 'active' }]);
  await expectCharged({ rail, database }, { payUrl, amount: 20_301, by: 'unionpay' });
});

test('a payment whose request, or whose answer, or whose query is lost is charged once; an unbinding whose answer is lost is final', async ({
  page,
  locale,
  order,
  signIn,
  cashier,
  rail,
  database,
}) => {
  test.setTimeout(240_000);
  const cards = new CardPages(page, locale);
  const first = await order({ amount: 20_302, customer: null });
  const holder = await atForm(cards, signIn, first);
  await cards.bind(holder);

  await test.step('the answer to the payment', async () => {
    await rail.scriptAmount(20_302, { lose: 'reply' });
    await cards.payButton('¥203.02').click();
    await cards.expectPaidBy(holder.cardNo);
    await expectCharged({ rail, database }, { payUrl: first, amount: 20_302, by: 'unionpay' });
  });

  await test.step('the request', async () => {
    await forgetHealth(database);
    await rail.scriptAmount(20_303, { lose: 'request' });
    const payUrl = await order({ amount: 20_303, customer: null });
    await page.goto(payUrl);
    await cards.pay(holder.cardNo, '¥203.03');
    await cards.expectInDoubt();
    await cashier.chooseAnotherWay();
    await cards.pay(holder.cardNo, '¥203.03');
    await cards.expectPaidBy(holder.cardNo);
    await expectCharged({ rail, database }, { payUrl, amount: 20_303, by: 'unionpay' });
  });

  await test.step('the answer to our question', async () => {
    await forgetHealth(database);
    await rail.scriptAmount(20_304, { queryAnswer: 'drop', queryTimes: 2, notice: 'none' });
    const payUrl = await order({ amount: 20_304, customer: null });
    await page.goto(payUrl);
    await cards.pay(holder.cardNo, '¥203.04');
    await cards.expectPaidBy(holder.cardNo);
    await expectCharged({ rail, database }, { payUrl, amount: 20_304, by: 'unionpay' });
  });

  await test.step('the answer to the unbinding', async () => {
    await forgetHealth(database);
    await rail.scriptNext('ending', { lose: 'reply' });
    await page.goto(await order({ amount: 20_305, customer: null }));
    await cards.unbind();
    await page.getByRole('link', { name: cards.say.back }).click();
    await expect(cards.card(holder.cardNo)).toHaveCount(0);
    const states = () =>
      database.query(
        `SELECT c.state FROM channel_agreements c JOIN agreements a ON a.id = c.agreement_id
          WHERE a.card_tail = $1`,
        [holder.cardNo.slice(-4)],
      );
    await expect.poll(states, { timeout: 60_000 }).toEqual([{ state: 'ended' }]);
  });
});

test('the phone that UnionPay has is an old one, and the answers in between are lost: bound by the other channel, paid once', async ({
  page,
  locale,
  order,
  signIn,
  rail,
  database,
}) => {
  const cards = new CardPages(page, locale);
  const payUrl = await order({ amount: 20_306, customer: null });
  const { phone: _, ...typed } = await atForm(cards, signIn, payUrl);
  const stale = { ...typed, ...STALE };
  await rail.scriptNext('signing', { lose: 'reply' });
  await rail.scriptNextAtNetsUnion('signing', { loseCode: 'reply' });
  await cards.fillIn(stale);
  await cards.submit().click();
  await cards.expectCodeAsked();
  await cards.typeCode('111111');
  await expect(page.getByText(cards.say.inDoubt.title)).toBeVisible();
  // UnionPay's "no" is learned by asking; the other channel's code came, though nobody heard so.
  const another = page.getByRole('button', { name: cards.say.code.resend });
  await expect(another).toBeVisible({ timeout: 60_000 });
  await another.click();
  await cards.typeCode('111111');
  await expect(page.getByText(cards.say.bound.body)).toBeVisible({ timeout: 60_000 });
  await cards.payButton('¥203.06').click();
  await cards.expectPaidBy(stale.cardNo);
  expect(await rail.charged(20_306)).toEqual({ paid: 0, returned: 0 });
  expect(await rail.chargedByNetsUnion(20_306)).toBe(1);
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});
