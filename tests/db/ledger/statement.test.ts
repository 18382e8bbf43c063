import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { AccountRef } from '@/lib/ledger/chart';
import { exportStatement } from '@/lib/ledger/export-statement';
import { listStatement } from '@/lib/ledger/list-statement';
import { postAtOnce } from '@/lib/ledger/post-at-once';
import { postEntry } from '@/lib/ledger/post-entry';
import type { StatementLine } from '@/lib/ledger/statement';
import { sumInternalAccounts } from '@/lib/ledger/sum-internal-accounts';
import { cny } from '@/lib/money/money';
import {
  answerOf,
  customerAccount,
  findings,
  fundedCustomer,
  payment,
  post,
  sumEverything,
  topUp,
  usedMerchant,
} from '@/tests/support/factories/ledger';

async function wholeStatement(account: AccountRef, limit: number): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  for (let before: string | undefined; ; ) {
    const page = await listStatement({ account, before, limit });
    lines.push(...page.lines);
    if (!page.next) return lines;
    before = page.next;
  }
}

/** Newest first, each balance is the next one's with the movement between them. */
function expectRunning(lines: StatementLine[], last: bigint): void {
  let balance = last;
  for (const { direction, amount, balanceAfter } of lines) {
    expect(balanceAfter).toEqual(cny(balance));
    balance += direction === 'in' ? -amount.amountMinor : amount.amountMinor;
  }
  expect(balance).toBe(0n);
}

async function csvOf(account: AccountRef, locale: 'zh-CN' | 'en'): Promise<string[]> {
  let text = '';
  for await (const piece of exportStatement({ account, locale })) text += piece;
  return text.split('\r\n');
}

test('a statement reads in words, with the balance that each line left', async () => {
  const customerId = await fundedCustomer(1230n);
  const event = payment(customerId, 230n);
  await post(event);
  const { lines, next } = await listStatement({ account: customerAccount(customerId) });
  expect(next).toBeNull();
  expect(lines).toMatchObject([
    {
      entryKey: event.entryKey,
      businessRef: event.businessRef,
      direction: 'out',
      amount: cny(230n),
      balanceAfter: cny(1000n),
      sentence: { zh: '余额支付 ¥2.30：用户余额 → 待结算商户款' },
    },
    { event: 'top_up', direction: 'in', balanceAfter: cny(1230n) },
  ]);
  expect(lines[0]?.accountingDate).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('the running balance is right when many post at once, together and apart', async () => {
  const customerId = await fundedCustomer(1000n);
  const answers = await Promise.all([
    ...Array.from({ length: 20 }, () => answerOf(post(payment(customerId, 60n)))),
    ...Array.from({ length: 20 }, () => answerOf(postAtOnce(payment(customerId, 50n)))),
    ...Array.from({ length: 10 }, () => answerOf(postAtOnce(topUp(customerId, 7n)))),
  ]);
  const posted = answers.map((answer, n) =>
    answer === 'posted' ? [-60n, -50n, 7n][n < 20 ? 0 : n < 40 ? 1 : 2] : 0n,
  );
  const last = posted.reduce<bigint>((sum, part) => sum + (part ?? 0n), 1000n);
  expectRunning(await wholeStatement(customerAccount(customerId), 7), last);
  expect(await findings()).toEqual([]);
});

test('pages of an internal account add up, whatever is summed in between', async () => {
  const merchantId = newId('mer');
  const account = { subject: 'merchant_pending', owner: merchantId } as const;
  const customerId = await fundedCustomer(1000n);
  for (let n = 1n; n <= 12n; n += 1n) await post(payment(customerId, n, merchantId));
  await sumEverything();
  const first = await listStatement({ account, limit: 5 });
  await post(payment(customerId, 100n, merchantId));
  await sumInternalAccounts();
  const rest = await listStatement({ account, before: first.next ?? '', limit: 100 });
  const amounts = [...first.lines, ...rest.lines].map(({ amount }) => amount.amountMinor);
  expect(amounts).toEqual(Array.from({ length: 12 }, (_, n) => BigInt(12 - n)));
  expectRunning([...first.lines, ...rest.lines], 78n);
  await sumEverything();
  expectRunning(await wholeStatement(account, 3), 178n);
});

test('a line is in an internal account’s statement once nothing can come before it', async () => {
  const merchantId = await usedMerchant();
  const account = { subject: 'merchant_pending', owner: merchantId } as const;
  const [one, two] = [await fundedCustomer(10n), await fundedCustomer(10n)];
  await sumEverything();
  await inTransaction(async (tx) => {
    await postEntry(tx, payment(one, 1n, merchantId));
    await post(payment(two, 2n, merchantId));
    expect((await listStatement({ account })).lines).toHaveLength(1);
  });
  await sumEverything();
  expectRunning((await listStatement({ account })).lines, 4n);
});

test('the debit side of a debit account comes in, and it may be below zero', async () => {
  const channel = newId('req');
  const account = { subject: 'channel_clearing', owner: channel } as const;
  const base = { businessRef: 'x', channel, amount: cny(500n) };
  // Set aside first: what is owed to payers has to be what their refunds are.
  const late = { ...base, merchantId: newId('mer') };
  await post({ ...late, event: 'late_payment_returned', entryKey: newId('ent') });
  await post({ ...base, event: 'late_refund_settled', entryKey: newId('ent') });
  const topUpByCard = { ...base, event: 'card_top_up', customerId: newId('cus') } as const;
  await post({ ...topUpByCard, entryKey: newId('ent'), amount: cny(200n) });
  await sumEverything();
  expect((await listStatement({ account })).lines).toMatchObject([
    { direction: 'in', balanceAfter: cny(-300n) },
    { direction: 'out', balanceAfter: cny(-500n) },
  ]);
  expect((await csvOf(account, 'en'))[2]).toContain(',2.00,,-3.00,');
});

test('an account never used has an empty statement; a cursor of nobody starts from the top', async () => {
  expect(await listStatement({ account: customerAccount(newId('cus')) })).toEqual({
    lines: [],
    next: null,
  });
  const customerId = await fundedCustomer(1n);
  const account = customerAccount(customerId);
  for (const before of ['x', '\0', '1e9', '-1', '9'.repeat(40)]) {
    expect((await listStatement({ account, before })).lines).toHaveLength(1);
  }
});

test('the CSV of an account has every line, oldest first, across pages', async () => {
  const merchantId = newId('mer');
  const customerId = await fundedCustomer(5000n);
  await Promise.all(
    Array.from({ length: 1201 }, () => postAtOnce(payment(customerId, 1n, merchantId))),
  );
  await sumEverything();
  for (const account of [
    customerAccount(customerId),
    { subject: 'merchant_pending', owner: merchantId } as const,
  ]) {
    const rows = await csvOf(account, 'zh-CN');
    expect(rows[0]).toBe('\uFEFF记账时间,会计日,摘要,业务单号,收入,支出,余额,分录号');
    const outside = account.subject === 'customer_balance';
    expect(rows).toHaveLength(1 + (outside ? 1202 : 1201) + 1);
    expect(rows.at(-2)?.split(',')[6]).toBe(outside ? '37.99' : '12.01');
  }
});
