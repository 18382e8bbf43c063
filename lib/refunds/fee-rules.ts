/** What of our fee is with the merchant by these entries, in fen. */
export const standingFee = (entries: readonly { minor: bigint; isReversed: boolean }[]): bigint =>
  entries.reduce((sum, { minor, isReversed }) => (isReversed ? sum : sum + minor), 0n);

/**
 * What of our fee goes back with a refund, in fen: as much of it as of the payment, rounded down; the last
 * refund takes what is left. Counts from what had been refunded when the fee was worked out, since of that
 * none was charged. Never more than the fee, and nothing twice.
 */
export function feeToGiveBack({
  grossMinor,
  feeMinor,
  uncountedMinor,
  refundedMinor,
  returnedFeeMinor,
}: {
  /** The whole payment, and the fee that was charged for it. */
  grossMinor: bigint;
  feeMinor: bigint;
  /** What had been refunded before the fee was worked out. */
  uncountedMinor: bigint;
  /** All that has been refunded by now, this one included. */
  refundedMinor: bigint;
  /** What of the fee went back with earlier refunds. */
  returnedFeeMinor: bigint;
}): bigint {
  const charged = grossMinor - uncountedMinor;
  const refunded = refundedMinor - uncountedMinor;
  if (charged <= 0n || refunded <= 0n) return 0n;
  const share = refunded >= charged ? feeMinor : (feeMinor * refunded) / charged;
  return share > returnedFeeMinor ? share - returnedFeeMinor : 0n;
}
