import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { entryOf } from './entry';
import type { AccountingEvent } from './events';
import { insertEntry } from './store';

/**
 * Books one accounting event inside the caller's transaction. The same event again changes nothing.
 * Refuses `insufficient_funds` (a user's account would go below zero) and `entry_conflict`.
 */
export async function postEntry(tx: Tx, event: AccountingEvent): Promise<'posted' | 'repeated'> {
  const answer = await insertEntry(tx, entryOf(event));
  if (answer.result === 'refused') throw new Refusal(answer.code, { entryKey: event.entryKey });
  return answer.result;
}
