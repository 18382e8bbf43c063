import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { okOf } from '@/lib/core/sql-answer';
import { recordTransition } from '@/lib/core/transitions';
import { selectEntry } from './entry-store';
import { REVERSAL } from './sentence';
import { insertEntry } from './store';

/**
 * Takes an entry back by its mirror image, in the caller's transaction: what was booked stays, and
 * the two explain each other. Once only; again changes nothing. Refusals: unknown_entry,
 * not_reversible (it is a reversal itself), and those of postEntry: money that has been spent since
 * can't be taken back (insufficient_funds).
 */
export async function reverseEntry(
  tx: Tx,
  { entryKey, actor, cause }: { entryKey: string; actor: string; cause: string },
): Promise<'posted' | 'repeated'> {
  const entry = await selectEntry({ entryKey }, tx);
  if (!entry) throw new Refusal('unknown_entry', { entryKey });
  if (entry.reverses) throw new Refusal('not_reversible', { entryKey });
  const mirror = await insertEntry(tx, {
    id: newId('ent'),
    entryKey: `reversal:${entryKey}`,
    event: `${REVERSAL}${entry.event}`,
    businessRef: entry.businessRef,
    currency: 'CNY',
    reverses: entry.id,
    lines: entry.lines.map(({ account, side, amount }) => ({
      ...account,
      side: side === 'debit' ? 'credit' : 'debit',
      amountMinor: amount.amountMinor.toString(),
    })),
  });
  const answer = okOf(mirror, { entryKey });
  if (answer === 'posted') {
    const move = { event: 'reverse', from: 'posted', to: 'reversed', actor, cause };
    await recordTransition(tx, { subjectType: 'entry', subjectId: entry.id, ...move });
  }
  return answer;
}
