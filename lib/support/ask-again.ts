import { recordAudit } from '@/lib/audit/record-audit';
import { Bug } from '@/lib/core/assert';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import type { QueueRow } from './queue';

/**
 * Has the channel asked about something in doubt, now, and commits what it says. That somebody wanted it is
 * on record before the call.
 * @throws Refusal not_permitted
 */
export async function askAgain({
  row: { kind, id },
  by,
}: {
  row: Pick<QueueRow, 'kind' | 'id'>;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'queue.bulk');
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: by.id,
      action: 'queue.bulk',
      subjectType: kind,
      subjectId: id,
      after: { done: 'asked the channel' },
    }),
  );
  switch (kind) {
    case 'attempt':
      await resolveAttempt({ attemptId: id, actor: by.id });
      return;
    case 'refund':
      return resolveRefund({ refundId: id });
    case 'payout':
      return resolvePayout({ payoutId: id });
    default:
      throw new Bug(`nobody can be asked about the ${kind} ${id}`);
  }
}
