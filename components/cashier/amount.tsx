import { formatAmount } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

/** The largest thing on the page. One text for a screen reader, not a sign and a number. */
export function Amount({ money }: { money: Money }) {
  return (
    <p className="text-amount font-bold tracking-tight whitespace-nowrap tabular-nums">
      <span className="mr-1 text-2xl font-semibold">¥</span>
      {formatAmount(money)}
    </p>
  );
}
