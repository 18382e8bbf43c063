import type { Evidence } from '@/lib/channels/port';
import type { Route } from '@/lib/routing/route';
import type { Attempt } from './attempt';

/** An attempt as a line of support's list. */
export interface FoundAttempt
  extends Pick<
    Attempt,
    | 'id'
    | 'orderId'
    | 'merchantId'
    | 'amount'
    | 'method'
    | 'surface'
    | 'channel'
    | 'cardType'
    | 'state'
    | 'failureReason'
    | 'tn'
  > {
  createdAt: Date;
  /** The merchant's own number of the order. */
  merchantOrderNo: string;
}

/** All that is known of one attempt: what it ran as, why there, what was heard, and what comes next. */
export interface AttemptDetail extends Attempt {
  createdAt: Date;
  /** Which channels could have carried it; null where there was nothing to choose. */
  routing: Route | null;
  /** What went over the wire, redacted by the adapter. */
  evidence: Evidence | null;
  asks: number;
  nextAskAt: Date | null;
}
