/** What a merchant has that refunds may be taken from, in fen; neither is below zero. */
export interface Funds {
  pendingMinor: bigint;
  availableMinor: bigint;
}

/**
 * From where each of these amounts is taken, in their order: first what is pending, then what is available.
 * Answers what of each comes from the available money, or undefined where both together do not cover all.
 */
export function splitFunds(amounts: readonly bigint[], funds: Funds): bigint[] | undefined {
  let { pendingMinor, availableMinor } = funds;
  const fromAvailable: bigint[] = [];
  for (const amount of amounts) {
    const lacking = amount - pendingMinor;
    const available = lacking > 0n ? lacking : 0n;
    if (available > availableMinor) return undefined;
    pendingMinor -= amount - available;
    availableMinor -= available;
    fromAvailable.push(available);
  }
  return fromAvailable;
}

export const totalFunds = ({ pendingMinor, availableMinor }: Funds): bigint =>
  pendingMinor + availableMinor;
