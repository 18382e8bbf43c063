/** One thing that decides between rivals. */
export interface Criterion<T, D> {
  /** What those that it sends home lack. */
  drawback: D;
  /** The best, and those as good as the best; none where it decides nothing. */
  best: (rivals: readonly T[]) => readonly T[];
}

export interface Ranked<T, D> {
  rival: T;
  reason: 'chosen' | 'later' | D;
}

/**
 * The winner of all, then the winner of the rest and so on; each loser with what it lost by to the
 * first. `later`: nothing told them apart but the order they came in.
 */
export function rankRivals<T, D>(
  rivals: readonly T[],
  criteria: readonly Criterion<T, D>[],
): Ranked<T, D>[] {
  const { winner, drawbacks } = contest(rivals, criteria);
  if (winner === undefined) return [];
  const rest = rankRivals(
    rivals.filter((rival) => rival !== winner),
    criteria,
  );
  return [
    { rival: winner, reason: 'chosen' },
    ...rest.map(({ rival }): Ranked<T, D> => ({ rival, reason: drawbacks.get(rival) ?? 'later' })),
  ];
}

/** Criterion by criterion the best stay in; one that nobody meets decides nothing. */
function contest<T, D>(rivals: readonly T[], criteria: readonly Criterion<T, D>[]) {
  const drawbacks = new Map<T, D>();
  let left = rivals;
  for (const { drawback, best } of criteria) {
    if (left.length < 2) break;
    const stay = best(left);
    if (stay.length === 0) continue;
    for (const rival of left) if (!stay.includes(rival)) drawbacks.set(rival, drawback);
    left = stay;
  }
  return { winner: left[0], drawbacks };
}
