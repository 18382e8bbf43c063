/** How a payment of a test order can be made to end. */
export const TEST_OUTCOMES = [
  'paid',
  'declined',
  'insufficient_funds',
  'limit_exceeded',
  /** In doubt at first, then paid. */
  'in_doubt',
  /** Paid when its time was over. */
  'late',
  /** Paid, and told three times. */
  'duplicate_notice',
] as const;
export type TestOutcome = (typeof TEST_OUTCOMES)[number];

export const isTestOutcome = (text: unknown): text is TestOutcome =>
  TEST_OUTCOMES.some((outcome) => outcome === text);
