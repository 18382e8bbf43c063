import { formatAmount } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

/** An amount in a column of amounts; nothing is a quiet dash, so that what is there stands out. */
export function Figure({ amount }: { amount: Money }) {
  if (amount.amountMinor === 0n) return <span className="text-faint">–</span>;
  return formatAmount(amount);
}
