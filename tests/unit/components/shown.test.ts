import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import cashier from '@/app/_messages/zh-CN/cashier.json';
import cashierCards from '@/app/_messages/zh-CN/cashier-cards.json';
import { late, view } from '@/app/(gallery)/gallery/_fixtures/base';
import { CARD } from '@/app/(gallery)/gallery/_fixtures/cards';
import { ON_A_PHONE } from '@/app/(gallery)/gallery/_fixtures/hosts';
import { balance, card, first, quickpass } from '@/app/(gallery)/gallery/_fixtures/offers';
import { BoundCardLine } from '@/components/cashier/bound-card-line';
import { Choosing } from '@/components/cashier/choosing';
import { NoWay } from '@/components/cashier/no-way';
import { NotPaid } from '@/components/cashier/not-paid';
import { Over } from '@/components/cashier/over';
import { Paid } from '@/components/cashier/paid';
import { IDLE } from '@/components/ui/action-state';
import type { Offer } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import { shownInChinese } from '@/tests/support/shown-in-chinese';

describe('where the merchant gave no way back', () => {
  const open = view({ returnUrl: null });
  const paid = view({ returnUrl: null, order: { state: 'paid', paidAt: open.now } });
  test.each([
    ['paid', createElement(Paid, { view: paid, token: 't', back: undefined }), true],
    ['not paid', createElement(NotPaid, { view: open, token: 't' }), false],
    ['not payable now', createElement(NoWay, { view: open, address: 'https://shop' }), false],
  ] as const)('the page of an order that is %s may be closed: %#', (_name, page, said) => {
    expect(shownInChinese(page).includes(cashier.closeWindow)).toBe(said);
  });
});

test('an order that is over leads to a receipt where money came for it, and only there', () => {
  const over = (leftBehind: ReturnType<typeof late>[]) =>
    shownInChinese(
      createElement(Over, {
        view: view({ order: { state: 'expired' }, leftBehind }),
        how: 'expired',
        token: 'tok',
      }),
    ).includes('/pay/tok/receipt');
  expect(over([])).toBe(false);
  expect(over([late('quickpass', 'superseded')])).toBe(false);
  expect(over([late('quickpass', 'late_succeeded')])).toBe(true);
  expect(over([late('card', 'returned')])).toBe(true);
});

test('a card’s limit is held against what it would pay: all of it, or the rest beside the balance', () => {
  const card = { ...CARD, single: cny(5_000n) };
  const said = (asked: { amount: bigint; rest?: bigint }) => {
    const { amount, rest } = asked;
    const shown = shownInChinese(
      createElement(BoundCardLine, {
        card,
        amount: cny(amount),
        ...(rest === undefined ? {} : { rest: cny(rest) }),
      }),
    );
    if (!shown.includes(cashierCards.overLimit)) return 'never';
    return shown.includes('data-with="nothing"') ? 'without the balance' : 'always';
  };
  expect(said({ amount: 5_000n })).toBe('never');
  expect(said({ amount: 5_001n })).toBe('always');
  expect(said({ amount: 8_000n, rest: 5_000n })).toBe('without the balance');
  expect(said({ amount: 8_000n, rest: 5_001n })).toBe('always');
});

const choosing = (offers: Offer[]) => {
  const nothing = async () => IDLE;
  return shownInChinese(
    createElement(Choosing, {
      view: view({ offers, shopper: { phoneMasked: '138****8000' }, cards: [CARD] }),
      host: ON_A_PHONE,
      address: 'https://shop',
      token: 'tok',
      formKey: 'key',
      action: nothing,
      codeAction: nothing,
    }),
  );
};

test('what a balance pays in part is chosen with why it is not all, said once, and a button that says the whole', () => {
  const combine = {
    balance: cny(640n),
    rest: cny(6_160n),
    restBy: ['quickpass', 'card'] as const,
    needsCode: false,
  };
  const short = balance({ reason: 'balance_insufficient', combine });
  const page = choosing([quickpass(first), card(), short]);
  expect(page.split(cashier.reason.balance_insufficient)).toHaveLength(2);
  expect(page).toContain('确认支付 ¥68.00（余额 ¥6.40 + 云闪付 ¥61.60）');
  expect(page).toContain('确认支付 ¥68.00（余额 ¥6.40 + 银行卡 ¥61.60）');
});

test('an amount that a way does not take is told with the limit and a way out', () => {
  const told = (range?: Offer['range']) =>
    choosing([
      quickpass(first),
      card({ reason: 'amount_out_of_range', ...(range ? { range } : {}) }),
    ]);
  expect(told({ least: null, most: cny(5_000n) })).toContain('单笔最高 ¥50，请换一种方式');
  expect(told({ least: cny(10_000n), most: null })).toContain('单笔最低 ¥100，请换一种方式');
  expect(told()).toContain('这个金额不能用这种方式付款，请换一种方式');
});

test('QuickPass says its limit beside how it goes', () => {
  const limited = quickpass({ ...first, range: { least: null, most: cny(500_000n) } });
  expect(choosing([limited])).toContain('单笔 ¥5,000');
});
