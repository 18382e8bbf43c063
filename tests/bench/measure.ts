/** Runs the work over every item with so many callers at once; answers how many a second. */
export async function rate<T>(
  items: readonly T[],
  callers: number,
  work: (item: T) => Promise<void>,
): Promise<number> {
  let place = 0;
  const caller = async () => {
    for (let item = items[place++]; item !== undefined; item = items[place++]) await work(item);
  };
  const startedAt = process.hrtime.bigint();
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
  return items.length / seconds;
}

export interface Measured {
  what: string;
  callers: number;
  perSecond: number;
}

/** A table whose last column is what counts: each rate as a share of the first row's. */
export function printTable(rows: readonly Measured[]): void {
  const yardstick = rows[0]?.perSecond ?? 1;
  const width = Math.max(...rows.map(({ what }) => what.length));
  process.stdout.write(`${'what'.padEnd(width)}  callers   per second   ratio\n`);
  for (const { what, callers, perSecond } of rows) {
    const columns = [
      what.padEnd(width),
      String(callers).padStart(7),
      perSecond.toFixed(0).padStart(12),
      (perSecond / yardstick).toFixed(3).padStart(7),
    ];
    process.stdout.write(`${columns.join('  ')}\n`);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}

/**
 * What was compared, the medians of the two, the median of their ratios round by round, and what that
 * should reach.
 */
export function printRatios(
  rows: readonly (readonly [
    what: string,
    rounds: readonly number[],
    yardsticks: readonly number[],
    aim: number,
  ])[],
): void {
  const width = Math.max(...rows.map(([what]) => what.length));
  process.stdout.write(`${'a second'.padEnd(width)}        this   yardstick   ratio     aim\n`);
  for (const [what, rounds, yardsticks, aim] of rows) {
    const ratio = median(rounds.map((value, round) => value / (yardsticks[round] ?? Number.NaN)));
    const columns = [
      what.padEnd(width),
      median(rounds).toPrecision(4).padStart(10),
      median(yardsticks).toPrecision(4).padStart(10),
      ratio.toFixed(3).padStart(6),
      aim.toFixed(2).padStart(6),
    ];
    process.stdout.write(`${columns.join('  ')}\n`);
  }
}
