import { decideSuccess } from './rules';
import type { AttemptState } from './states';

/**
 * What becomes of money from an attempt that was left behind: it pays the order, goes back, or waits for
 * the merchant to say which of the two.
 */
export type LateFate = 'pays' | 'goes_back' | 'merchant_decides';

const FATES = {
  pay: 'pays',
  accept: 'pays',
  refund: 'goes_back',
  hold: 'merchant_decides',
  nothing: 'goes_back',
} as const;

/** Of money that may still come, what we shall decide; of money that is there, what was decided. */
export function lateFate({
  attempt,
  order,
  policy,
  part,
}: {
  attempt: Extract<AttemptState, 'superseded' | 'late_succeeded' | 'returned'>;
  order: 'open' | 'paid' | 'expired' | 'closed';
  policy: 'accept' | 'refund' | 'hold';
  /** What a balance was to pay beside it. */
  part: 'none' | 'held' | 'gone';
}): LateFate {
  if (attempt === 'superseded') return FATES[decideSuccess({ attempt, order, policy, part })];
  if (attempt === 'returned' || order === 'paid' || policy === 'refund') return 'goes_back';
  // Late money of a mixed payment goes back where its part was gone, and has let go of it otherwise: only
  // where the merchant would accept it, it is certain which of these it was.
  return policy === 'accept' && part !== 'none' ? 'goes_back' : 'merchant_decides';
}
