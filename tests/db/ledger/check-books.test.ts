import { expect, test } from 'vitest';
import { checkBooks } from '@/lib/ledger/check-books';
import { listStatement } from '@/lib/ledger/list-statement';
import {
  customerAccount,
  findings,
  findingsWith,
  fundedCustomer,
  hold,
  payment,
  post,
} from '@/tests/support/factories/ledger';

/** A customer who topped up 1000, paid 100 and has 300 held: every kind of row there is to spoil. */
async function scene() {
  const customerId = await fundedCustomer(1000n);
  const event = payment(customerId, 100n);
  await post(event);
  const { holdId } = await hold(customerId, 300n);
  const { lines } = await listStatement({ account: customerAccount(customerId) });
  const [paid] = lines;
  return {
    account: `customer_balance:${customerId}:CNY`,
    entryId: paid?.entryId ?? '',
    lineId: paid?.id ?? '',
    holdId,
  };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const SPOILED: [
  what: string,
  spoil: (scene: Scene) => string[],
  expected: (scene: Scene) => { code: string; detail: string }[],
][] = [
  [
    'a balance',
    ({ account }) => [
      `UPDATE ledger_accounts SET balance_minor = balance_minor + 1 WHERE id = '${account}'`,
    ],
    ({ account }) => [{ code: 'balance_differs_from_lines', detail: account }],
  ],
  [
    'what is held',
    ({ account }) => [`UPDATE ledger_accounts SET held_minor = 299 WHERE id = '${account}'`],
    ({ account }) => [{ code: 'held_differs_from_holds', detail: account }],
  ],
  [
    'a hold',
    ({ holdId }) => [`UPDATE ledger_holds SET amount_minor = 901 WHERE id = '${holdId}'`],
    ({ account }) => [
      { code: 'held_differs_from_holds', detail: account },
      { code: 'holds_exceed_balance', detail: account },
    ],
  ],
  [
    'a running balance',
    ({ lineId }) => [
      `UPDATE ledger_lines SET balance_after_minor = balance_after_minor + 1 WHERE id = ${lineId}`,
    ],
    ({ account, lineId }) => [{ code: 'running_balance_broken', detail: `${account} ${lineId}` }],
  ],
  [
    'an account’s state',
    ({ account }) => [
      'ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_closed_at_zero',
      `UPDATE ledger_accounts SET state = 'closed' WHERE id = '${account}'`,
    ],
    ({ account }) => [{ code: 'closed_account_not_empty', detail: account }],
  ],
  [
    'an entry’s currency',
    ({ entryId }) => [`UPDATE ledger_entries SET currency = 'USD' WHERE id = '${entryId}'`],
    ({ entryId }) => [{ code: 'entry_of_mixed_currency', detail: entryId }],
  ],
  [
    'an entry’s day',
    ({ entryId }) => [
      `UPDATE ledger_entries SET accounting_date = '2020-01-01' WHERE id = '${entryId}'`,
    ],
    ({ entryId }) => [{ code: 'line_of_another_day', detail: entryId }],
  ],
  [
    'a line’s entry',
    ({ entryId }) => [`DELETE FROM ledger_entries WHERE id = '${entryId}'`],
    ({ lineId }) => [
      { code: 'line_without_entry_or_account', detail: lineId },
      { code: 'line_without_entry_or_account', detail: String(BigInt(lineId) + 1n) },
    ],
  ],
  [
    'a balance below zero',
    ({ account }) => [
      `ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_external_floor,
              DROP CONSTRAINT ledger_accounts_held_within_balance`,
      `UPDATE ledger_accounts SET balance_minor = -1 WHERE id = '${account}'`,
    ],
    ({ account }) => [
      { code: 'balance_differs_from_lines', detail: account },
      { code: 'external_below_zero', detail: account },
      { code: 'holds_exceed_balance', detail: account },
    ],
  ],
];

test.each(SPOILED)(
  '%s that somebody spoiled past every trigger is found',
  async (_, spoil, expected) => {
    const made = await scene();
    expect(await findingsWith(...spoil(made))).toEqual(expected(made));
    expect(await findings()).toEqual([]);
  },
);

test('a line that is missing shows in its entry, its balance and the trial balance', async () => {
  const { account, entryId, lineId } = await scene();
  expect(await findingsWith(`DELETE FROM ledger_lines WHERE id = ${lineId}`)).toEqual([
    { code: 'balance_differs_from_lines', detail: account },
    { code: 'entry_unbalanced', detail: entryId },
    { code: 'trial_balance_not_zero', detail: 'CNY' },
  ]);
});

test('the report counts what it looked at', async () => {
  const before = await checkBooks();
  await fundedCustomer(1n);
  expect(await checkBooks()).toEqual({
    findings: [],
    entries: before.entries + 1,
    accounts: before.accounts + 1,
  });
});
