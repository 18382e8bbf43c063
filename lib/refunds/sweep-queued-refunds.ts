import { isRefusal, refusalText } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { noteQueueSeen, putOff, selectQueued, selectQueueing } from './chain-store';
import { declineRefund } from './decline-refund';
import { releaseRefund } from './release-refund';
import { sendRefund } from './send-refund';

const MERCHANTS_AT_ONCE = 100;
const OF_EACH = 50;
const PUT_OFF_MINUTES = 10;

/**
 * Tries the refunds that wait for their merchants' money: the merchants in turn, each one's oldest first,
 * until one does not fit: a later one never overtakes it. What never can go is declined, with its reason.
 * Answers how many went. Safe with many workers.
 */
export async function sweepQueuedRefunds(): Promise<number> {
  let gone = 0;
  for (const merchantId of await selectQueueing(MERCHANTS_AT_ONCE)) {
    for (const refundId of await selectQueued(merchantId, OF_EACH)) {
      const became = await release({ refundId, merchantId });
      if (became === 'short') break;
      if (became === 'gone') gone += 1;
    }
    await noteQueueSeen(merchantId);
  }
  return gone;
}

/** It stays so: the payer's balance is closed, or the channel's word locks the way. */
const FOR_GOOD: readonly string[] = ['account_closed', 'refund_may_be_back'];

async function release(queued: {
  refundId: string;
  merchantId: string;
}): Promise<'gone' | 'short' | 'refused'> {
  const { refundId } = queued;
  const actor = 'system';
  try {
    const cause = 'money came in';
    const released = await inTransaction((tx) =>
      releaseRefund(tx, { refundId, from: 'queued', actor, cause }),
    );
    if (released.kind === 'gone' && released.toSend) await sendRefund(released.toSend);
    return released.kind;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code, facts } = error;
    // Another worker was quicker.
    if (code === 'state_conflict') return 'refused';
    // E.g. an earlier refund of the payment is in doubt: the others need not wait.
    log().warn({ refundId, refusal: code }, 'a refund that waits for money cannot go');
    if (FOR_GOOD.includes(code)) {
      const reason = `${refusalText(code, 'zh-CN', facts)} / ${refusalText(code, 'en', facts)}`;
      await unlessDecided(() => declineRefund({ ...queued, actor, reason }));
    } else await putOff(refundId, PUT_OFF_MINUTES);
    return 'refused';
  }
}

/** Another worker, or its merchant, may be quicker. */
async function unlessDecided(decline: () => Promise<unknown>): Promise<void> {
  try {
    await decline();
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'state_conflict') throw error;
  }
}
