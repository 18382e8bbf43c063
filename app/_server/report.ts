import { isRefusal, type Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { isDatabaseAway } from '@/lib/core/is-database-away';
import { log } from '@/lib/core/log';
import { logContext } from '@/lib/core/log-context';
import { REFUSALS } from '@/lib/core/refusals';
import { breakSpan } from '@/lib/core/spans';

export type Report =
  | { kind: 'refused'; refusal: Refusal }
  /**
   * A bug, or the database had no answer (`away`): the reference is in the log beside the error. A user is told that,
   * and where it passes by itself, to come again.
   */
  | { kind: 'broken'; reference: string; away: boolean };

/**
 * Sorts what a use case threw into the two kinds that are thrown, and logs it: a refusal at its
 * table's level with its facts, anything else as an error with a reference.
 */
export function report(
  error: unknown,
  where: string,
  reference: string = logContext().requestId ?? newId('req'),
): Report {
  if (isRefusal(error)) {
    const { code, facts, fields } = error;
    log()[REFUSALS[code].level]({ reference, where, refusal: code, facts, fields }, 'refused');
    return { kind: 'refused', refusal: error };
  }
  breakSpan();
  const away = isDatabaseAway(error);
  log().error({ reference, where, error }, away ? 'the database had no answer' : 'broken');
  return { kind: 'broken', reference, away };
}
