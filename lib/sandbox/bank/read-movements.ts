import { z } from 'zod';
import type { Store } from '../state/store';
import { describeMovement } from './describe';
import type { Movement } from './records';

const question = z.strictObject({
  since: z.iso.datetime({ offset: true }),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  /** The reference that the page before ended with. */
  after: z.string().optional(),
});

/** One page of what came in at or after a moment, oldest first; undefined for a bad question. */
export function listMovements(store: Store, query: Record<string, string>) {
  const asked = question.safeParse(query);
  if (!asked.success) return undefined;
  const { since, limit, after } = asked.data;
  const inTime = store.listMovements().filter(({ atMs }) => atMs >= Date.parse(since));
  const start = after === undefined ? 0 : inTime.findIndex((one) => one.reference === after) + 1;
  const page = inTime.slice(start, start + limit);
  const more = inTime.length > start + page.length;
  return {
    movements: page.map(describeMovement),
    next: more ? (page.at(-1)?.reference ?? null) : null,
  };
}

/** One movement, as truthfully as its flaws allow. */
export function readMovement(store: Store, reference: string): Movement | 'drop' | undefined {
  const movement = store.findMovement(reference);
  const { queryAnswer, queryTimes = Number.POSITIVE_INFINITY } = movement?.flaws ?? {};
  if (!movement || !queryAnswer || movement.queriesMisled >= queryTimes) return movement;
  store.saveMovement({ ...movement, queriesMisled: movement.queriesMisled + 1 });
  return queryAnswer === 'drop' ? 'drop' : undefined;
}
