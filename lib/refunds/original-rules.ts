import type { Evidence, Outcome } from '@/lib/channels/port';
import type { Refund } from './refund';

/** The channel's word about the payment beside our own sums, in fen, as evidence of a refund that is held. */
export function originalFacts({
  refund,
  word,
  refunds,
}: {
  refund: Pick<Refund, 'id'>;
  word: Outcome;
  refunds: readonly Pick<Refund, 'id' | 'amount' | 'state'>[];
}): Evidence {
  const others = refunds.filter(({ id }) => id !== refund.id);
  const sum = (of: (one: (typeof others)[number]) => boolean) =>
    String(others.filter(of).reduce((all, { amount }) => all + amount.amountMinor, 0n));
  return {
    original: word.kind === 'failed' ? `failed: ${word.reason}` : word.kind,
    ...(word.kind === 'succeeded' ? { originalFen: String(word.amount.amountMinor) } : {}),
    refundedFen: sum(({ state }) => state === 'succeeded'),
    undecidedFen: sum(({ state }) => !['succeeded', 'failed', 'declined'].includes(state)),
  };
}
