import { createElement } from 'react';
import { expect, test } from 'vitest';
import { receipt, refund } from '@/app/(gallery)/gallery/_fixtures/receipts';
import { FirstStates } from '@/components/cashier/first-states';
import { PressForm } from '@/components/cashier/press-form';
import { Refunds } from '@/components/receipt/refunds';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { cny } from '@/lib/money/money';
import { shownInChinese } from '@/tests/support/shown-in-chinese';

test('of a refund by two ways the receipt says which part failed and how much it is, and of no other', () => {
  const shown = shownInChinese(
    createElement(Refunds, {
      isPayer: true,
      receipt: receipt({
        refunds: [
          refund('failed', {
            parts: [
              { to: 'balance', amount: cny(640n), progress: 'returned' },
              { to: 'card', amount: cny(1360n), progress: 'failed' },
            ],
          }),
        ],
      }),
    }),
  );
  expect(shown).toContain('退回付款的银行卡的 ¥13.60 没有退成，这部分钱还在商家那里');
  expect(shown).not.toContain('退回账户余额的');
  expect(shown).toContain('部分没有退成');
});

test('a form begins with the answer that a picture gives it, and no other form does', () => {
  const drawn = (states: Record<string, ActionState<string>>) =>
    shownInChinese(
      createElement(
        FirstStates,
        { states },
        createElement(PressForm, {
          action: async () => IDLE,
          hidden: {},
          variant: 'primary',
          label: 'press',
          pendingLabel: 'pressing',
          faults: { broken: 'broken', offline: 'offline' },
        }),
      ),
    );
  const refused = { status: 'refused', code: 'x', title: 'refused-title' } as const;
  expect(drawn({ press: refused })).toContain('refused-title');
  expect(drawn({ ask: refused })).not.toContain('refused-title');
});
