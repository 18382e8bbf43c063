import type { Canary } from './canaries';
import type { Found } from './canary-places';
import { canarySearch, type Excuse, isExcused } from './canary-search';

/** Which kind was found where, and how often; the values themselves are not repeated. */
export async function findCanaries({
  canaries,
  places,
  excuses = [],
}: {
  canaries: readonly Canary[];
  places: Iterable<Found> | AsyncIterable<Found>;
  excuses?: readonly Excuse[];
}): Promise<string[]> {
  const search = canarySearch(canaries);
  const hits = new Map<string, number>();
  for await (const { place, text } of places) {
    for (const canary of search(text)) {
      if (isExcused(excuses, canary, place)) continue;
      const hit = `${canary.kind} in ${place}`;
      hits.set(hit, (hits.get(hit) ?? 0) + 1);
    }
  }
  return [...hits].map(([hit, times]) => `${hit}: ${times}`);
}
