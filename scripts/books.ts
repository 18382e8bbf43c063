import { disconnect } from '@/lib/core/db';
import { CHART } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { checkHistories } from '@/lib/ledger/check-histories';
import { readTrialBalance } from '@/lib/ledger/read-trial-balance';
import type { TrialBalance } from '@/lib/ledger/trial-balance';
import { formatAmount } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

/** Prints today's trial balance and whatever is wrong with the books; fails if anything is. */
async function main(): Promise<void> {
  const balance = await readTrialBalance();
  for (const line of tableOf(balance)) console.log(line);
  const { findings: inBooks, entries, accounts } = await checkBooks();
  const findings = [...inBooks, ...(await checkHistories())];
  for (const { code, detail } of findings) console.log(`${code}: ${detail}`);
  console.log(`${entries} entries, ${accounts} accounts, ${findings.length} findings`);
  await disconnect();
  const { debitTotal, creditTotal } = balance;
  const level = debitTotal.amountMinor === creditTotal.amountMinor;
  process.exitCode = level && findings.length === 0 ? 0 : 1;
}

function tableOf({ day, rows, debitTotal, creditTotal }: TrialBalance): string[] {
  const cells = [
    [`Trial balance, ${day}`, 'debit today', 'credit today', 'debit balance', 'credit balance'],
    ...rows.map((row) => [
      CHART[row.subject].en,
      ...[row.debit, row.credit, row.debitBalance, row.creditBalance].map(shown),
    ]),
    ['', '', '', formatAmount(debitTotal), formatAmount(creditTotal)],
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lines = cells.map(([name = '', ...amounts]) =>
    [
      name.padEnd(widths[0] ?? 0),
      ...amounts.map((amount, n) => amount.padStart(widths[n + 1] ?? 0)),
    ]
      .join('  ')
      .trimEnd(),
  );
  const rule = '-'.repeat(Math.max(...lines.map((line) => line.length)));
  return [...lines.slice(0, 1), rule, ...lines.slice(1, -1), rule, ...lines.slice(-1), ''];
}

const shown = (money: Money): string => (money.amountMinor === 0n ? '' : formatAmount(money));

void main();
