import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { CHART } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { listAccountDays } from '@/lib/ledger/list-account-days';
import { postEntry } from '@/lib/ledger/post-entry';
import { reverseEntry } from '@/lib/ledger/reverse-entry';
import { plainAmount } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { parseYuan } from '@/lib/money/parse-yuan';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { selectPayout } from '@/lib/payouts/store';
import { exportMonthlyStatement } from '@/lib/settlement/export-monthly-statement';
import { getMerchantMoney } from '@/lib/settlement/get-merchant-money';
import { getMonthlyStatement } from '@/lib/settlement/get-monthly-statement';
import { listStatementMonths } from '@/lib/settlement/list-statement-months';
import { daysOfMonth } from '@/lib/settlement/month-rules';
import { STATEMENT_SUBJECTS } from '@/lib/settlement/monthly-statement';
import { requestMerchantWithdrawal } from '@/lib/settlement/request-merchant-withdrawal';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { decidePayout, scriptPayout } from '@/tests/support/bank-control';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { seedMerchantMoney } from '@/tests/support/factories/merchant-money';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import {
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
} from '@/tests/support/factories/payable-order';
import { askForRefund, decideRefund, payByCard } from '@/tests/support/factories/settleable';
import { refusalCode } from '@/tests/support/refusal-code';

/** All that this merchant has so far was booked forty days earlier than it was. */
async function bookEarlier(merchantId: string): Promise<void> {
  const own = `SELECT l.entry_id FROM ledger_lines l WHERE l.account_id LIKE '%:' || '${merchantId}' || ':CNY'`;
  await pool().query(`
    BEGIN;
    SET LOCAL session_replication_role = replica;
    UPDATE ledger_entries SET accounting_date = accounting_date - 40 WHERE id IN (${own});
    UPDATE ledger_lines SET accounting_date = accounting_date - 40 WHERE entry_id IN (${own});
    UPDATE merchants SET created_at = created_at - interval '70 days' WHERE id = '${merchantId}';
    COMMIT`);
}

/** Of our fee 7 and 5 fen are given back with refunds, and the 5 taken again. */
const giveFeesBack = (merchantId: string): Promise<void> =>
  inTransaction(async (tx) => {
    const what = { event: 'refund_fee_returned', merchantId, businessRef: newId('ref') } as const;
    const [kept, taken] = [newId('ent'), newId('ent')];
    await postEntry(tx, { ...what, entryKey: kept, amount: cny(7n) });
    await postEntry(tx, { ...what, entryKey: taken, amount: cny(5n) });
    await reverseEntry(tx, { entryKey: taken, actor: 'test', cause: 'test' });
  });

/** A month with payments, refunds in parts, one that failed, late money, a settlement with fees, withdrawals. */
async function seedMonth() {
  const { order, merchantId } = await makePayableOrder({ policy: 'hold' });
  await payFromBalance(order);
  await bookEarlier(merchantId);
  const [paid, refunded, late] = [
    await makeOrderFor(merchantId, { amountMinor: 100_000n }),
    await makeOrderFor(merchantId, { amountMinor: 3_333n }),
    await makeOrderFor(merchantId, { amountMinor: 777n }),
  ];
  await payByCard(paid);
  await payByCard(refunded);
  await decideRefund(await askForRefund(refunded, 1_001n), 'succeeded');
  await decideRefund(await askForRefund(refunded, 99n), 'failed');
  const attempt = await makeAttempt(late);
  await pool().query("UPDATE orders SET state = 'expired' WHERE id = $1", [late.id]);
  await settleOutcome({
    attemptId: attempt.id,
    outcome: { kind: 'succeeded', channelRef: 'q', amount: late.amount, evidence: {} },
    ...{ actor: 'channel', cause: 'test' },
  });
  await settleMerchant({ merchantId, throughDay: await beijingDay() });
  await giveFeesBack(merchantId);
  await askForRefund(refunded, 500n);
  await seedMerchantMoney({ merchantId, amountMinor: 4_000n });
  await scriptPayout(70_901n, { outcome: 'stay' });
  const done = await withdraw(merchantId, 70_901n);
  await decidePayout((await selectPayout(done))?.channelOrderNo ?? '', 'succeed');
  await resolvePayout({ payoutId: done });
  await scriptPayout(1_902n, { outcome: 'stay' });
  await withdraw(merchantId, 1_902n);
  return merchantId;
}

const withdraw = async (merchantId: string, amountMinor: bigint): Promise<string> =>
  (
    await requestMerchantWithdrawal({
      merchantId,
      amount: cny(amountMinor),
      requestKey: newSortableNumber(),
    })
  ).id;

const thisMonth = async () => (await beijingDay()).slice(0, 7);

