import { adapterOf, isRemoteChannel } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { recordTransition } from '@/lib/core/transitions';
import type { Refund } from './refund';
import { nextAskAt } from './rules';
import { insertRefund } from './store';

export type NewRefund = Omit<
  Refund,
  'id' | 'channelOrderNo' | 'state' | 'requestedAt' | 'failureReason' | 'asks'
>;

/**
 * Writes a refund with its own number, on its way to the channel, or succeeded where our own ledger is
 * the channel; what follows in the books is the caller's, in the same transaction. Undefined when
 * there is one already under the merchant's number, for the late payment or for the undo.
 */
export async function openRefund(
  tx: Tx,
  given: NewRefund,
  cause: string,
): Promise<Refund | undefined> {
  const now = await databaseNow(tx);
  const { channel } = given;
  const remote = isRemoteChannel(channel);
  const refund: Refund = {
    ...given,
    id: newId('ref'),
    channelOrderNo: newSortableNumber(),
    state: remote ? 'sent' : 'succeeded',
    requestedAt: now,
    failureReason: null,
    asks: 0,
  };
  const scheduleSeconds = remote ? adapterOf(channel).querySchedule.refund : [];
  const askAt = remote ? nextAskAt({ now, asks: 0, scheduleSeconds }) : null;
  if (!(await insertRefund(tx, refund, askAt))) return undefined;
  await recordTransition(tx, {
    subjectType: 'refund',
    subjectId: refund.id,
    event: remote ? 'send' : 'succeed',
    from: 'created',
    to: refund.state,
    actor: given.requestedBy ?? 'system',
    cause,
  });
  return refund;
}
