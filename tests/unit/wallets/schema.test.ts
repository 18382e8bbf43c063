import { expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import { isGuessable } from '@/lib/wallets/rules';
import { activateInput, bindInput, confirmInput, withdrawInput } from '@/lib/wallets/schema';

const applicant = {
  name: '王小明',
  idNo: '110101199003070038',
  password: '135790',
  repeat: '135790',
};
const problems = (given: object) =>
  activateInput
    .safeParse({ ...applicant, ...given })
    .error?.issues.map(({ path, message }) => [path[0], message]);

test('what a person types to open a wallet, with full-width digits, is read as meant', () => {
  expect(
    activateInput.parse({ ...applicant, password: '１３５７９０', repeat: '135790 ' }),
  ).toMatchObject({ password: '135790' });
});

test.each(['000000', '999999', '123456', '654321', '012345', '987654'])(
  '%s is too easy to guess',
  (password) => {
    expect(isGuessable(password)).toBe(true);
    expect(problems({ password, repeat: password })).toEqual([
      ['password', 'wallet.problem.passwordWeak'],
    ]);
  },
);

test.each(['135790', '112233', '123465', '901234'])('%s will do', (password) => {
  expect(isGuessable(password)).toBe(false);
});

test('a payment password out of one’s own identity number is refused', () => {
  expect(problems({ password: '900307', repeat: '900307' })).toEqual([
    ['password', 'wallet.problem.passwordWeak'],
  ]);
});

test('a password typed differently the second time is refused', () => {
  expect(problems({ repeat: '135791' })).toEqual([['repeat', 'wallet.problem.repeat']]);
});

test('an amount is read exactly, and nothing is no amount to withdraw', () => {
  const read = (amount: string) => withdrawInput.safeParse({ card: 'crd_1', amount });
  expect(read('1,234.5').data?.amount).toEqual(cny(123_450n));
  expect(read('0').error?.issues[0]?.message).toBe('wallet.problem.amountZero');
  for (const amount of ['', '-1', '1.234', '1e3', 'all']) {
    expect(read(amount).error?.issues[0]?.message).toBe('wallet.problem.amount');
  }
});

test('a card number may be typed in groups; one that cannot be right is said to be wrong', () => {
  expect(bindInput.parse({ cardNo: '6217 0000 0000 0006' }).cardNo).toBe('6217000000000006');
  for (const cardNo of ['', '6217000000000007', '4111111111111111', 'card']) {
    expect(bindInput.safeParse({ cardNo }).error?.issues[0]?.message).toBe('wallet.problem.cardNo');
  }
});

test('a withdrawal is confirmed with both proofs, or not at all', () => {
  const given = {
    card: 'crd_1',
    amount: '1',
    requestKey: 'k'.repeat(43),
    password: '135790',
    code: '123456',
  };
  expect(confirmInput.safeParse(given).success).toBe(true);
  for (const left of ['password', 'code', 'requestKey'] as const) {
    expect(confirmInput.safeParse({ ...given, [left]: '' }).success).toBe(false);
  }
});
