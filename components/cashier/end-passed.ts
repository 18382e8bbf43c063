import type { AmountRange } from '@/lib/methods/rank-methods';
import type { Money } from '@/lib/money/money';

/** Which end of what a way takes at once an amount is beyond; neither where that is not known. */
export function endPassed(
  { amountMinor }: Money,
  range: AmountRange | undefined,
): 'least' | 'most' | 'neither' {
  if (range?.least && amountMinor < range.least.amountMinor) return 'least';
  return range?.most && amountMinor > range.most.amountMinor ? 'most' : 'neither';
}
