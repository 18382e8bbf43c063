interface Ending {
  /** What must not keep the process from ending. */
  kept: Set<() => void>;
  asked: boolean;
}

/** One for the process: its routes and its proxy each have this module for themselves. */
const KEY = Symbol.for('cashier.process-end');
const holder = globalThis as { [KEY]?: Ending };

/** Begins to listen with the first one who asks: what asks only after the signal has missed it. */
export function heedSignals(): Ending {
  const known = holder[KEY];
  if (known) return known;
  const ending: Ending = { kept: new Set(), asked: false };
  holder[KEY] = ending;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      ending.asked = true;
      for (const end of ending.kept) end();
    });
  }
  return ending;
}

/** Calls `end` once the process is asked to end: at once where it has been already. */
export function whenProcessEnds(end: () => void): void {
  const { kept, asked } = heedSignals();
  if (asked) end();
  else kept.add(end);
}

/** `end` has happened by itself, and need not be called any more. */
export const forgetProcessEnd = (end: () => void): void => void heedSignals().kept.delete(end);

/**
 * A process that was asked to end lets nobody new in and waits for the connections it has; but a page, or
 * a proxy before it, would go on asking over one of those. The answer gives the connection up then.
 */
export const lastWord = (): Record<string, string> =>
  isProcessEnding() ? { Connection: 'close' } : {};

export const isProcessEnding = (): boolean => heedSignals().asked;
