import { okOf } from '@/lib/core/sql-answer';
import { entryOf } from './entry';
import type { AccountingEvent } from './events';
import { insertGathered } from './store';

/**
 * Books one accounting event in a commit of its own: for callers who have nothing else to say. What
 * is posted at the same moment travels in one call and shares the commit; each has its own answer.
 * The same event again changes nothing, so a caller who got no answer may simply ask again.
 *
 * @throws Refusal as postEntry, and ledger_busy when too many are waiting
 */
export async function postAtOnce(event: AccountingEvent): Promise<'posted' | 'repeated'> {
  return okOf(await insertGathered(entryOf(event)), { entryKey: event.entryKey });
}
