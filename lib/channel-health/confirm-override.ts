import { recordAudit } from '@/lib/audit/record-audit';
import { verifyCheckerCode } from '@/lib/auth/verify-checker-code';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { BreakerOverride } from './override';
import { confirm, endOthers, selectOverrides } from './override-store';
import { keptOperation } from './rules';

/**
 * The second person agrees, with a fresh code of their authenticator: from now on the breaker is held. An
 * earlier hold of the same breaker ends.
 *
 * @throws Refusal not_permitted, not_found (over, ended or agreed on already), breaker_same_person,
 * checker_too_new, totp_wrong, totp_needed, too_many_requests
 */
export async function confirmOverride({
  overrideId: id,
  code,
  by,
}: {
  overrideId: string;
  code: string;
  by: StaffActor;
}): Promise<BreakerOverride> {
  requireMay(by, 'breaker.confirm');
  const waiting = (await selectOverrides()).find(
    (one) => one.id === id && one.confirmedBy === null,
  );
  if (!waiting) throw new Refusal('not_found', { overrideId: id });
  if (waiting.proposedBy === by.id) throw new Refusal('breaker_same_person', { overrideId: id });
  await verifyCheckerCode({ userId: by.id, code });
  await inTransaction(async (tx) => {
    if (!(await confirm(tx, { id, by: by.id }))) {
      throw new Refusal('not_found', { overrideId: id });
    }
    await endOthers(tx, { id, by: by.id });
    await recordAudit(tx, {
      actor: by.id,
      action: 'breaker.confirm',
      subjectType: 'breaker_override',
      subjectId: id,
      why: waiting.reason,
      after: {
        channel: waiting.channel,
        operation: keptOperation(waiting),
        force: waiting.force,
        proposedBy: waiting.proposedBy,
      },
    });
  });
  return waiting;
}
