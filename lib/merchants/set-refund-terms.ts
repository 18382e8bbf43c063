import { recordAudit } from '@/lib/audit/record-audit';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { changePolicy } from './change-policy';
import { getMerchant } from './get-merchant';
import type { RefundTerms } from './refund-policy';

/**
 * What is agreed with a merchant about refunds, from now on: what becomes of our fee, and where a refund
 * goes that nobody claims. To a balance only where money may rest on balances with that merchant.
 * Refusals: not_permitted, those of verifyStaffCode, not_found, balance_contract_missing.
 */
export async function setRefundTerms({
  merchantId,
  refundFee,
  unclaimedRefund,
  why,
  code,
  by,
}: RefundTerms & {
  merchantId: string;
  why: string;
  /** Of the authenticator. */
  code: string;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'contract.change');
  await verifyStaffCode({ userId: by.id, code });
  await inTransaction(async (tx) => {
    const changes = { refundFee, unclaimedRefund };
    const before = await changePolicy(tx, { merchantId, changes, actor: by.id });
    const { balanceContract } = await getMerchant(merchantId, tx);
    if (unclaimedRefund === 'balance' && balanceContract === 'none') {
      throw new Refusal('balance_contract_missing', { merchantId });
    }
    await recordAudit(tx, {
      actor: by.id,
      action: 'contract.change',
      subjectType: 'merchant',
      subjectId: merchantId,
      why,
      before: { refundFee: before.refundFee, unclaimedRefund: before.unclaimedRefund },
      after: { ...changes },
    });
  });
}
