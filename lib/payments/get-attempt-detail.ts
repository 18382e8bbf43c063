import { Refusal } from '@/lib/core/errors';
import { selectAttemptRecord } from './attempt-list-store';
import type { AttemptDetail } from './found-attempt';
import { selectAttempt } from './store';

/** One attempt, whosever, as support sees it. Refusal: not_found. */
export async function getAttemptDetail(attemptId: string): Promise<AttemptDetail> {
  // What is no id at all never reaches the database, which would choke on a NUL.
  const known = /^att_[0-9a-z]{26}$/.test(attemptId);
  const record = known ? await selectAttemptRecord(attemptId) : undefined;
  if (!record) throw new Refusal('not_found', { attemptId });
  return { ...(await selectAttempt(attemptId)), ...record };
}
