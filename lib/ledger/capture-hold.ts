import type { Tx } from '@/lib/core/db';
import { entryOf } from './entry';
import type { AccountingEvent } from './events';
import { captureFromHold } from './ledger-hold-store';

/**
 * Books the event with money of the hold: what it takes from the held account, net, is taken from
 * the hold, in whole or in part; the rest stays held. The same event again changes nothing, also
 * after the hold has ended. Refusals: hold_not_found, hold_expired (by the clock, whether or not a
 * sweep has been there), hold_ended, hold_over_capture, and those of postEntry except
 * account_frozen for the held account: the promise is older than the freeze.
 */
export const captureHold = (
  tx: Tx,
  { holdId, event }: { holdId: string; event: AccountingEvent },
): Promise<'posted' | 'repeated'> => captureFromHold(tx, holdId, entryOf(event));
