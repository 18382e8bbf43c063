import { isRefusal, type Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { REFUSALS } from '@/lib/core/refusals';

export type Report =
  | { kind: 'refused'; refusal: Refusal }
  /** A bug: the reference is in the log beside the error, and all that a user is told. */
  | { kind: 'broken'; reference: string };

/**
 * Sorts what a use case threw into the two kinds that are thrown, and logs it: a refusal at its
 * table's level with its facts, anything else as an error with a reference.
 */
export function report(error: unknown, where: string, reference: string = newId('req')): Report {
  if (isRefusal(error)) {
    const { code, facts, fields } = error;
    log()[REFUSALS[code].level]({ reference, where, refusal: code, facts, fields }, 'refused');
    return { kind: 'refused', refusal: error };
  }
  log().error({ reference, where, error }, 'broken');
  return { kind: 'broken', reference };
}
