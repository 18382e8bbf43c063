import { recordAudit } from '@/lib/audit/record-audit';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { type AccountRef, accountIdOf } from './chart';
import { freezeAccount } from './freeze-account';
import { unfreezeAccount } from './unfreeze-account';

/**
 * Freezes or unfreezes an account as somebody of the office decided, in a commit of its own. Refusals:
 * not_permitted, those of verifyStaffCode, and as in freezeAccount and unfreezeAccount.
 */
export async function switchAccount({
  account,
  to,
  cause,
  code,
  by,
}: {
  account: AccountRef;
  to: 'frozen' | 'active';
  /** Stays on record. */
  cause: string;
  /** Of the authenticator. */
  code: string;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'account.switch');
  await verifyStaffCode({ userId: by.id, code });
  const move = { account, cause, actor: by.id };
  await inTransaction(async (tx) => {
    await (to === 'frozen' ? freezeAccount(tx, move) : unfreezeAccount(tx, move));
    await recordAudit(tx, {
      actor: by.id,
      action: 'account.switch',
      subjectType: 'account',
      subjectId: accountIdOf(account),
      why: cause,
      before: { state: to === 'frozen' ? 'active' : 'frozen' },
      after: { state: to },
    });
  });
}
