import { assert } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { postEntry } from '@/lib/ledger/post-entry';
import { settleOriginalReturn } from '@/lib/refunds/settle-original-return';
import { settleTransfer } from '@/lib/refunds/settle-transfer';
import { dropPayee, dropProposal } from './drop-rest';
import type { RefundCase } from './refund-case';
import { isBookedTwice } from './standing-store';
import { markOriginalReturned, moveCase } from './store';

const ACTOR = 'channel';
const CAUSE = 'the channel gave it back the way it came';

/**
 * The channel gave it back after all, and no payout is under way or has arrived. Whether that is booked as
 * given twice, because somebody had it at that moment, decides how the case ends, and nothing else does: so
 * it is booked once, in whatever order the two were heard of.
 */
export async function endReturned(tx: Tx, known: RefundCase): Promise<void> {
  await ((await isBookedTwice(known.refundId, tx))
    ? endSquared(tx, known)
    : endByOriginal(tx, known));
}

/** Nobody else has the money, nor will anybody. */
async function endByOriginal(tx: Tx, known: RefundCase): Promise<void> {
  await overtake(tx, known);
  const { refundId } = known;
  const ended = await settleOriginalReturn(tx, { refundId, actor: ACTOR });
  assert(ended === 'stopped', `${refundId} was paid out while its case waited`);
}

/**
 * It had been paid out when the channel gave it back, so what the channel took was booked against
 * suspense; now the bank has sent the payout back, and that squares it. The case of suspense is left for
 * the person who looks at it.
 */
async function endSquared(tx: Tx, known: RefundCase): Promise<void> {
  const { id, refundId, channel, amount } = known;
  await overtake(tx, known);
  const entryKey = `refund-squared:${refundId}`;
  const entry = { entryKey, businessRef: refundId, amount, channel };
  await postEntry(tx, { ...entry, event: 'refund_unclaimed' });
  await settleTransfer(tx, { refundId, event: 'succeed', cause: CAUSE, actor: ACTOR });
  log().error({ caseId: id }, 'a refund that was given twice is square: close its suspense');
}

/**
 * Paid out, and given back by the channel as well: somebody has it twice, and owes it, which a case of
 * suspense keeps in sight of a person.
 */
export async function suspendSecondReturn(tx: Tx, { id, refundId }: RefundCase): Promise<void> {
  await settleOriginalReturn(tx, { refundId, actor: ACTOR });
  await markOriginalReturned(tx, id);
}

async function overtake(tx: Tx, known: RefundCase): Promise<void> {
  await markOriginalReturned(tx, known.id);
  await moveCase(tx, known, {
    event: 'overtake',
    actor: ACTOR,
    cause: CAUSE,
    set: { payeeId: null, proposalId: null, sendAt: null, endedAs: 'original' },
  });
  await dropProposal(tx, known, CAUSE);
  await dropPayee(tx, known);
}
