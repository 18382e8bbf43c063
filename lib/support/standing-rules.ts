import type { RefundStanding } from './found-order';

/** What a list says of an order's refunds in one word: what still moves goes before what is done. */
export function standingOf(facts: {
  amountMinor: bigint;
  refundedMinor: bigint;
  underWay: boolean;
  inCase: boolean;
}): RefundStanding {
  if (facts.inCase) return 'case';
  if (facts.underWay) return 'under_way';
  if (facts.refundedMinor === 0n) return 'none';
  return facts.refundedMinor < facts.amountMinor ? 'part' : 'whole';
}
