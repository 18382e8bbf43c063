import { formatAmount } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

/** The largest thing on the page, in one line. One text for a screen reader, not a sign and a number. */
export function Amount({ money }: { money: Money }) {
  const text = formatAmount(money);
  const figures: Record<`--${string}`, number> = { '--figures': text.length + 1 };
  return (
    <p
      className="amount leading-tight font-bold tracking-tight whitespace-nowrap tabular-nums"
      style={figures}
    >
      <span className="me-[0.1em] text-[0.6em] font-semibold">¥</span>
      {text}
    </p>
  );
}
