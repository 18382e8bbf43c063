import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import { view } from '@/app/(gallery)/gallery/_fixtures/base';
import { CARD } from '@/app/(gallery)/gallery/_fixtures/cards';
import { ON_A_PHONE } from '@/app/(gallery)/gallery/_fixtures/hosts';
import { balance, card, first, quickpass } from '@/app/(gallery)/gallery/_fixtures/offers';
import { Choosing } from '@/components/cashier/choosing';
import { CopyLink } from '@/components/cashier/copy-link';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { cny } from '@/lib/money/money';
import { shownInChinese } from '@/tests/support/shown-in-chinese';

// What the server draws for a browser without JavaScript, by what it answered the form that was sent.
const answers = vi.hoisted(() => ({ pay: {}, code: {} }));
vi.mock('@/components/cashier/use-pay-post', () => ({
  usePayPost: () => ({
    state: answers.pay,
    plain: answers.pay,
    pending: false,
    sent: answers.code,
    sending: false,
    sendCode: {},
    form: {},
  }),
}));

const OTHER = { ...CARD, id: 'agr_other' };
const COMBINE = {
  balance: cny(640n),
  rest: cny(6160n),
  restBy: ['quickpass', 'card'] as const,
  needsCode: false,
};

/** What is chosen on the page, in its order. */
function chosen(
  pay: ActionState<string>,
  { code = IDLE, part = true }: { code?: ActionState<string>; part?: boolean } = {},
): string[] {
  Object.assign(answers, { pay, code });
  const page = shownInChinese(
    createElement(Choosing, {
      view: view({
        offers: [
          quickpass(first),
          card(),
          part ? balance({ reason: 'balance_insufficient', combine: COMBINE }) : balance(),
        ],
        shopper: { phoneMasked: '138****8000' },
        cards: [CARD, OTHER],
      }),
      host: ON_A_PHONE,
      address: 'https://shop/pay/tok',
      token: 'tok',
      formKey: 'key',
      action: async () => IDLE,
      codeAction: async () => IDLE,
    }),
  );
  return [...page.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(
    ([field]) => /value="([^"]*)"/.exec(field)?.[1] ?? String(/name="([^"]*)"/.exec(field)?.[1]),
  );
}

const refused = (kept: Record<string, string>): ActionState<string> => ({
  status: 'refused',
  code: 'balance_part_changed',
  title: '余额可付的金额刚刚变了',
  kept,
});

test('after any refusal the way, the card and the box are as they were chosen: nothing else is paid by', () => {
  expect(chosen(IDLE)).toEqual(['quickpass', CARD.id]);
  const kept = { method: 'card', useBalance: 'on', agreementId: OTHER.id };
  expect(chosen(refused(kept))).toEqual(['useBalance', 'card', OTHER.id]);
  expect(chosen({ status: 'invalid', fields: { paymentPassword: '…' }, kept })).toEqual([
    'useBalance',
    'card',
    OTHER.id,
  ]);
  expect(chosen(refused({ method: 'card', agreementId: OTHER.id }))).toEqual(['card', OTHER.id]);
  // A card that is gone meanwhile has no other one put in its place.
  expect(chosen(refused({ method: 'card', agreementId: 'agr_gone' }))).toEqual(['card']);
  // A way that is closed meanwhile has.
  expect(chosen(refused({ method: 'carrier' }))).toEqual(['quickpass', CARD.id]);
});

test('a code that was sent is for the balance, which is therefore chosen', () => {
  const code: ActionState<string> = { status: 'ok', value: 'sent' };
  expect(chosen(IDLE, { code, part: false })).toEqual([CARD.id, 'balance']);
  expect(chosen(IDLE, { code })).toEqual(['useBalance', 'quickpass', CARD.id]);
});

test('a browser without JavaScript is shown the link that it cannot copy at a press', () => {
  const words = { copy: '复制链接', copied: '已复制', byHand: '长按复制' };
  const page = shownInChinese(createElement(CopyLink, { address: 'https://shop/pay/tok', words }));
  expect(page).toMatch(/<button[^>]*with-script[^>]*>复制链接/);
  expect(page).toMatch(/<noscript>.*长按复制.*value="https:\/\/shop\/pay\/tok".*<\/noscript>/);
});