test('a month’s totals equal the ledger to the fen, by kind and by account, on the page and in the file', async () => {
  const merchantId = await seedMonth();
  const month = await thisMonth();
  const statement = await getMonthlyStatement({ merchantId, month });
  const { rows } = await pool().query<Record<'account' | 'event' | 'in' | 'out', string>>(
    `SELECT split_part(l.account_id, ':', 1) AS account, e.event,
            coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'credit'), 0)::text AS in,
            coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'debit'), 0)::text AS out
       FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id
      WHERE l.account_id LIKE '%:' || $1 || ':CNY' AND to_char(e.accounting_date, 'YYYY-MM') = $2
      GROUP BY 1, 2`,
    [merchantId, month],
  );
  const told = statement.accounts.flatMap(({ subject, kinds }) =>
    kinds.map((kind) => ({
      ...{ account: subject, event: kind.event },
      ...{ in: String(kind.in.amountMinor), out: String(kind.out.amountMinor) },
    })),
  );
  expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(
    new Set(rows.map((one) => JSON.stringify(one))),
  );
  expect(new Set(told.map(({ event }) => event))).toEqual(
    new Set([
      ...['channel_payment', 'refund_reserved', 'refund_failed', 'late_payment_received'],
      ...['settlement', 'transfer', 'payout_paid'],
      ...['refund_fee_returned', 'reversal:refund_fee_returned'],
    ]),
  );
  for (const { subject, opening, in: inward, out, closing } of statement.accounts) {
    expect(opening.amountMinor + inward.amountMinor - out.amountMinor).toBe(closing.amountMinor);
    expect(await balanceOf({ subject, owner: merchantId })).toEqual(closing);
  }
  const [pending] = statement.accounts;
  expect(pending?.opening).toEqual(cny(6_800n));
  const fees = await pool().query<{ fee: string }>(
    `SELECT sum(CASE l.side WHEN 'credit' THEN l.amount_minor ELSE -l.amount_minor END)::text AS fee FROM ledger_lines l WHERE l.account_id = 'fee_income:platform:CNY'
        AND l.entry_id IN (SELECT entry_id FROM ledger_lines WHERE account_id = 'merchant_balance:' || $1 || ':CNY')`,
    [merchantId],
  );
  expect(statement.fee).toEqual(cny(BigInt(fees.rows[0]?.fee ?? 0)));
  expect(statement.fee.amountMinor).toBeGreaterThan(0n);
  await expectFile(merchantId, statement);
  expect((await checkBooks()).findings).toEqual([]);
});

/** The file’s lines of each account lead from its opening balance to its closing one, through the same sums. */
async function expectFile(
  merchantId: string,
  { month, accounts }: Awaited<ReturnType<typeof getMonthlyStatement>>,
): Promise<void> {
  let text = '';
  for await (const piece of exportMonthlyStatement({ merchantId, month, locale: 'en' }))
    text += piece;
  const [, ...rows] = text
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const minor = (cell: string | undefined): bigint =>
    cell?.startsWith('-') ? -minor(cell.slice(1)) : (parseYuan(cell || '0')?.amountMinor ?? 0n);
  const names = [...new Set(rows.map(([name]) => name))];
  expect(names).toHaveLength(3);
  for (const [place, name] of names.entries()) {
    const own = rows.filter(([account]) => account === name);
    const lines = own.slice(1, -2);
    const sum = (column: number) => lines.reduce((total, row) => total + minor(row[column]), 0n);
    const account = accounts[place];
    const moved = [account?.in.amountMinor, account?.out.amountMinor];
    expect(minor(own[0]?.[7])).toBe(account?.opening.amountMinor);
    expect([sum(5), sum(6)]).toEqual(moved);
    expect([minor(own.at(-2)?.[5]), minor(own.at(-2)?.[6])]).toEqual(moved);
    expect(minor(own.at(-1)?.[7])).toBe(account?.closing.amountMinor);
    expect(minor(lines.at(-1)?.[7])).toBe(account?.closing.amountMinor);
    await expectPages(merchantId, month, lines);
  }
}

/** One line a page, as people leaf through it, tells the same balances as the file. */
async function expectPages(merchantId: string, month: string, lines: string[][]): Promise<void> {
  const [first] = lines;
  const subject = STATEMENT_SUBJECTS.find((one) => CHART[one].en === first?.[0]);
  if (!subject) throw new Error('an account of the file that no statement has');
  const days = { account: { subject, owner: merchantId }, ...daysOfMonth(month) };
  const told: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listAccountDays({ ...days, after, limit: 1 });
    told.push(...page.lines.map(({ balanceAfter }) => plainAmount(balanceAfter)));
    if (page.next === null) break;
    after = page.next;
  }
  expect(told).toEqual(lines.map((row) => row[7]));
}

test('a merchant’s money says what is free, held, pending, late and on its way back', async () => {
  const merchantId = await seedMonth();
  const money = await getMerchantMoney({ merchantId });
  expect(money).toMatchObject({
    held: cny(1_902n),
    late: cny(777n),
    refundsUnderWay: cny(500n),
    refundsQueued: cny(0n),
  });
  expect(money.balance.amountMinor - money.held.amountMinor).toBe(money.available.amountMinor);
  expect(money.pending).toEqual(
    await balanceOf({ subject: 'merchant_pending', owner: merchantId }),
  );
});

test('there is a statement of every month since the merchant came, and of no other', async () => {
  const { merchantId } = await makePayableOrder();
  const month = await thisMonth();
  expect(await listStatementMonths({ merchantId })).toEqual([month]);
  for (const wrong of ['2999-01', '2001-01', '2026-13', 'x']) {
    expect(await refusalCode(getMonthlyStatement({ merchantId, month: wrong }))).toBe('not_found');
  }
  expect(await refusalCode(getMonthlyStatement({ merchantId: newId('mer'), month }))).toBe(
    'not_found',
  );
  expect(await getMonthlyStatement({ merchantId, month })).toMatchObject({ isFinal: false });
});
