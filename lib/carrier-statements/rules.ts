import { addDays, dayOf, endOfMonth } from '@/lib/core/beijing';
import { cny } from '@/lib/money/money';
import { type FeeTerms, feeOf } from '@/lib/settlement/rules';
import type { Age, LineKind } from './statement';

/** A month of a large carrier is about a million lines. */
export const MOST_LINES = 3_000_000;
export const MOST_BYTES = 500_000_000;
export const MOST_LINE_CHARACTERS = 1_000;
/** So many problems are told at once; a file with more is wrong as a whole. */
export const MOST_PROBLEMS = 100;
export const LINES_AT_ONCE = 2_000;

/** The columns, in this order. */
export const COLUMNS = [
  'line_no',
  'kind',
  'client_correlator',
  'payment_id',
  'amount_yuan',
  'share_yuan',
  'occurred_at',
] as const;
export const COLUMNS_ZH = [
  '行号',
  '类型',
  '商户流水号',
  '支付单号',
  '金额',
  '分成',
  '发生时间',
] as const;

/** What is wrong with a line; the first thing found. */
export const LINE_PROBLEMS = [
  'columns',
  'line_no',
  'kind',
  'client_correlator',
  'payment_id',
  'amount',
  'not_whole_fen',
  'share',
  'occurred_at',
] as const;
export type LineProblem = (typeof LINE_PROBLEMS)[number];

/** When the carrier has to pay: so many days after the end of the month. YYYY-MM-DD. */
export const dueOnOf = (month: string, termDays: number): string =>
  addDays(endOfMonth(`${month}-01`), termDays);

/** A payment is of the month in which the carrier says it was, in Beijing; what takes from one is of any. */
export const isOfMonth = (line: { kind: LineKind; occurredAt: Date }, month: string): boolean =>
  line.kind !== 'paid' || dayOf(line.occurredAt).startsWith(`${month}-`);

/** Lines of a merchant that are alike: of most amounts there are few, because prices are fixed. */
export interface AlikeLines {
  kind: LineKind;
  amountMinor: bigint;
  count: number;
  shareMinor: bigint;
}

export interface MerchantPart {
  payments: number;
  grossMinor: bigint;
  refundedMinor: bigint;
  reductions: number;
  reductionMinor: bigint;
  badDebts: number;
  badDebtMinor: bigint;
  complaints: number;
  complaintMinor: bigint;
  /** Complaints that were made, whether or not their refund could be booked. */
  complained: number;
  shareMinor: bigint;
  feeMinor: bigint;
  netMinor: bigint;
  carriedMinor: bigint;
  creditedMinor: bigint;
}

/**
 * What a statement comes to for one merchant. The fee is worked out for each payment, as settlements
 * do, and stays when the payment is reduced. What is below zero is credited to nobody: it is carried on.
 */
export function partOf({
  lines,
  refundedMinor,
  carriedMinor,
  complained,
  terms,
}: {
  lines: readonly AlikeLines[];
  complained: number;
  refundedMinor: bigint;
  carriedMinor: bigint;
  terms: FeeTerms;
}): MerchantPart {
  const of = (kind: LineKind) => lines.filter((line) => line.kind === kind);
  const count = (kind: LineKind) => of(kind).reduce((sum, line) => sum + line.count, 0);
  const sum = (kind: LineKind) => total(of(kind), (line) => line.amountMinor * BigInt(line.count));
  const steps = {
    payments: count('paid'),
    grossMinor: sum('paid'),
    refundedMinor,
    reductions: count('reduction'),
    reductionMinor: sum('reduction'),
    badDebts: count('bad_debt'),
    badDebtMinor: sum('bad_debt'),
    complaints: count('complaint_refund'),
    complaintMinor: sum('complaint_refund'),
    complained,
    shareMinor: total(lines, ({ kind, shareMinor }) =>
      kind === 'paid' ? shareMinor : -shareMinor,
    ),
    feeMinor: total(of('paid'), (line) => {
      const fee = feeOf(cny(line.amountMinor), terms).amountMinor;
      return fee * BigInt(line.count);
    }),
  };
  const netMinor =
    steps.grossMinor -
    steps.refundedMinor -
    steps.reductionMinor -
    steps.badDebtMinor -
    steps.complaintMinor -
    steps.shareMinor -
    steps.feeMinor;
  const left = carriedMinor + netMinor;
  return { ...steps, netMinor, carriedMinor, creditedMinor: left > 0n ? left : 0n };
}

/** What of it can be credited: no more than is pending once the fee is taken. */
export function creditable(
  { creditedMinor, feeMinor }: Pick<MerchantPart, 'creditedMinor' | 'feeMinor'>,
  pendingMinor: bigint,
): bigint {
  const left = pendingMinor - feeMinor;
  if (left <= 0n) return 0n;
  return creditedMinor < left ? creditedMinor : left;
}

const total = (lines: readonly AlikeLines[], of: (line: AlikeLines) => bigint): bigint =>
  lines.reduce((sum, line) => sum + of(line), 0n);

/** From so many complaints in a month on, so that one angry shopper of a small merchant stops nothing. */
const FEWEST_COMPLAINTS = 5;
const HIGHEST_PERCENT = 1;

/** More complaints than one in a hundred of the payments that the statement lists. */
export const hasTooManyComplaints = ({
  payments,
  complained,
}: {
  payments: number;
  complained: number;
}): boolean => complained >= FEWEST_COMPLAINTS && complained * 100 > payments * HIGHEST_PERCENT;

/** From what is not due to what is overdue longest. */
export const AGES: readonly Age[] = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'];

export function ageOf(daysOverdue: number): Age {
  if (daysOverdue <= 0) return 'notDue';
  if (daysOverdue <= 30) return 'upTo30';
  if (daysOverdue <= 60) return 'upTo60';
  return daysOverdue <= 90 ? 'upTo90' : 'over90';
}
