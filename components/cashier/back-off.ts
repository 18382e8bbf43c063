/** The server is heard every ten seconds; a stream that is silent for longer does not reach us. */
export const SILENCE_MS = 15_000;
/** A stream that was cut is tried again so much later; meanwhile the page asks. */
export const STREAM_AGAIN_MS = 30_000;

const FAST_MS = 2_000;
const FAST_FOR_MS = 60_000;
const SLOW_MS = 10_000;

/**
 * When the page looks next. `heard`: the last sign was one of the stream's; `sinceMs`: how long ago it
 * was, or how long the page has been without. It slows down and never gives up.
 */
export function lookInMs({ heard, sinceMs }: { heard: boolean; sinceMs: number }): number {
  if (heard) return Math.max(0, SILENCE_MS - sinceMs);
  return sinceMs < FAST_FOR_MS ? FAST_MS : SLOW_MS;
}
