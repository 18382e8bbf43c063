import { newId } from '@/lib/core/ids';
import { type AccountingEvent, linesOf } from './events';

/** An entry as the SQL functions read it; amounts travel as text, so that no float ever sees them. */
export interface EntryJson {
  id: string;
  entryKey: string;
  event: string;
  businessRef: string;
  currency: string;
  /** The id of the entry that this one takes back. */
  reverses?: string;
  lines: { subject: string; owner: string; side: string; amountMinor: string }[];
}

/** The event as an entry, ready for post_entry or settle_payments. */
export const entryOf = (event: AccountingEvent): EntryJson => ({
  id: newId('ent'),
  entryKey: event.entryKey,
  event: event.event,
  businessRef: event.businessRef,
  currency: event.amount.currency,
  lines: linesOf(event).map((line) => ({ ...line, amountMinor: line.amountMinor.toString() })),
});
