import { recordAudit } from '@/lib/audit/record-audit';
import { verifyCheckerCode } from '@/lib/auth/verify-checker-code';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { bookFailed, bookSettled } from './book-refund';
import { bookReturnedBefore } from './book-returned-before';
import { isHeld } from './rules';
import { lockRefund, moveRefund } from './store';

/**
 * A person decides about a refund that is held because its channel's code may mean that the money has gone
 * back already: it did (by this refund or by something else that counts as it), or it did not, and the
 * merchant has its money again. It never leads to a payout, then or later: the code locks that way.
 *
 * @throws Refusal not_permitted, those of verifyCheckerCode, refund_not_held
 */
export async function endHeldRefund({
  refundId,
  as,
  why,
  code,
  by,
}: {
  refundId: string;
  as: 'succeeded' | 'failed';
  why: string;
  /** Of the member's authenticator: money moves. */
  code: string;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'inquiry.decide');
  await verifyCheckerCode({ userId: by.id, code });
  await inTransaction(async (tx) => {
    const refund = await lockRefund(tx, refundId);
    if (!isHeld(refund)) throw new Refusal('refund_not_held', { refundId });
    const word = { actor: by.id, cause: why };
    if (as === 'succeeded') {
      await moveRefund(tx, refund, { ...word, event: 'succeed', set: { nextAskAt: null } });
      await bookSettled(tx, refund, why);
    } else {
      const set = { nextAskAt: null, failureReason: 'declined' };
      await moveRefund(tx, refund, { ...word, event: 'fail', set });
      await bookFailed(tx, refund);
      await bookReturnedBefore(tx, refund);
    }
    await recordAudit(tx, {
      actor: by.id,
      action: 'inquiry.decide',
      subjectType: 'refund',
      subjectId: refundId,
      why,
      before: { state: refund.state, channelCode: refund.channelCode },
      after: { state: as },
    });
  });
}
