import { inTransaction } from '@/lib/core/unit-of-work';
import { selectDiversion } from './chain-store';
import { divertRefund } from './divert-refund';
import { findHoldCode } from './find-hold-code';
import { isHeld } from './rules';
import { ASKABLE } from './states';
import { lockRefund, moveRefund } from './store';

/**
 * The channel is sure that it never got this refund, and meanwhile another one of the payment has turned out
 * not to go back that way for good: nor is this one tried again. False where it is to be sent again.
 */
export const divertUnsent = (refundId: string): Promise<boolean> =>
  inTransaction(async (tx) => {
    const refund = await lockRefund(tx, refundId);
    if (!ASKABLE.includes(refund.state) || isHeld(refund)) return false;
    const locked = await selectDiversion(tx, refund.attemptId);
    if (!locked || (await findHoldCode(tx, refund))) return false;
    const set = { failureReason: 'not_received', nextAskAt: null };
    await moveRefund(tx, refund, { event: 'fail', cause: 'the channel never got it', set });
    const { divertCause: cause, channelCode } = locked;
    await divertRefund(tx, refund, { cause, code: channelCode });
    return true;
  });
