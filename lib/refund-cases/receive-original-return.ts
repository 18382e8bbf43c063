import { inTransaction } from '@/lib/core/unit-of-work';
import { openRefundCase } from './open-refund-case';
import { endReturned, suspendSecondReturn } from './original-return';
import { lockCase, markOriginalReturned, selectCaseByRefund } from './store';

/**
 * The channel gave back what it had refused, and what this transfer stands in for. Not sent yet: nothing
 * will be. A payout under way decides first (settle-case-payout). Paid out: somebody has it twice. Again it
 * changes nothing.
 */
export async function receiveOriginalReturn({ refundId }: { refundId: string }): Promise<void> {
  const opened = await openRefundCase({ refundId });
  await inTransaction(async (tx) => {
    const caseId = opened?.caseId ?? (await selectCaseByRefund(refundId, tx))?.id;
    if (!caseId) return;
    const known = await lockCase(tx, caseId);
    if (known.originalReturnedAt) return;
    switch (known.state) {
      case 'open':
      case 'claimed':
      case 'proposed':
      case 'approved':
        return endReturned(tx, known);
      case 'sent':
        return markOriginalReturned(tx, caseId);
      case 'paid':
      case 'closed':
        return suspendSecondReturn(tx, known);
    }
  });
}
