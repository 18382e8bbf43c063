import type { Evidence } from '@/lib/channels/port';
import type { Hold } from '@/lib/ledger/hold';
import type { Route } from '@/lib/routing/route';
import type { Attempt } from './attempt';
import type { PhonePayment } from './phone-payment';

/** An attempt as a line of support's list. */
export interface FoundAttempt
  extends Pick<
    Attempt,
    | 'id'
    | 'orderId'
    | 'merchantId'
    | 'amount'
    | 'balance'
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
  /** The phone whose bill it charges; null for any other method. */
  phone:
    | (Pick<
        PhonePayment,
        'carrier' | 'province' | 'phoneMasked' | 'mode' | 'feePoint' | 'codeTries' | 'payerUnknown'
      > & { line: string })
    | null;
  /** What went over the wire, redacted by the adapter. */
  evidence: Evidence | null;
  /** What was held on a balance for its part, and what became of that. */
  hold: Pick<Hold, 'amount' | 'state' | 'createdAt' | 'endedAt'> | null;
  asks: number;
  nextAskAt: Date | null;
}
