import { assert } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { enqueueJob } from '@/lib/core/queue';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { refusalMeaningOf } from '@/lib/refunds/not-curable';
import { dueAtOf, expiryOf } from './case-rules';
import { type Diverted, insertCase, selectCaseByRefund, selectDiverted } from './store';

/**
 * Opens the case of a refund that cannot go back the way it came, with what the channel said, and has
 * the shopper asked where it should go. The same refund again is the same case. Undefined when that
 * refund goes another way.
 */
export async function openRefundCase({
  refundId,
}: {
  refundId: string;
}): Promise<{ caseId: string } | undefined> {
  return inTransaction(async (tx) => {
    const known = await selectCaseByRefund(refundId, tx);
    if (known) return { caseId: known.id };
    const diverted = await selectDiverted(tx, refundId);
    if (!diverted) return undefined;
    refuseHeld(diverted);
    const now = await databaseNow(tx);
    const { amountMinor, codes: _, ...refund } = diverted;
    const id = newId('rcs');
    const isNew = await insertCase(tx, {
      ...refund,
      id,
      amount: cny(amountMinor),
      dueAt: dueAtOf('open', now),
      expiresAt: expiryOf(now),
    });
    if (!isNew) return selectCaseByRefund(refundId, tx).then((found) => caseIdOf(found));
    await recordTransition(tx, {
      subjectType: 'refund_case',
      subjectId: id,
      event: 'open',
      from: 'none',
      to: 'open',
      actor: 'system',
      cause: diverted.channelCode ?? diverted.cause,
    });
    await enqueueJob(tx, 'send-refund-claim', { caseId: id });
    return { caseId: id };
  });
}

const caseIdOf = (found: { id: string } | undefined) => found && { caseId: found.id };

/**
 * A code that may mean that the money has gone back already never leads to a case, however far back in the
 * chain it was said: that is a bug, whoever diverted the refund.
 */
function refuseHeld({ refundId, channel, codes }: Diverted): void {
  const held = codes.find((code) => refusalMeaningOf(channel, code) === 'hold');
  assert(held === undefined, `${refundId} was diverted on the code ${held} of ${channel}`);
}
