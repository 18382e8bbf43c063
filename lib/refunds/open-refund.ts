import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { recordTransition } from '@/lib/core/transitions';
import { eventOf, LEADS_TO, type Start } from './begin-rules';
import { firstAskAt } from './first-ask';
import type { Refund } from './refund';
import { insertRefund } from './store';

export type NewRefund = Omit<
  Refund,
  | 'id'
  | 'channelOrderNo'
  | 'channelRef'
  | 'state'
  | 'requestedAt'
  | 'takenAt'
  | 'sentAt'
  | 'failureReason'
  | 'returnedAt'
  | 'declineReason'
  | 'asks'
> & { takenAt?: Date | null };

/**
 * Writes a refund with its own number: waiting, on its way to the channel, diverted where it goes by
 * transfer, or succeeded where our own ledger is the channel. What follows in the books is the caller's, in
 * the same transaction. Undefined when there is one already under the merchant's number, for the late
 * payment or in the place of the one before.
 */
export async function openRefund(
  tx: Tx,
  given: NewRefund,
  { start, isTaken, cause }: { start: Start; isTaken: boolean; cause: string },
): Promise<Refund | undefined> {
  const now = await databaseNow(tx);
  const event = eventOf(given.route, start);
  const state = LEADS_TO[event];
  const refund: Refund = {
    ...given,
    id: newId('ref'),
    channelOrderNo: newSortableNumber(),
    channelRef: null,
    state,
    requestedAt: now,
    takenAt: isTaken ? (given.takenAt ?? now) : null,
    sentAt: state === 'sent' ? now : null,
    failureReason: null,
    returnedAt: null,
    declineReason: null,
    asks: 0,
  };
  const askAt = state === 'sent' ? firstAskAt(refund, now) : null;
  if (!(await insertRefund(tx, refund, askAt))) return undefined;
  await recordTransition(tx, {
    subjectType: 'refund',
    subjectId: refund.id,
    event,
    from: 'created',
    to: state,
    actor: given.requestedBy ?? 'system',
    cause,
  });
  return refund;
}
