import type { Called } from './health';

/** open: nothing new is begun there. closed: it is called, whatever its failures. */
export type BreakerForce = 'open' | 'closed';

/** A breaker held open or closed by hand, for a time. It holds once a second person has agreed. */
export interface BreakerOverride extends Called {
  id: string;
  force: BreakerForce;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
  /** Null while a second person has not agreed yet. */
  confirmedBy: string | null;
  endsAt: Date;
}
