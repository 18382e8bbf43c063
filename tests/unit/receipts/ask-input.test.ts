import { expect, test } from 'vitest';
import { askFoundInput } from '@/app/(cashier)/receipt/ask-input';
import { cny } from '@/lib/money/money';

const ORDER = `ord_${'0'.repeat(26)}`;
const typed = {
  orderId: ORDER,
  step: 'check',
  formKey: '0'.repeat(26),
  howMuch: 'part',
  amount: '１２.5',
  reason: 'other',
  words: ' 少了\r\n一件 ',
};
const problemsOf = (changes: object): Record<string, string> => {
  const parsed = askFoundInput.safeParse({ ...typed, ...changes });
  return Object.fromEntries(
    (parsed.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]),
  );
};

test('what a shopper typed is read: a part as money, all of it without, words as one line', () => {
  expect(askFoundInput.parse(typed)).toMatchObject({ amount: cny(1_250n), words: '少了 一件' });
  const all = askFoundInput.parse({ ...typed, howMuch: 'all', amount: 'none' });
  expect(all.amount).toBeUndefined();
});

test('all that is missing is said at once', () => {
  expect(problemsOf({ amount: '', reason: undefined, words: 'x'.repeat(201) })).toEqual({
    amount: 'refunds.ask.amountProblem',
    reason: 'refunds.ask.whyProblem',
    words: 'refunds.ask.wordsProblem',
  });
  expect(problemsOf({ amount: '0' })).toEqual({ amount: 'refunds.ask.amountProblem' });
  expect(problemsOf({ words: 'a\u0000b' })).toEqual({ words: 'refunds.ask.wordsProblem' });
  expect(Object.keys(problemsOf({ orderId: 'x', howMuch: 'twice' })).toSorted()).toContain(
    'orderId',
  );
});
