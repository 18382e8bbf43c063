const DELAYS_MS = [1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 8_000, 10_000];
const SLOWEST_MS = 15_000;

/** Where somebody pays on another screen, this page answers while they still look at it. */
const BRISK_MS = 2_000;

/** How long to wait before asking for the n-th time (from 0). It slows down and never gives up. */
export const pollDelayMs = (round: number, brisk = false): number =>
  Math.min(DELAYS_MS[round] ?? SLOWEST_MS, brisk ? BRISK_MS : SLOWEST_MS);
