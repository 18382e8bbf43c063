import { db } from './db';
import type { TransitionRecord } from './transitions';

/** One move of a state machine, as it was written down beside it. */
export interface PastTransition {
  id: bigint;
  event: string;
  from: string;
  to: string;
  actor: string;
  cause: string | null;
  at: Date;
}

/** What has become of something so far, oldest first. */
export async function listTransitions(
  subjectType: TransitionRecord['subjectType'],
  subjectId: string,
): Promise<PastTransition[]> {
  const rows = await db().transition.findMany({
    where: { subjectType, subjectId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      event: true,
      fromState: true,
      toState: true,
      actor: true,
      cause: true,
      at: true,
    },
  });
  return rows.map(({ fromState: from, toState: to, ...row }) => ({ ...row, from, to }));
}
