import { recordAudit } from '@/lib/audit/record-audit';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ensureLiveTwin } from './ensure-live-twin';
import { insertMerchantChange } from './looks-store';
import { markOpened } from './mode-store';

/**
 * From now on the live row of this merchant takes orders; it is made where there is none yet. Answers its id.
 * Refusals: not_permitted, those of verifyStaffCode, not_found, state_conflict (it is open already).
 */
export async function openLiveMode({
  merchantId,
  why,
  code,
  by,
}: {
  /** Either of its two rows. */
  merchantId: string;
  why: string;
  /** Of the authenticator. */
  code: string;
  by: StaffActor;
}): Promise<{ id: string }> {
  requireMay(by, 'contract.change');
  await verifyStaffCode({ userId: by.id, code });
  const { id } = await ensureLiveTwin(merchantId);
  await inTransaction(async (tx) => {
    if (!(await markOpened(tx, id))) throw new Refusal('state_conflict', { merchantId: id });
    await insertMerchantChange(tx, {
      merchantId: id,
      subject: 'live_mode',
      fromValue: 'closed',
      toValue: 'open',
      actor: by.id,
    });
    await recordAudit(tx, {
      actor: by.id,
      action: 'contract.change',
      subjectType: 'merchant',
      subjectId: id,
      why,
      before: { live: 'closed' },
      after: { live: 'open' },
    });
  });
  return { id };
}
