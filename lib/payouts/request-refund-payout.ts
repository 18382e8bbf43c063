import type { PaymentChannel } from '@/lib/channels/port';
import { payoutPortOf } from '@/lib/channels/registry';
import { assert, present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { type Money, sameMoney } from '@/lib/money/money';
import type { PayoutWay } from './find-payout-channel';
import type { RefundPayout } from './payout';
import { nextAskAt } from './rules';
import { insertPayout, movePayout, selectPayoutByKey } from './store';

const ACTOR = 'system';

/**
 * T1 of paying a refund out to whom its shopper named, inside the caller's transaction: from what we
 * owe for refunds by that channel, which the refund has set aside. The same try of the same case is
 * the same payout. The caller calls `sendPayout` after the commit.
 */
export async function requestRefundPayout(
  tx: Tx,
  request: {
    caseId: string;
    /** 1, 2, …: a new one only after the one before definitely failed or came back. */
    tryNo: number;
    /** The channel that the refund could not go back by. */
    channel: PaymentChannel;
    payeeId: string;
    amount: Money;
    way: PayoutWay;
  },
): Promise<RefundPayout> {
  const { caseId, tryNo, channel, payeeId, amount, way } = request;
  const now = await databaseNow(tx);
  const requestKey = `case:${caseId}:${tryNo}`;
  const scheduleSeconds = payoutPortOf(way.channel).querySchedule;
  const asked = { state: 'sent' as const, requestedAt: now, finishedAt: null };
  const isNew = await insertPayout(tx, {
    id: newId('pyt'),
    ...way,
    channelOrderNo: newSortableNumber(),
    account: { subject: 'refunds_payable', owner: channel },
    bankCardId: null,
    payeeId,
    merchantAccountId: null,
    amount,
    requestedBy: ACTOR,
    requestKey,
    requestedAt: now,
    nextAskAt: nextAskAt({ payout: asked, now, scheduleSeconds }),
  });
  const found = present(await selectPayoutByKey(tx, { ownerId: channel, requestKey }), requestKey);
  assert(
    found.payeeId === payeeId && sameMoney(found.amount, amount),
    `${requestKey} is another payout`,
  );
  if (!isNew) return found;
  return movePayout(tx, found, { event: 'send', actor: ACTOR, cause: 'refund by transfer' });
}
