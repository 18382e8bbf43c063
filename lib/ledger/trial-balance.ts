import { cny, type Money } from '@/lib/money/money';
import { CHART, type Subject } from './chart';
import type { SubjectTotal } from './day-store';

/** One subject on one day. Opening and closing are on its normal side. */
export interface TrialBalanceRow {
  subject: Subject;
  opening: Money;
  debit: Money;
  credit: Money;
  closing: Money;
  /** The closing balance in its column: a negative one stands on the other side. */
  debitBalance: Money;
  creditBalance: Money;
}

export interface TrialBalance {
  day: string;
  closed: boolean;
  /** Every subject, in the order of the chart. */
  rows: TrialBalanceRow[];
  /** The two columns of balances added up: equal, or the books are wrong. */
  debitTotal: Money;
  creditTotal: Money;
}

export function trialBalanceOf(
  day: { day: string; closed: boolean },
  totals: SubjectTotal[],
): TrialBalance {
  const bySubject = new Map(totals.map((total) => [total.subject, total]));
  const rows = (Object.keys(CHART) as Subject[]).map((subject) => {
    const { openingMinor, debitMinor, creditMinor, closingMinor } =
      bySubject.get(subject) ?? NOTHING;
    const onDebitSide = CHART[subject].side === 'debit' ? closingMinor : -closingMinor;
    return {
      subject,
      opening: cny(openingMinor),
      debit: cny(debitMinor),
      credit: cny(creditMinor),
      closing: cny(closingMinor),
      debitBalance: cny(onDebitSide > 0n ? onDebitSide : 0n),
      creditBalance: cny(onDebitSide < 0n ? -onDebitSide : 0n),
    };
  });
  const sum = (column: 'debitBalance' | 'creditBalance') =>
    cny(rows.reduce((total, row) => total + row[column].amountMinor, 0n));
  return { ...day, rows, debitTotal: sum('debitBalance'), creditTotal: sum('creditBalance') };
}

const NOTHING = { openingMinor: 0n, debitMinor: 0n, creditMinor: 0n, closingMinor: 0n };
