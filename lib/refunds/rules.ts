const LATER_MS = 3_600_000;

/**
 * When an undecided refund is asked about next: the channel's own schedule by the number of asks
 * so far (seconds from one ask to the next), then hourly until the answer is definite.
 */
export function nextAskAt(facts: {
  now: Date;
  asks: number;
  scheduleSeconds: readonly number[];
}): Date {
  const pauseSeconds = facts.scheduleSeconds[facts.asks];
  return new Date(facts.now.getTime() + (pauseSeconds ? pauseSeconds * 1000 : LATER_MS));
}
