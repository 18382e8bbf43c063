import type { Tx } from '@/lib/core/db';
import { okOf } from '@/lib/core/sql-answer';
import { entryOf } from './entry';
import type { AccountingEvent } from './events';
import { insertEntry } from './store';

/**
 * Books one accounting event inside the caller's transaction. The same event again changes nothing.
 *
 * @throws Refusal insufficient_funds, account_frozen, account_closed, entry_conflict,
 * line_not_positive, amount_out_of_range
 */
export async function postEntry(tx: Tx, event: AccountingEvent): Promise<'posted' | 'repeated'> {
  return okOf(await insertEntry(tx, entryOf(event)), { entryKey: event.entryKey });
}
